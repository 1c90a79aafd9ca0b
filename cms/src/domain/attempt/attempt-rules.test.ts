import { attemptCreateSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { attemptFingerprint, findAttemptProblems } from './attempt-rules.ts'

const attempt = attemptCreateSchema.parse({
  id: '0b1f8a52-95a5-4bd7-9d40-6a4a1f6d6d11',
  quizId: 'quiz-one',
  device: 'tablet',
  locale: 'zh-Hans',
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: '2026-01-01T00:01:00Z',
  answers: [{ questionId: 'q-one', optionId: 'a', answeredAt: '2026-01-01T00:00:30Z' }],
})

describe('an attempt', () => {
  it('is in order', () => expect(findAttemptProblems(attempt, true)).toEqual([]))
  it('must name a quiz that exists', () => {
    expect(findAttemptProblems(attempt, false)).toEqual([{ path: 'quizId', code: 'unknown-reference' }])
  })
  it('cannot end before it began', () => {
    expect(findAttemptProblems({ ...attempt, finishedAt: '2025-01-01T00:00:00Z' }, true)).toEqual([{ path: 'finishedAt', code: 'invalid' }])
  })
})

describe('its fingerprint', () => {
  const same = attemptFingerprint(attempt)
  it('is of the content, not of the spelling of an instant', () => {
    expect(attemptFingerprint({ ...attempt, startedAt: '2026-01-01T00:00:00.000Z' })).toBe(same)
  })
  it('changes with every member', () => {
    const others = [
      { ...attempt, device: 'tv' as const },
      { ...attempt, locale: 'mn-Mong' as const },
      { ...attempt, finishedAt: '2026-01-01T00:02:00Z' },
      { ...attempt, answers: [] },
    ].map(attemptFingerprint)
    expect(new Set([same, ...others]).size).toBe(5)
  })
})
