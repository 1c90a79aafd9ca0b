import type { AttemptCreate } from '@ulan/contract'
import { attemptCreateSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { type AttemptOutbox, createAttemptOutbox, type SendOutcome } from './attempt-outbox.ts'
import { sharedDevice } from './shared-device.ts'

/** The later the sign, the later it was finished. */
const attempt = (sign: string): AttemptCreate =>
  attemptCreateSchema.parse({
    id: `00000000-0000-4000-8000-00000000000${sign}`,
    quizId: 'quiz-1',
    device: 'tablet',
    locale: 'zh-Hans',
    startedAt: '2026-11-24T10:00:00.000Z',
    finishedAt: `2026-11-24T10:0${sign}:00.000Z`,
    answers: [],
  })
const signOf = ({ id }: AttemptCreate): string => id.slice(-1)
const keyOf = (sign: string): string => `attempt.${attempt(sign).id}`

type Bench = {
  kept: Map<string, string>
  sent: string[]
  /** What the server says to all, or to one. */
  server: { outcome: SendOutcome; of: Map<string, SendOutcome> }
  pass(milliseconds: number): void
  /** A tab of its own on the same device. */
  open(): AttemptOutbox
}

function setUp(outcome: SendOutcome, roomTexts = 99): Bench {
  const kept = new Map<string, string>()
  const sent: string[] = []
  const server: Bench['server'] = { outcome, of: new Map() }
  let nowMs = 1_000_000
  const send = (one: AttemptCreate): Promise<SendOutcome> => {
    sent.push(signOf(one))
    return Promise.resolve(server.of.get(signOf(one)) ?? server.outcome)
  }
  return {
    kept,
    sent,
    server,
    pass(milliseconds) {
      nowMs += milliseconds
    },
    open: () => createAttemptOutbox(sharedDevice(kept, roomTexts), send, () => nowMs),
  }
}

describe('createAttemptOutbox', () => {
  it('sends and forgets what the server has stored', async () => {
    const { open, sent, kept } = setUp('stored')
    const outbox = open()
    await outbox.add(attempt('1'))
    expect([sent, outbox.waitingCount(), kept.size]).toEqual([['1'], 0, 0])
  })
  it('keeps what cannot be delivered, over a restart too, and sends the oldest first', async () => {
    const { open, sent, server } = setUp('unreachable')
    await open().add(attempt('2'))
    await open().add(attempt('1'))
    expect(open().waitingCount()).toBe(2)
    server.outcome = 'stored'
    sent.length = 0
    await open().flush()
    expect([sent, open().waitingCount()]).toEqual([['1', '2'], 0])
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
    expect(kept.get(`refused.${attempt('1').id}`)).toContain(attempt('1').id)
  })
  it('does not let an attempt that breaks the server block the others, and tries it again at growing intervals', async () => {
    const { open, sent, server, pass } = setUp('stored')
    server.of.set('1', 'later')
    const outbox = open()
    await outbox.add(attempt('1'))
    await outbox.add(attempt('2'))
    await outbox.flush()
    expect([sent, outbox.waitingCount()]).toEqual([['1', '2'], 1])
    pass(5_000)
    await outbox.flush()
    pass(5_000)
    await outbox.flush()
    expect(sent).toEqual(['1', '2', '1'])
    pass(5_000)
    server.of.clear()
    await outbox.flush()
    expect([sent, outbox.waitingCount()]).toEqual([['1', '2', '1', '1'], 0])
  })
  it('does not let an attempt that never gets an answer block the others', async () => {
    const { open, sent, server } = setUp('unreachable')
    const outbox = open()
    for (const sign of ['1', '2', '3', '4']) await outbox.add(attempt(sign))
    server.outcome = 'stored'
    for (const sign of ['1', '2', '3']) server.of.set(sign, 'unreachable')
    sent.length = 0
    await outbox.flush()
    await outbox.flush()
    expect(sent).toContain('4')
    expect(outbox.waitingCount()).toBe(3)
  })
  it('stops asking after a few failures of either kind, until the next round', async () => {
    const { open, sent, kept, server } = setUp('unreachable')
    for (const sign of ['1', '2', '3', '4', '5']) kept.set(keyOf(sign), JSON.stringify(attempt(sign)))
    const outbox = open()
    await outbox.flush()
    expect(sent).toEqual(['1', '2', '3'])
    server.of.set('4', 'later')
    await outbox.flush()
    expect(sent).toEqual(['1', '2', '3', '4', '5', '1'])
  })
  it('sends once when flushed twice at the same time', async () => {
    const { open, sent, server } = setUp('unreachable')
    const outbox = open()
    await outbox.add(attempt('1'))
    server.outcome = 'stored'
    await Promise.all([outbox.flush(), outbox.flush()])
    expect(sent).toEqual(['1', '1'])
  })
  it('leaves alone what another tab has handed in meanwhile', async () => {
    const { open, sent, kept, server } = setUp('stored')
    for (const sign of ['1', '2']) kept.set(keyOf(sign), JSON.stringify(attempt(sign)))
    server.of.set('1', 'later')
    const outbox = open()
    const flushing = outbox.flush()
    await Promise.resolve()
    kept.delete(keyOf('2'))
    await flushing
    expect(sent).toEqual(['1'])
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
  it('goes on after a sender that failed', async () => {
    const kept = new Map<string, string>()
    const outbox = createAttemptOutbox(
      sharedDevice(kept, 9),
      () => Promise.reject(new Error('broken sender')),
      () => 0,
    )
    await expect(outbox.add(attempt('1'))).rejects.toThrow('broken sender')
    await expect(outbox.flush()).rejects.toThrow('broken sender')
    expect(outbox.waitingCount()).toBe(1)
  })
})

describe('a full device', () => {
  it('keeps the oldest, says which attempts are not safe, and makes them safe once there is room', async () => {
    const { open, server, kept } = setUp('unreachable', 1)
    const outbox = open()
    await outbox.add(attempt('1'))
    await outbox.add(attempt('2'))
    expect([outbox.waitingCount(), outbox.unsafeCount(), [...kept.keys()]]).toEqual([2, 1, [keyOf('1')]])
    server.of.set('1', 'stored')
    await outbox.flush()
    expect([outbox.waitingCount(), outbox.unsafeCount(), [...kept.keys()]]).toEqual([1, 0, [keyOf('2')]])
  })
  it('sends what it had no room for, and keeps a refused one in the place it had', async () => {
    const { open, server, kept } = setUp('unreachable', 1)
    const outbox = open()
    await outbox.add(attempt('1'))
    await outbox.add(attempt('2'))
    server.of.set('1', 'refused').set('2', 'stored')
    await outbox.flush()
    expect([outbox.waitingCount(), outbox.unsafeCount(), [...kept.keys()]]).toEqual([0, 0, [`refused.${attempt('1').id}`]])
  })
})
