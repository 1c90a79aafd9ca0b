import { framesPerSecond, ticksPerFrame, videoTimescale } from './frame-rate.ts'
import { INPUT_SAFETY } from './input-safety.ts'
import type { Rung, TranscodePlan } from './transcode-plan.ts'
import { AUDIO_SAMPLE_RATE_HZ } from './transcode-plan.ts'
import type { PosterUnit, VideoUnit } from './unit-plan.ts'

const DECODER_LIMITS = [...INPUT_SAFETY, '-max_alloc', '536870912']
const QUIET = ['-nostdin', '-v', 'error', '-y']
/** Known to bring PQ and HLG down to bt709; without it the old tags would stay on an SDR picture. */
const TONE_MAP = 'zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p'

/** First frame of a unit in the whole title. */
export const firstFrame = (plan: TranscodePlan, unit: VideoUnit): number => unit.firstSegment * plan.segmentFrames

/** Frames a unit must give; for the last one the most it may give. */
export function frameLimit(plan: TranscodePlan, unit: VideoUnit): number {
  // Five segments more than the probe said: room for a wrong header, an end for an endless file.
  return (unit.segmentCount + (unit.isLast ? 5 : 0)) * plan.segmentFrames
}

function inputArguments(plan: TranscodePlan, atSeconds: number | undefined, inputUrl: string): string[] {
  const seek = atSeconds === undefined ? [] : ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', atSeconds.toFixed(6)]
  return [...DECODER_LIMITS, '-threads', String(plan.encoderThreads), ...seek, '-copyts', '-f', plan.source.demuxer, '-i', inputUrl]
}

function encoderArguments(plan: TranscodePlan, rung: Rung, unit: VideoUnit): string[] {
  const { gopFrames, frameRate } = plan
  return [
    ...['-fps_mode', 'passthrough', '-frames:v', String(frameLimit(plan, unit))],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-level:v', rung.level, '-threads', String(plan.encoderThreads)],
    ...['-crf', String(rung.crf), '-maxrate', String(rung.maxBitrateBps), '-bufsize', String(2 * rung.maxBitrateBps)],
    ...['-x264-params', `keyint=${gopFrames}:min-keyint=${gopFrames}:scenecut=0:open-gop=0:stitchable=1`],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
    ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
    ...['-video_track_timescale', String(videoTimescale(frameRate)), '-f', 'mp4'],
    ...['-movflags', 'frag_keyframe+delay_moov+default_base_moof+frag_discont'],
    ...['-fragment_index', String(firstFrame(plan, unit) / gopFrames + 1)],
  ]
}

/** Filter graph that keeps frames by their number in the whole title, so that the seek may land anywhere earlier. */
function videoGraph(plan: TranscodePlan, unit: VideoUnit, rungs: readonly Rung[]): string {
  const { video } = plan.source
  const first = firstFrame(plan, unit)
  const kept = unit.isLast ? `gte(pts\\,${first})` : `between(pts\\,${first}\\,${first + frameLimit(plan, unit) - 1})`
  const steps = [
    // Before the deinterlacer, which counts in half ticks.
    `setpts=PTS-(${video.firstPts})`,
    ...(video.isInterlaced ? ['bwdif=mode=send_frame'] : []),
    `fps=${plan.frameRate.numerator}/${plan.frameRate.denominator}:round=near`,
    `select='${kept}'`,
    ...(video.transfer === 'sdr' ? [] : [TONE_MAP]),
    `split=${rungs.length}${rungs.map((_, index) => `[s${index}]`).join('')}`,
  ]
  const scales = rungs.map(
    (rung, index) =>
      `[s${index}]scale=${rung.widthPx}:${rung.heightPx}:out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1[v${index}]`,
  )
  return [`[0:${video.streamIndex}]${steps.join(',')}`, ...scales].join(';')
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
  const startSeconds = firstFrame(plan, unit) / framesPerSecond(plan.frameRate)
  const seekTo = startSeconds <= marginSeconds ? undefined : plan.source.video.firstSeconds + startSeconds - marginSeconds
  const outputs = rungs.flatMap((rung, index) => ['-map', `[v${index}]`, ...encoderArguments(plan, rung, unit), outputUrls[index] ?? ''])
  return [...QUIET, ...inputArguments(plan, seekTo, inputUrl), '-filter_complex', videoGraph(plan, unit, rungs), ...outputs]
}

/** The whole sound of the title as fragmented mp4; never in units, AAC priming would repeat at every border. */
export function audioArguments(plan: TranscodePlan, inputUrl: string, outputUrl: string): readonly string[] {
  const { audio, source } = plan
  if (audio === undefined) throw new Error('a plan without sound has no audio unit')
  const filter = [
    `asetpts=PTS-(${source.video.firstSeconds.toFixed(6)})/TB`,
    // Down-mixed first: loudness of two channels costs a third of that of six.
    'aformat=channel_layouts=stereo',
    'loudnorm=I=-23:TP=-1:LRA=11',
    `aresample=${AUDIO_SAMPLE_RATE_HZ}:async=1:first_pts=0`,
  ].join(',')
  return [
    ...QUIET,
    ...inputArguments(plan, undefined, inputUrl),
    ...['-map', `0:${audio.streamIndex}`, '-af', filter, '-ac', '2', '-c:a', 'aac', '-b:a', String(audio.bitrateBps)],
    ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'],
    ...['-frag_duration', '4000000', '-movflags', 'delay_moov+default_base_moof', '-f', 'mp4', outputUrl],
  ]
}

/** One PNG of a telling picture near the wanted second. */
export function posterArguments(plan: TranscodePlan, unit: PosterUnit, inputUrl: string, outputUrl: string): readonly string[] {
  const { video } = plan.source
  const seekTo = unit.atSeconds < 1 ? undefined : video.firstSeconds + unit.atSeconds
  const steps = [
    ...(video.isInterlaced ? ['bwdif=mode=send_frame'] : []),
    `thumbnail=${Math.max(2, Math.min(plan.gopFrames, Math.floor(plan.frameCount / 4)))}`,
    ...(video.transfer === 'sdr' ? [] : [TONE_MAP]),
    'scale=w=iw*sar:h=ih,setsar=1',
  ]
  return [
    ...QUIET,
    ...inputArguments(plan, seekTo, inputUrl),
    ...['-map', `0:${video.streamIndex}`, '-vf', steps.join(','), '-frames:v', '1', '-c:v', 'png', '-f', 'image2pipe', outputUrl],
  ]
}

/** Ticks by which everything starts late because of reordering; the sound is moved by the same time. */
export const reorderTicks = (plan: TranscodePlan, frames: number): number => frames * ticksPerFrame(plan.frameRate)
