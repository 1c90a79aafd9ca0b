import type { AttemptCreate } from '@ulan/contract'
import { attemptCreateSchema } from '@ulan/contract/schemas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAttemptOutbox, type SendOutcome } from './attempt-outbox.ts'
import { createAttemptStore } from './attempt-store.ts'
import { resendPauseMs } from './resend-pause.ts'
import { sharedDevice } from './shared-device.ts'

const attempt = (number: number): AttemptCreate =>
  attemptCreateSchema.parse({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    quizId: 'quiz-1',
    device: 'tv',
    locale: 'mn-Mong',
    startedAt: '2026-11-24T10:00:00.000Z',
    finishedAt: '2026-11-24T10:01:00.000Z',
    answers: [],
  })
const listOf = (...numbers: number[]): string => JSON.stringify(numbers.map(attempt))
const idsOf = (attempts: readonly AttemptCreate[]): string[] => attempts.map(({ id }) => id).sort()

describe('the list that devices kept before', () => {
  it('is taken over once', () => {
    const kept = new Map([['attempts.waiting', listOf(1, 2)]])
    const store = createAttemptStore(sharedDevice(kept, 9))
    expect(idsOf(store.waiting())).toEqual([attempt(1).id, attempt(2).id])
    expect([...kept.keys()].sort()).toEqual([`attempt.${attempt(1).id}`, `attempt.${attempt(2).id}`])
    expect(createAttemptStore(sharedDevice(kept, 9)).waitingCount()).toBe(2)
  })
  it('stays where it is for what does not fit twice, and shrinks as that is sent or made safe', () => {
    const kept = new Map([['attempts.waiting', listOf(1, 2, 3, 4)]])
    const store = createAttemptStore(sharedDevice(kept, 2))
    expect([store.waitingCount(), store.unsafeCount()]).toEqual([4, 0])
    expect(kept.get('attempts.waiting')).toBe(listOf(2, 3, 4))
    store.forget(attempt(3).id)
    expect(kept.get('attempts.waiting')).toBe(listOf(2, 4))
    store.forget(attempt(1).id)
    store.secure()
    expect([store.waitingCount(), store.unsafeCount(), kept.get('attempts.waiting')]).toEqual([2, 0, listOf(4)])
  })
  it.each(['{', '{}', '[1]', '[{"id":3}]'])('is put aside when it is %s', (rubbish) => {
    const kept = new Map([['attempts.waiting', rubbish]])
    expect(createAttemptStore(sharedDevice(kept, 9)).waitingCount()).toBe(0)
    expect([...kept]).toEqual([['attempts.damaged', rubbish]])
  })
})

describe('an attempt that cannot be read', () => {
  it('is put aside and does not keep the others back', () => {
    const kept = new Map([
      ['attempt.1', '{"id'],
      ['attempt.2', JSON.stringify(attempt(2))],
    ])
    const store = createAttemptStore(sharedDevice(kept, 2))
    expect(idsOf(store.waiting())).toEqual([attempt(2).id])
    expect([...kept.keys()].sort()).toEqual(['attempt.2', 'damaged.1'])
  })
})

it('pauses longer each time, up to ten minutes, and not everybody as long', () => {
  const pauses = [1, 2, 3, 20].map((tries) => resendPauseMs('00000000-0000-4000-8000-000000000001', tries))
  expect(pauses).toEqual([5_000, 10_000, 20_000, 600_000])
  expect(resendPauseMs('ffffffff-0000-4000-8000-000000000001', 1)).toBe(2_500)
})

type Step = { readonly kind: 'add'; readonly tab: 0 | 1; readonly number: number } | { readonly kind: 'flush'; readonly tab: 0 | 1 }
const tabs = fc.constantFrom<0 | 1>(0, 1)
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('add' as const), tab: tabs, number: fc.nat(20) }),
    fc.record({ kind: fc.constant('flush' as const), tab: tabs }),
  ),
  { maxLength: 30 },
)
const outcomes = fc.array(fc.constantFrom<SendOutcome>('stored', 'refused', 'later', 'unreachable'), { maxLength: 60 })

describe('two tabs of one device', () => {
  it('lose nothing, whatever the server says and however little room there is', async () => {
    await fc.assert(
      fc.asyncProperty(steps, outcomes, fc.integer({ min: 0, max: 25 }), async (course, answers, roomTexts) => {
        const kept = new Map<string, string>()
        const next = answers.values()
        const atServer = new Set<string>()
        const refused = new Set<string>()
        const added = new Set<string>()
        let nowMs = 0
        const send = async (one: AttemptCreate): Promise<SendOutcome> => {
          const outcome = next.next().value ?? 'stored'
          if (outcome === 'stored') atServer.add(one.id)
          if (outcome === 'refused') refused.add(one.id)
          await Promise.resolve()
          return outcome
        }
        const boxes = [0, 1].map(() => createAttemptOutbox(sharedDevice(kept, roomTexts), send, () => nowMs))
        const act = async (step: Step): Promise<void> => {
          nowMs += 1000
          if (step.kind === 'flush') return await boxes[step.tab]?.flush()
          added.add(attempt(step.number).id)
          await boxes[step.tab]?.add(attempt(step.number))
        }
        await Promise.all(course.map(act))
        for (let round = 0; round < 200; round += 1) {
          nowMs += 600_000
          for (const box of boxes) await box.flush()
        }
        expect(boxes.map((box) => [box.waitingCount(), box.unsafeCount()])).toEqual([
          [0, 0],
          [0, 0],
        ])
        for (const id of added) expect(atServer.has(id) || refused.has(id)).toBe(true)
      }),
      { numRuns: 60, seed: 20261124 },
    )
  })
  it('that close at any moment leave every attempt on the device, or told it was not safe', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 0, max: 12 }), async (course, roomTexts) => {
        const kept = new Map<string, string>()
        const boxes = [0, 1].map(() =>
          createAttemptOutbox(
            sharedDevice(kept, roomTexts),
            () => Promise.resolve('later'),
            () => 0,
          ),
        )
        const added = new Set<string>()
        for (const step of course) {
          if (step.kind === 'flush') await boxes[step.tab]?.flush()
          else {
            added.add(attempt(step.number).id)
            await boxes[step.tab]?.add(attempt(step.number))
          }
        }
        const onDevice = [...added].filter((id) => kept.has(`attempt.${id}`)).length
        const unsafe = boxes.reduce((sum, box) => sum + box.unsafeCount(), 0)
        expect(onDevice + unsafe).toBeGreaterThanOrEqual(added.size)
        expect(onDevice).toBe(Math.min(added.size, roomTexts))
      }),
      { numRuns: 60, seed: 20261124 },
    )
  })
})
