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
const BEGAN = new Date('2026-01-01T00:00:00Z')
const after = (seconds: number): Date => new Date(BEGAN.getTime() + seconds * 1000)
const stepsOf = (plan: TranscodePlan, doneCount: number): readonly StepState[] =>
  plan.units.map((step, order) => ({
    step,
    order,
    state: order < doneCount ? 'done' : 'waiting',
    ...(order < doneCount && { startedAt: BEGAN }),
  }))

test('rungs that come later take longer, and the pace so far decides how long', () => {
  const plan = settlePlan(planOf(60), [])
  const steps = stepsOf(plan, 6)
  const soon = remainingSeconds(plan, steps, after(10))
  expect([...soon.keys()]).toEqual(['240p', '360p', '540p', '720p', '1080p', '1440p'])
  expect(soon.get('1440p')).toBeGreaterThan(soon.get('1080p') ?? 0)
  const slow = remainingSeconds(plan, steps, after(20))
  expect(slow.get('1440p')).toBeCloseTo(2 * (soon.get('1440p') ?? 0), -1)
})

test('nothing can be told before anything is done, nor before the ladder is settled', () => {
  const plan = planOf(60)
  expect(remainingSeconds(plan, stepsOf(plan, 4), after(10)).size).toBe(0)
  const settled = settlePlan(plan, [])
  expect(remainingSeconds(settled, stepsOf(settled, 0), after(10)).size).toBe(0)
  expect(remainingSeconds(settled, stepsOf(settled, 4), BEGAN).size).toBe(0)
})
