import type { AttemptCreate } from '@ulan/contract'
import { attemptCreateSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { createAttemptOutbox, type SendOutcome } from './attempt-outbox.ts'

const attempt = (last: string): AttemptCreate =>
  attemptCreateSchema.parse({
    id: `00000000-0000-4000-8000-00000000000${last}`,
    quizId: 'quiz-1',
    device: 'tablet',
    locale: 'zh-Hans',
    startedAt: '2026-11-24T10:00:00.000Z',
    finishedAt: '2026-11-24T10:01:00.000Z',
    answers: [],
  })

/** An outbox on a map, with a server that answers as told. */
function setUp(outcome: SendOutcome): {
  kept: Map<string, string>
  sent: string[]
  server: { outcome: SendOutcome }
  open: () => ReturnType<typeof createAttemptOutbox>
} {
  const kept = new Map<string, string>()
  const sent: string[] = []
  const server = { outcome }
  const storage = { get: (key: string) => kept.get(key), set: (key: string, value: string) => void kept.set(key, value) }
  const send = async (one: AttemptCreate): Promise<SendOutcome> => {
    sent.push(one.id.slice(-1))
    return server.outcome
  }
  return { kept, sent, server, open: () => createAttemptOutbox(storage, send) }
}

describe('createAttemptOutbox', () => {
  it('sends and forgets what the server has stored', async () => {
    const { open, sent } = setUp('stored')
    const outbox = open()
    await outbox.add(attempt('1'))
    expect([sent, outbox.waitingCount()]).toEqual([['1'], 0])
  })
  it('keeps what cannot be delivered, over a restart too, and sends it in order', async () => {
    const { open, sent, server } = setUp('unreachable')
    await open().add(attempt('1'))
    await open().add(attempt('2'))
    expect([sent, open().waitingCount()]).toEqual([['1', '1'], 2])
    server.outcome = 'stored'
    await open().flush()
    expect([sent.slice(2), open().waitingCount()]).toEqual([['1', '2'], 0])
  })
  it('keeps one copy of one attempt', async () => {
    const { open } = setUp('unreachable')
    const outbox = open()
    await outbox.add(attempt('1'))
    await outbox.add(attempt('1'))
    expect(outbox.waitingCount()).toBe(1)
  })
  it('does not let a refused attempt block the others, nor lose it', async () => {
    const { open, kept } = setUp('refused')
    await open().add(attempt('1'))
    expect(open().waitingCount()).toBe(0)
    expect(kept.get('attempts.refused')).toContain(attempt('1').id)
  })
  it('sends once when flushed twice at the same time', async () => {
    const { open, sent, server } = setUp('unreachable')
    const outbox = open()
    await outbox.add(attempt('1'))
    server.outcome = 'stored'
    await Promise.all([outbox.flush(), outbox.flush()])
    expect(sent).toEqual(['1', '1'])
  })
  it('puts unreadable text aside and goes on', async () => {
    const { open, kept } = setUp('stored')
    for (const rubbish of ['{', '{}', '[1]', '[{"id":3}]']) {
      kept.set('attempts.waiting', rubbish)
      await open().flush()
      expect([kept.get('attempts.damaged'), kept.get('attempts.waiting')]).toEqual([rubbish, ''])
    }
  })
  it('tells of changes until told to stop', async () => {
    const { open } = setUp('stored')
    const outbox = open()
    let calls = 0
    const stop = outbox.subscribe(() => {
      calls += 1
    })
    await outbox.add(attempt('1'))
    expect(calls).toBe(2)
    stop()
    await outbox.add(attempt('2'))
    expect(calls).toBe(2)
  })
})
