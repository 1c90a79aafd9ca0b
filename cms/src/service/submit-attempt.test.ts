import type { AttemptCreate, Quiz } from '@ulan/contract'
import { attemptCreateSchema, quizSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { type AttemptInbox, createAttemptInbox } from './submit-attempt.ts'

const attempt = (quizId: string): AttemptCreate =>
  attemptCreateSchema.parse({
    id: '00000000-0000-4000-8000-000000000001',
    quizId,
    device: 'tv',
    locale: 'zh-Hans',
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:01:00.000Z',
    answers: [],
  })
const madeElsewhere: Quiz = quizSchema.parse({ id: 'quiz-new', title: { 'zh-Hans': '新' }, questionIds: ['q-one'] })

/** An inbox whose clock moves only while somebody waits; `made` becomes known by reading the bank again. */
function setUp(): { inbox: AttemptInbox; made: Quiz[]; beginMs: number[]; pass(milliseconds: number): void } {
  let nowMs = 1_000_000
  const made: Quiz[] = []
  const beginMs: number[] = []
  let quizzes: ReadonlyMap<Quiz['id'], Quiz> = new Map()
  const inbox = createAttemptInbox({
    reader: { readOne: () => Promise.resolve(undefined) },
    writer: { insertMany: () => Promise.resolve(new Set()) },
    hasProgramme: () => Promise.resolve(true),
    bank: () => ({ quizzes, questions: new Map() }),
    refreshBank() {
      beginMs.push(nowMs)
      quizzes = new Map(made.map((quiz) => [quiz.id, quiz]))
      return Promise.resolve()
    },
    wait(milliseconds) {
      nowMs += milliseconds
      return Promise.resolve()
    },
    clock: () => new Date(nowMs),
  })
  return {
    inbox,
    made,
    beginMs,
    pass(milliseconds) {
      nowMs += milliseconds
    },
  }
}

describe('an attempt at a quiz that this process does not know', () => {
  it('is looked for at once, and taken when another process has made it', async () => {
    const { inbox, made, beginMs } = setUp()
    made.push(madeElsewhere)
    expect((await inbox.submit(attempt('quiz-new'))).kind).toBe('done')
    expect(beginMs).toEqual([1_000_000])
  })
  it('costs one reading a second, however many come', async () => {
    const { inbox, beginMs } = setUp()
    const outcomes = await Promise.all(Array.from({ length: 500 }, () => inbox.submit(attempt('quiz-none'))))
    expect(new Set(outcomes.map((one) => one.kind))).toEqual(new Set(['refused']))
    expect(beginMs).toEqual([1_000_000])
    await inbox.submit(attempt('quiz-none'))
    await inbox.submit(attempt('quiz-none'))
    expect(beginMs).toEqual([1_000_000, 1_001_000, 1_002_000])
  })
  it('is judged by a reading that began after it came', async () => {
    const { inbox, made } = setUp()
    await inbox.submit(attempt('quiz-none'))
    made.push(madeElsewhere)
    expect((await inbox.submit(attempt('quiz-new'))).kind).toBe('done')
  })
  it('is looked for in time even when the clock was set back', async () => {
    const { inbox, beginMs, pass } = setUp()
    await inbox.submit(attempt('quiz-none'))
    pass(-3_600_000)
    await inbox.submit(attempt('quiz-none'))
    expect(beginMs).toEqual([1_000_000, 1_000_000 - 3_600_000 + 1_000])
  })
})
