import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from './ladder-policy.ts'
import { planRungs } from './rung-plan.ts'
import { sourceOf } from './source-fixtures.ts'
import { planStoryboard } from './storyboard-plan.ts'

const NTSC = { numerator: 30_000, denominator: 1001 }
const rungs = planRungs(sourceOf({}, 60).video, NTSC, DEFAULT_POLICY)

test('a film of 29.97 pictures a second has its small pictures where its key pictures are', () => {
  expect(planStoryboard(rungs, 60, 60, NTSC).everySeconds).toBe(2.002)
})

test('a long film has them farther apart, at whole GOPs', () => {
  const { everySeconds } = planStoryboard(rungs, 7200, 60, NTSC)
  expect(everySeconds).toBeCloseTo(9 * 2.002, 9)
  expect(7200 / everySeconds).toBeLessThanOrEqual(400)
})
