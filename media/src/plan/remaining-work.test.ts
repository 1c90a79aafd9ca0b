import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from './ladder-policy.ts'
import { remainingSeconds, type StepState } from './remaining-work.ts'
import { sourceOf } from './source-fixtures.ts'
import { planTranscode, settlePlan, type TranscodePlan } from './transcode-plan.ts'

function planOf(seconds: number): TranscodePlan {
  const outcome = planTranscode(sourceOf({ widthPx: 2560, heightPx: 1440 }, seconds), DEFAULT_POLICY)
  if (outcome.kind !== 'planned') throw new Error(outcome.reason)
  return outcome.plan
}
const at = (seconds: number): Date => new Date(Date.parse('2026-01-01T00:00:00Z') + seconds * 1000)
/** The first so many steps were done one after another, each in so many seconds, after some seconds of rest. */
const stepsOf = (plan: TranscodePlan, doneCount: number, eachSeconds: number, restSeconds = 0): readonly StepState[] =>
  plan.units.map((step, order) => {
    const startedAt = at(order * (eachSeconds + restSeconds))
    const finishedAt = new Date(startedAt.getTime() + eachSeconds * 1000)
    return { step, order, state: order < doneCount ? 'done' : 'waiting', ...(order < doneCount && { startedAt, finishedAt }) }
  })

test('rungs that come later take longer, and the pace so far decides how long', () => {
  const plan = settlePlan(planOf(60), [])
  const soon = remainingSeconds(plan, stepsOf(plan, 6, 2))
  expect([...soon.keys()]).toEqual(['240p', '360p', '540p', '720p', '1080p', '360p-hevc', '720p-hevc', '1440p'])
  expect(soon.get('1440p')).toBeGreaterThan(soon.get('1080p') ?? 0)
  const slow = remainingSeconds(plan, stepsOf(plan, 6, 4))
  expect(slow.get('1440p')).toBeCloseTo(2 * (soon.get('1440p') ?? 0), -1)
})

test('time in which nobody worked on it says nothing', () => {
  const plan = settlePlan(planOf(60), [])
  expect(remainingSeconds(plan, stepsOf(plan, 6, 2, 3600))).toEqual(remainingSeconds(plan, stepsOf(plan, 6, 2)))
})

test('steps that were done at the same time are done twice as fast', () => {
  const plan = settlePlan(planOf(60), [])
  const together = stepsOf(plan, 6, 2).map((step) => (step.state === 'done' ? { ...step, startedAt: at(0), finishedAt: at(2) } : step))
  const inTurn = remainingSeconds(plan, stepsOf(plan, 6, 2)).get('1440p') ?? 0
  expect(remainingSeconds(plan, together).get('1440p')).toBeCloseTo(inTurn / 2, -1)
})

test('of sounds that are added, the first one tells how long the second takes', () => {
  const settled = settlePlan(planOf(60), [])
  const audio = (name: string) => ({ kind: 'audio', name, segmentCount: 15, isFirst: false }) as const
  const [own] = settled.audios
  if (own === undefined) throw new Error('a source without sound')
  const plan: TranscodePlan = {
    ...settled,
    base: 7,
    audios: [own, ...['audio-2', 'audio-3'].map((name) => ({ ...own, name }))],
    units: [audio('audio-2'), audio('audio-3')],
  }
  expect(remainingSeconds(plan, stepsOf(plan, 1, 4))).toEqual(new Map([['audio-3', 4]]))
})

test('nothing can be told before a step of the ladder is done, nor before the ladder is settled', () => {
  const plan = planOf(60)
  expect(remainingSeconds(plan, stepsOf(plan, 6, 2)).size).toBe(0)
  const settled = settlePlan(plan, [])
  const firsts = settled.units.filter((unit) => unit.kind !== 'video' || unit.isFirst).length
  expect(remainingSeconds(settled, stepsOf(settled, 0, 2)).size).toBe(0)
  expect(remainingSeconds(settled, stepsOf(settled, firsts, 2)).size).toBe(0)
  expect(remainingSeconds(settled, stepsOf(settled, firsts + 1, 2)).size).toBeGreaterThan(0)
  expect(remainingSeconds(settled, stepsOf(settled, 6, 0)).size).toBe(0)
})
