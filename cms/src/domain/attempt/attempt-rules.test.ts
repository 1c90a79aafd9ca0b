import { attemptCreateSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { attemptFingerprint, dateAttempt, findAttemptProblems, type KnownToHouse } from './attempt-rules.ts'

const attempt = attemptCreateSchema.parse({
  id: '0b1f8a52-95a5-4bd7-9d40-6a4a1f6d6d11',
  quizId: 'quiz-one',
  device: 'tablet',
  locale: 'zh-Hans',
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: '2026-01-01T00:01:00Z',
  answers: [{ questionId: 'q-one', optionId: 'a', answeredAt: '2026-01-01T00:00:30Z' }],
})

const KNOWN: KnownToHouse = { isQuizKnown: true, isProgrammeKnown: true, hasQuestion: (id) => id !== 'q-never' }
const [answer] = attempt.answers

describe('an attempt', () => {
  it('is in order', () => expect(findAttemptProblems(attempt, KNOWN)).toEqual([]))
  it('must name things that exist', () => {
    expect(findAttemptProblems(attempt, { ...KNOWN, isQuizKnown: false, isProgrammeKnown: false })).toEqual([
      { path: 'quizId', code: 'unknown-reference' },
      { path: 'programmeId', code: 'unknown-reference' },
    ])
    const answers = attemptCreateSchema.shape.answers.parse([answer, { ...answer, questionId: 'q-never' }])
    expect(findAttemptProblems({ ...attempt, answers }, KNOWN)).toEqual([{ path: 'answers.1.questionId', code: 'unknown-reference' }])
  })
  it('answers a question once', () => {
    const answers = attemptCreateSchema.shape.answers.parse([answer, { ...answer, optionId: 'b' }])
    expect(findAttemptProblems({ ...attempt, answers }, KNOWN)).toEqual([{ path: 'answers.1.questionId', code: 'answered-twice' }])
  })
  it('is never refused for its clock', () => {
    for (const finishedAt of ['1970-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
      expect(findAttemptProblems({ ...attempt, finishedAt }, KNOWN)).toEqual([])
    }
  })
})

describe('the day an attempt counts for', () => {
  const received = new Date('2026-03-01T12:00:00Z')
  it.each([
    ['two months off line', '2026-01-01T00:00:00Z', '2026-01-01T00:01:00Z', 'device'],
    ['a clock of another time zone', '2026-03-02T03:00:00Z', '2026-03-02T03:01:00Z', 'device'],
    ['a clock of next month', '2026-04-01T00:00:00Z', '2026-04-01T00:01:00Z', 'arrival'],
    ['a clock that was never set', '1970-01-01T00:00:00Z', '1970-01-01T00:01:00Z', 'arrival'],
    ['a clock set half-way', '2015-01-01T00:00:00Z', '2026-03-01T11:00:00Z', 'arrival'],
    ['a clock set back half-way', '2026-03-01T11:00:00Z', '2026-03-01T10:00:00Z', 'arrival'],
  ])('after %s', (_name, startedAt, finishedAt, datedBy) => {
    const takenAt = datedBy === 'device' ? finishedAt : received.toISOString()
    expect(dateAttempt({ startedAt, finishedAt }, received)).toEqual({ takenAt, datedBy })
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
