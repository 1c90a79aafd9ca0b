import { expect, test } from 'vitest'
import { planSeek } from './seek-plan.ts'

const film = { positionSeconds: 100, durationSeconds: 3600 }

test('the first press moves ten seconds, a held key ever further', () => {
  const first = planSeek(undefined, 1, film)
  expect(first.targetSeconds).toBe(110)
  let plan = first
  for (let press = 0; press < 13; press += 1) plan = planSeek(plan, 1, film)
  expect(plan.targetSeconds - film.positionSeconds).toBeGreaterThan(300)
})

test('turning round begins with a small step, from where the hand had got to', () => {
  const far = planSeek({ targetSeconds: 900, held: 20, direction: 1 }, -1, film)
  expect(far).toEqual({ targetSeconds: 890, held: 0, direction: -1 })
})

test.each([
  [-1, 0],
  [1, 3600],
] as const)('it stops at the ends of the film: %i', (direction, end) => {
  const plan = planSeek({ targetSeconds: direction === 1 ? 3599 : 1, held: 30, direction }, direction, film)
  expect(plan.targetSeconds).toBe(end)
})
