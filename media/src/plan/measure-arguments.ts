import { onFrameGrid, scaleTo, toneMap } from './frame-filter.ts'
import { inputArguments, QUIET } from './input-arguments.ts'
import type { MeasurePlan, TrialRung } from './measure-plan.ts'
import type { TranscodePlan } from './transcode-plan.ts'
import { seekSeconds } from './video-arguments.ts'

/** Every so many frames are compared: neighbours differ little. */
const COMPARE_EVERY = 4
/** Pictures of a whole excerpt that are compared. */
const comparedFrames = ({ segmentFrames }: TranscodePlan): number => Math.ceil(segmentFrames / COMPARE_EVERY)

const excerpt = (plan: TranscodePlan, firstFrame: number): readonly string[] => [
  ...onFrameGrid(plan),
  `select='between(pts\\,${firstFrame}\\,${firstFrame + plan.segmentFrames - 1})'`,
  ...toneMap(plan),
]

/** Encodes one excerpt at all trials in one process. */
export function trialArguments(
  plan: TranscodePlan,
  trials: readonly TrialRung[],
  firstFrame: number,
  marginSeconds: number,
  inputUrl: string,
  outputUrls: readonly string[],
): readonly string[] {
  const { gopFrames, encoderThreads, source } = plan
  const graph = [
    `[0:${source.video.streamIndex}]${excerpt(plan, firstFrame).join(',')},split=${trials.length}${trials.map((_, index) => `[s${index}]`).join('')}`,
    ...trials.map((trial, index) => `[s${index}]${scaleTo(trial, 'sdr')}[v${index}]`),
  ].join(';')
  const outputs = trials.flatMap(({ crf, preset }, index) => [
    ...['-map', `[v${index}]`, '-fps_mode', 'passthrough', '-frames:v', String(plan.segmentFrames)],
    ...['-c:v', 'libx264', '-preset', preset, '-profile:v', 'high', '-threads', String(encoderThreads), '-crf', String(crf)],
    ...['-x264-params', `keyint=${gopFrames}:min-keyint=${gopFrames}:scenecut=0:open-gop=0`, '-f', 'matroska', outputUrls[index] ?? ''],
  ])
  return [...QUIET, ...inputArguments(plan, seekSeconds(plan, firstFrame, marginSeconds), inputUrl), '-filter_complex', graph, ...outputs]
}

/** Name of the filter that compares a trial, as it says it on stderr. */
const comparisonName = (index: number): string => `ssim@t${index}`

/** Compares trials of one excerpt with the master at one size; the results are said on stderr, one line for each. */
export function comparisonArguments(
  plan: TranscodePlan,
  measure: MeasurePlan,
  firstFrame: number,
  marginSeconds: number,
  masterUrl: string,
  trialUrls: readonly string[],
): readonly string[] {
  const every = `select='not(mod(n\\,${COMPARE_EVERY}))',settb=1/25,setpts=N`
  const size = scaleTo(measure, 'sdr')
  // Without an end of its own a comparison would decode all that follows the excerpt.
  const ends = ['-fps_mode', 'passthrough', '-frames:v', String(comparedFrames(plan)), '-f', 'null', '-']
  const graph = [
    `[0:${plan.source.video.streamIndex}]${excerpt(plan, firstFrame).join(',')},${every},${size},split=${trialUrls.length}${trialUrls.map((_, index) => `[r${index}]`).join('')}`,
    ...trialUrls.map(
      (_, index) => `[${index + 1}:v:0]${every},${size}[t${index}];[t${index}][r${index}]${comparisonName(index)}[c${index}]`,
    ),
  ].join(';')
  return [
    ...['-nostdin', '-hide_banner', '-nostats', '-v', 'info'],
    ...inputArguments(plan, seekSeconds(plan, firstFrame, marginSeconds), masterUrl),
    ...trialUrls.flatMap((url) => ['-protocol_whitelist', 'file', '-f', 'matroska', '-i', url]),
    ...['-filter_complex', graph],
    ...trialUrls.flatMap((_, index) => ['-map', `[c${index}]`, ...ends]),
  ]
}

/** Reads what {@link comparisonArguments} made ffmpeg say; undefined when a trial or a picture of the excerpt is missing. */
export function parseComparison(plan: TranscodePlan, stderr: string, count: number): readonly number[] | undefined {
  const [, frames] = [...stderr.matchAll(/frame=\s*(\d+)/g)].at(-1) ?? []
  if (Number(frames) !== comparedFrames(plan)) return undefined
  const values = Array.from({ length: count }, (_, index) => {
    const line = stderr.split('\n').find((text) => text.includes(`${comparisonName(index)} `) && text.includes('SSIM'))
    const share = Number(/Y:([\d.]+)/.exec(line ?? '')?.[1])
    // Equal pictures are as good as it gets, not infinitely good.
    return Number.isFinite(share) ? -10 * Math.log10(Math.max(1e-6, 1 - share)) : Number.NaN
  })
  return values.some(Number.isNaN) ? undefined : values
}
