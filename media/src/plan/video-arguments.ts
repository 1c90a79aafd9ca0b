import { onFrameGrid, scaleTo, toneMap } from './frame-filter.ts'
import { framesPerSecond, ticksPerFrame, videoTimescale } from './frame-rate.ts'
import { BITEXACT, inputArguments, QUIET } from './input-arguments.ts'
import type { Rung, VideoCodec } from './rung-plan.ts'
import type { VideoRange } from './source-description.ts'
import type { TranscodePlan } from './transcode-plan.ts'
import type { VideoUnit } from './unit-plan.ts'

/** First frame of a unit in the whole title. */
export const firstFrame = (plan: TranscodePlan, unit: VideoUnit): number => unit.firstSegment * plan.segmentFrames

/** Frames a unit must give; for the last one the most it may give. */
export function frameLimit(plan: TranscodePlan, unit: VideoUnit): number {
  // Five segments more than the probe said: room for a wrong header, an end for an endless file.
  return (unit.segmentCount + (unit.isLast ? 5 : 0)) * plan.segmentFrames
}

/** Ticks by which everything starts late because of reordering; the sound is moved by the same time. */
export const reorderTicks = (plan: TranscodePlan, frames: number): number => frames * ticksPerFrame(plan.frameRate)

const capped = ({ crf, maxBitrateBps }: Rung): readonly string[] => [
  ...['-crf', String(crf), '-maxrate', String(maxBitrateBps), '-bufsize', String(2 * maxBitrateBps)],
]
const leveled = ({ level }: Rung): string => (level === undefined ? '' : `:level-idc=${level}`)

/** Encoder options of one rung. Thread numbers are fixed where they change the bytes; every GOP stands for itself. */
const ENCODERS: Readonly<Record<VideoCodec, (plan: TranscodePlan, rung: Rung) => readonly string[]>> = {
  h264: ({ gopFrames, encoderThreads }, rung) => [
    ...['-c:v', 'libx264', '-preset', rung.preset, '-profile:v', 'high', '-threads', String(encoderThreads)],
    ...(rung.level === undefined ? [] : ['-level:v', rung.level]),
    ...capped(rung),
    // `stitchable` keeps what depends on the rate control out of the init segment.
    ...['-x264-params', `keyint=${gopFrames}:min-keyint=${gopFrames}:scenecut=0:open-gop=0:stitchable=1`],
  ],
  hevc: ({ gopFrames }, rung) => [
    ...['-c:v', 'libx265', '-preset', rung.preset, '-tag:v', 'hvc1', ...capped(rung)],
    ...(rung.range === 'sdr' ? [] : ['-profile:v', 'main10']),
    '-x265-params',
    `log-level=error:info=0:frame-threads=2:keyint=${gopFrames}:min-keyint=${gopFrames}:scenecut=0:open-gop=0:repeat-headers=0:high-tier=0${leveled(rung)}`,
  ],
  av1: ({ gopFrames }, rung) => [
    ...['-c:v', 'libsvtav1', '-preset', rung.preset, '-crf', String(rung.crf), '-g', String(gopFrames)],
    ...['-svtav1-params', `scd=0:irefresh-type=2:lp=2:mbr=${Math.round(rung.maxBitrateBps / 1000)}`],
  ],
}

type Colours = { readonly primaries: string; readonly transfer: string; readonly matrix: string }
const COLOURS: Readonly<Record<VideoRange, Colours>> = {
  sdr: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709' },
  pq: { primaries: 'bt2020', transfer: 'smpte2084', matrix: 'bt2020nc' },
  hlg: { primaries: 'bt2020', transfer: 'arib-std-b67', matrix: 'bt2020nc' },
}

function outputArguments(plan: TranscodePlan, rung: Rung, unit: VideoUnit): readonly string[] {
  const { primaries, transfer, matrix } = COLOURS[rung.range]
  return [
    ...['-fps_mode', 'passthrough', '-frames:v', String(frameLimit(plan, unit))],
    ...ENCODERS[rung.codec](plan, rung),
    ...['-colorspace', matrix, '-color_primaries', primaries, '-color_trc', transfer],
    ...[...BITEXACT, '-flags:v', '+bitexact'],
    ...['-video_track_timescale', String(videoTimescale(plan.frameRate)), '-f', 'mp4'],
    ...['-movflags', 'frag_keyframe+delay_moov+default_base_moof+frag_discont'],
    ...['-fragment_index', String(firstFrame(plan, unit) / plan.gopFrames + 1)],
  ]
}

/** Filter graph that keeps frames by their number in the whole title, so that the seek may land anywhere earlier. */
function videoGraph(plan: TranscodePlan, unit: VideoUnit, rungs: readonly Rung[]): string {
  const first = firstFrame(plan, unit)
  const kept = unit.isLast ? `gte(pts\\,${first})` : `between(pts\\,${first}\\,${first + frameLimit(plan, unit) - 1})`
  // A process makes rungs of one range: HDR ones have theirs to themselves.
  const isSdr = rungs.every(({ range }) => range === 'sdr')
  const steps = [
    ...onFrameGrid(plan),
    `select='${kept}'`,
    ...(isSdr ? toneMap(plan) : []),
    `split=${rungs.length}${rungs.map((_, index) => `[s${index}]`).join('')}`,
  ]
  const scales = rungs.map((rung, index) => `[s${index}]${scaleTo(rung, rung.range)}[v${index}]`)
  return [`[0:${plan.source.video.streamIndex}]${steps.join(',')}`, ...scales].join(';')
}

/** Where a seek for a frame has to aim in the master's own clock; undefined: from the beginning. */
export function seekSeconds(plan: TranscodePlan, frame: number, marginSeconds: number): number | undefined {
  const startSeconds = frame / framesPerSecond(plan.frameRate)
  return startSeconds <= marginSeconds ? undefined : plan.source.video.firstSeconds + startSeconds - marginSeconds
}

/** ffmpeg arguments of one video unit; `marginSeconds` is how far before its first frame the seek aims. */
export function videoUnitArguments(
  plan: TranscodePlan,
  unit: VideoUnit,
  marginSeconds: number,
  inputUrl: string,
  outputUrls: readonly string[],
): readonly string[] {
  const rungs = plan.rungs.filter((rung) => unit.rungNames.includes(rung.name))
  const seekTo = seekSeconds(plan, firstFrame(plan, unit), marginSeconds)
  const outputs = rungs.flatMap((rung, index) => ['-map', `[v${index}]`, ...outputArguments(plan, rung, unit), outputUrls[index] ?? ''])
  return [...QUIET, ...inputArguments(plan, seekTo, inputUrl), '-filter_complex', videoGraph(plan, unit, rungs), ...outputs]
}
