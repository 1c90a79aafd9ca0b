import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from './ladder-policy.ts'
import { planRungs } from './rung-plan.ts'
import { sourceOf } from './source-fixtures.ts'
import { planFirstUnits, planLadderUnits } from './unit-plan.ts'

const RATE = { numerator: 25, denominator: 1 }
const needs = (policy = DEFAULT_POLICY) => ({
  rungs: planRungs(sourceOf({ widthPx: 3840, heightPx: 2160 }, 40).video, RATE, policy),
  audios: [],
  segmentCount: 10,
  durationSeconds: 40,
  policy,
})
const lines = (units: ReturnType<typeof planLadderUnits>) =>
  units.map((unit) => (unit.kind === 'video' ? `${unit.firstSegment}+${unit.segmentCount} ${unit.rungNames.join(' ')}` : unit.name))

test('a silent title can be watched from its first picture on', () => {
  expect(planFirstUnits(needs()).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['video v00000-240p', 'poster poster'])
})

test('large rungs of a costly codec have processes of their own, small ones share one', () => {
  expect(lines(planLadderUnits(needs())).filter((line) => line.startsWith('0+5'))).toEqual([
    '0+5 360p-hevc 720p-hevc',
    '0+5 1440p',
    '0+5 2160p',
  ])
  const large = { ...DEFAULT_POLICY, hevc: { ...DEFAULT_POLICY.hevc, shortSidesPx: [1440, 2160] } }
  expect(lines(planLadderUnits(needs(large))).filter((line) => line.startsWith('0+5'))).toEqual(['0+5 1440p', '0+5 2160p'])
})

test('units of a long title begin long and end short, so that nobody waits long for the last one', () => {
  const rungs = planRungs(sourceOf({ widthPx: 640, heightPx: 360 }, 400).video, RATE, DEFAULT_POLICY)
  const lengths = lines(planLadderUnits({ ...needs(), rungs, segmentCount: 100 }))
    .filter((line) => line.includes('240p'))
    .map((line) => Number(/\+(\d+)/.exec(line)?.[1]))
  expect(lengths).toEqual([15, 15, 15, 13, 10, 7, 6, 4, 3, 2, 2, 2, 2, 2, 1])
  expect(lengths.reduce((sum, length) => sum + length, 1)).toBe(100)
})

test('nothing is made of no rungs', () => {
  const none = { ...needs(), rungs: [] }
  expect([...planFirstUnits(none), ...planLadderUnits(none)]).toEqual([])
})
