import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from './ladder-policy.ts'
import { comparisonArguments, parseComparison, trialArguments } from './measure-arguments.ts'
import { sourceOf } from './source-fixtures.ts'
import { planTranscode } from './transcode-plan.ts'

function measuring() {
  const outcome = planTranscode(sourceOf({ widthPx: 640, heightPx: 360 }, 60), DEFAULT_POLICY)
  if (outcome.kind !== 'planned' || outcome.plan.measure === undefined) throw new Error('nothing to measure')
  return { plan: outcome.plan, measure: outcome.plan.measure }
}
const after = (args: readonly string[], name: string): string | undefined => args[args.indexOf(name) + 1]

test('all trials of an excerpt come from one decoder', () => {
  const { plan, measure } = measuring()
  const args = trialArguments(plan, measure.trials, 700, 12, 'file:/in', ['a', 'b', 'c'])
  expect(after(args, '-ss')).toBe('16.000000')
  expect(after(args, '-filter_complex')).toContain("select='between(pts\\,700\\,799)',split=3")
  expect(args.filter((_, index) => args[index - 1] === '-crf')).toEqual(['23', '23', '27'])
})

test('trials are compared with the master at the largest size, every fourth frame', () => {
  const { plan, measure } = measuring()
  const args = comparisonArguments(plan, measure, 700, 12, 'file:/in', ['a', 'b', 'c'])
  const graph = after(args, '-filter_complex') ?? ''
  expect(graph.match(/scale=640:360/g)).toHaveLength(4)
  expect(graph.match(/not\(mod\(n\\,4\)\)/g)).toHaveLength(4)
  expect(graph).toContain('[t2][r2]ssim@t2[c2]')
  // Else all that follows the excerpt would be decoded for nothing.
  expect(args.filter((_, index) => args[index - 1] === '-frames:v')).toEqual(['25', '25', '25'])
})

const SAID = [
  'frame=   25 fps= 22 q=-0.0 Lq=-0.0 size=N/A time=00:00:01.00 bitrate=N/A speed=1.2x',
  '[ssim@t1 @ 0x1] SSIM Y:0.985172 (18.289162) U:0.9 (10.0) V:0.9 (10.0) All:0.95 (13.0)',
  '[ssim@t0 @ 0x2] SSIM Y:1.000000 (inf) U:1.0 (inf) V:1.0 (inf) All:1.0 (inf)',
].join('\n')

test('what the comparison says is read by the name of its filter, in whatever order it comes', () => {
  const { plan } = measuring()
  expect(parseComparison(plan, SAID, 2)?.map(Math.round)).toEqual([60, 18])
  expect(parseComparison(plan, SAID, 3)).toBeUndefined()
})

test('an excerpt that a seek went past the beginning of is not taken for a whole one', () => {
  const { plan } = measuring()
  expect(parseComparison(plan, SAID.replace('frame=   25', 'frame=   14'), 2)).toBeUndefined()
  expect(parseComparison(plan, '', 2)).toBeUndefined()
})
