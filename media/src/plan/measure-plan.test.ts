import { expect, test } from 'vitest'
import { combineTrials, type MeasurePlan, type TrialRung } from './measure-plan.ts'

const trial = (name: string, crf: number): TrialRung => ({ name, crf, widthPx: 426, heightPx: 240, preset: 'veryfast' })
const MEASURE: MeasurePlan = { firstFrames: [100, 300], trials: [trial('240p', 23), trial('360p', 23)], widthPx: 640, heightPx: 360 }

test('a title is the mean of its excerpts, whether all of them could be tried or not', () => {
  const first = [
    { bytes: 1000, ssimDb: 10 },
    { bytes: 3000, ssimDb: 14 },
  ]
  const second = [
    { bytes: 2000, ssimDb: 12 },
    { bytes: 5000, ssimDb: 18 },
  ]
  expect(combineTrials(MEASURE, [first, second], 4)).toEqual([
    { name: '240p', crf: 23, bitrateBps: 3000, ssimDb: 11 },
    { name: '360p', crf: 23, bitrateBps: 8000, ssimDb: 16 },
  ])
  expect(combineTrials(MEASURE, [second], 4)).toMatchObject([
    { bitrateBps: 4000, ssimDb: 12 },
    { bitrateBps: 10000, ssimDb: 18 },
  ])
  expect(combineTrials(MEASURE, [], 4)).toEqual([])
})
