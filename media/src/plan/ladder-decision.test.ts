import { expect, test } from 'vitest'
import { decideLadder } from './ladder-decision.ts'
import { DEFAULT_POLICY } from './ladder-policy.ts'
import { COARSER_BY_CRF, type Measurement, planMeasure } from './measure-plan.ts'
import { planRungs } from './rung-plan.ts'
import { sourceOf } from './source-fixtures.ts'

const RATE = { numerator: 25, denominator: 1 }
const USUAL = DEFAULT_POLICY.h264.crf
const rungs = planRungs(sourceOf({ widthPx: 3840, heightPx: 2160 }, 180).video, RATE, DEFAULT_POLICY)

/** What excerpts came to: kbit/s and dB at the usual CRF for each rung, and of the largest at the coarser one. */
function measured(
  points: Readonly<Record<string, readonly [kbps: number, ssimDb: number]>>,
  coarse: readonly [kbps: number, ssimDb: number],
) {
  const all: Measurement[] = Object.entries(points).map(([name, [kbps, ssimDb]]) => ({ name, crf: USUAL, bitrateBps: kbps * 1000, ssimDb }))
  return [...all, { name: '1080p', crf: USUAL + COARSER_BY_CRF, bitrateBps: coarse[0] * 1000, ssimDb: coarse[1] }]
}
const commonNames = (decision: ReturnType<typeof decideLadder>) =>
  decision.rungs.filter(({ codec }) => codec === 'h264').map(({ name }) => name)
const crfs = (decision: ReturnType<typeof decideLadder>) => decision.rungs.map(({ name, crf }) => `${name} ${crf}`)

test('an animation that looks good anyway is made coarser, the lowest rung excepted', () => {
  const found = measured(
    { '240p': [90, 12], '360p': [170, 15.5], '540p': [330, 18.4], '720p': [520, 19.9], '1080p': [900, 21] },
    [600, 19.6],
  )
  const decision = decideLadder(rungs, found, DEFAULT_POLICY)
  expect(crfs(decision)).toEqual([
    '240p 23',
    '360p 28',
    '540p 28',
    '720p 28',
    '1080p 28',
    '360p-hevc 31',
    '720p-hevc 31',
    '1440p 31',
    '2160p 31',
  ])
  expect(decision.reasons[0]).toEqual({ code: 'crf-measured', crf: 28, ssimDb: 19.3, rung: '1080p' })
})

test('a dark hall full of noise is not paid for bit by bit', () => {
  const found = measured(
    { '240p': [380, 10], '360p': [780, 11.4], '540p': [1500, 12.3], '720p': [2400, 13], '1080p': [5000, 13.5] },
    [2500, 13.2],
  )
  expect(crfs(decideLadder(rungs, found, DEFAULT_POLICY))).toContain('1080p 28')
})

test('fine detail that is lost quickly is made finer', () => {
  const found = measured(
    { '240p': [300, 8], '360p': [600, 10], '540p': [1100, 12], '720p': [1800, 13.6], '1080p': [3500, 15.5] },
    [2200, 13.9],
  )
  const decision = decideLadder(rungs, found, DEFAULT_POLICY)
  expect(crfs(decision)).toContain('1080p 24')
})

test('a rung that its neighbours beat is dropped, and so is one that hardly costs less than the next', () => {
  const below = measured(
    { '240p': [240, 10], '360p': [300, 10.4], '540p': [500, 16], '720p': [900, 17.6], '1080p': [1800, 19] },
    [1200, 17.4],
  )
  const dropped = decideLadder(rungs, below, DEFAULT_POLICY)
  expect(commonNames(dropped)).toEqual(['240p', '540p', '720p', '1080p'])
  expect(dropped.reasons).toContainEqual({ code: 'rung-below-hull', rung: '360p' })
  const close = measured(
    { '240p': [100, 10], '360p': [300, 13], '540p': [500, 15], '720p': [1700, 18.9], '1080p': [1800, 19] },
    [1200, 17.4],
  )
  expect(decideLadder(rungs, close, DEFAULT_POLICY).reasons).toContainEqual({ code: 'rung-too-close', rung: '720p' })
})

test('no link is left far below what it could carry, however little a rung between gains', () => {
  const noisy = measured(
    { '240p': [400, 4], '360p': [800, 4.1], '540p': [1600, 4.25], '720p': [2700, 4.4], '1080p': [5000, 5.2] },
    [3800, 4.7],
  )
  expect(commonNames(decideLadder(rungs, noisy, DEFAULT_POLICY))).toEqual(['240p', '360p', '540p', '720p', '1080p'])
  // What every link carries needs no steps.
  const flat = measured({ '240p': [20, 20], '360p': [40, 20.1], '540p': [80, 20.2], '720p': [160, 20.3], '1080p': [300, 24] }, [200, 22])
  expect(commonNames(decideLadder(rungs, flat, DEFAULT_POLICY))).toEqual(['240p', '1080p'])
})

test('the lowest and the largest rung always stay', () => {
  const flat = measured({ '240p': [500, 20], '360p': [500, 20], '540p': [500, 20], '720p': [500, 20], '1080p': [500, 20] }, [500, 20])
  expect(commonNames(decideLadder(rungs, flat, DEFAULT_POLICY))).toEqual(['240p', '1080p'])
})

test('without a measurement the policy decides', () => {
  expect(decideLadder(rungs, [], DEFAULT_POLICY)).toEqual({ rungs, reasons: [{ code: 'crf-by-policy', crf: USUAL }] })
})

test('excerpts lie in the middle of equal parts, one for each forty seconds, three at most', () => {
  const of = (segmentCount: number) => planMeasure(rungs, { rate: RATE, segmentFrames: 100, segmentCount }, DEFAULT_POLICY)
  expect(of(9)).toBeUndefined()
  expect(of(10)?.firstFrames).toEqual([500])
  expect(of(20)?.firstFrames).toEqual([500, 1500])
  expect(of(900)?.firstFrames).toEqual([15_000, 45_000, 75_000])
  expect(planMeasure(rungs.slice(0, 1), { rate: RATE, segmentFrames: 100, segmentCount: 90 }, DEFAULT_POLICY)).toBeUndefined()
})
