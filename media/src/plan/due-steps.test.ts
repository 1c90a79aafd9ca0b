import { expect, test } from 'vitest'
import { dueSteps } from './due-steps.ts'
import { DEFAULT_POLICY } from './ladder-policy.ts'
import { sourceOf } from './source-fixtures.ts'
import { planTranscode, settlePlan, type TranscodePlan } from './transcode-plan.ts'

function planOf(seconds: number): TranscodePlan {
  const outcome = planTranscode(sourceOf({ widthPx: 640, heightPx: 360 }, seconds), DEFAULT_POLICY)
  if (outcome.kind !== 'planned') throw new Error(outcome.reason)
  return outcome.plan
}
const names = (plan: TranscodePlan, done: readonly string[] = []) => dueSteps(plan, new Set(done)).map(({ name }) => name)

test('what lets somebody watch comes first, then the measuring, then the sound', () => {
  expect(names(planOf(60))).toEqual(['v00000-240p', 'audio-first', 'poster', 'measure-1', 'audio'])
})

test('the ladder is settled once all excerpts are measured, by whoever was last', () => {
  const plan = planOf(180)
  const measuring = ['v00000-240p', 'audio-first', 'poster', 'measure-1', 'measure-2', 'measure-3', 'audio']
  expect(names(plan, ['measure-1', 'measure-3'])).toEqual(measuring)
  expect(names(plan, ['measure-1', 'measure-2', 'measure-3'])).toEqual([...measuring.slice(0, 6), 'settle', 'audio'])
})

test('a settled ladder is encoded, then its storyboard drawn, then all is published', () => {
  const plan = settlePlan(planOf(60), [])
  const due = names(plan, ['measure-1', 'settle'])
  expect(due.slice(4)).toEqual([
    'v00000-360p',
    'v00001-240p',
    'v00004-240p',
    'v00006-240p',
    'v00008-240p',
    'v00010-240p',
    'v00012-240p',
    'v00014-240p',
  ])
  const lowest = due.filter((name) => name.endsWith('240p'))
  expect(names(plan, lowest).at(-1)).toBe('storyboard')
  expect(names(plan, [...due, 'storyboard']).at(-1)).toBe('publish')
  expect(names(plan, due)).not.toContain('publish')
})

test('a short title needs no measuring', () => {
  expect(names(planOf(8))).toEqual(['v00000-240p', 'audio-first', 'poster', 'audio', 'v00000-360p', 'v00001-240p'])
})

test('an addition draws no storyboard again, and is published once all of it is made', () => {
  const plan: TranscodePlan = { ...settlePlan(planOf(8), []), base: 1 }
  const units = plan.units.map(({ name }) => name)
  expect(names(plan)).toEqual(units)
  expect(names(plan, units)).toEqual([...units, 'publish'])
})
