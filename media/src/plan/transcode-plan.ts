import type { ProblemName } from '@ulan/contract'
import { type FrameRate, framesPerSecond, planFrameRate } from './frame-rate.ts'
import { h264Level } from './h264-level.ts'
import { capBitrateBps, type LadderPolicy } from './ladder-policy.ts'
import type { SourceDescription } from './source-description.ts'
import { planUnits, type UnitPlan } from './unit-plan.ts'

export type Rung = {
  readonly name: string
  readonly widthPx: number
  readonly heightPx: number
  readonly crf: number
  readonly maxBitrateBps: number
  readonly level: string
}

export type AudioPlan = {
  readonly streamIndex: number
  readonly bitrateBps: number
  readonly language: string
  /** Expected; players do not need audio segments aligned with video. */
  readonly segmentCount: number
}

/** All that workers need to know about one title: stored, printed, compared. */
export type TranscodePlan = {
  readonly source: SourceDescription
  readonly frameRate: FrameRate
  readonly gopFrames: number
  readonly segmentFrames: number
  /** Expected from the probe; the last unit has the last word. */
  readonly frameCount: number
  readonly segmentCount: number
  readonly encoderThreads: number
  readonly rungs: readonly Rung[]
  readonly audio?: AudioPlan
  readonly units: readonly UnitPlan[]
}

export type PlanOutcome =
  | { readonly kind: 'planned'; readonly plan: TranscodePlan }
  | { readonly kind: 'refused'; readonly problem: ProblemName; readonly reason: string }

export const AUDIO_SAMPLE_RATE_HZ = 48_000
/** AAC frames that fit in a fragment of 4 s. */
export const AUDIO_FRAMES_PER_SEGMENT = 188
export const AUDIO_SAMPLES_PER_FRAME = 1024
const AUDIO_SEGMENT_SECONDS = (AUDIO_FRAMES_PER_SEGMENT * AUDIO_SAMPLES_PER_FRAME) / AUDIO_SAMPLE_RATE_HZ
/** x264's reordering depth with B-frames; the first composition offset of every rung must say the same. */
export const REORDER_FRAMES = 2

const even = (lengthPx: number): number => Math.max(2, Math.floor(lengthPx / 2) * 2)

/** Short sides from small to large: the standard ones below the source, then the source's own, never above it. */
function ladderShortSides(sourceShortPx: number, policy: LadderPolicy): readonly number[] {
  const top = even(Math.min(sourceShortPx, policy.tallestPx))
  return [...policy.shortSidesPx.filter((side) => side <= top * policy.leastStep), top]
}

function planRung(shortPx: number, source: SourceDescription, rate: FrameRate, policy: LadderPolicy): Rung {
  const { widthPx, heightPx } = source.video
  const isPortrait = heightPx > widthPx
  const ratio = isPortrait ? heightPx / widthPx : widthPx / heightPx
  const longPx = Math.max(2, Math.round((shortPx * ratio) / 2) * 2)
  const perSecond = framesPerSecond(rate)
  const maxBitrateBps = capBitrateBps(shortPx, perSecond)
  return {
    name: `${shortPx}p`,
    widthPx: isPortrait ? shortPx : longPx,
    heightPx: isPortrait ? longPx : shortPx,
    crf: policy.crf,
    maxBitrateBps,
    level: h264Level(shortPx, longPx, perSecond, maxBitrateBps),
  }
}

/** Segments sure to hold a frame: a remainder under half a second may not exist in the file, the open last unit finds out. */
function plannedSegments(frameCount: number, segmentFrames: number, rate: FrameRate): number {
  const doubt = Math.round(framesPerSecond(rate) / 2)
  return Math.max(1, Math.ceil((frameCount - doubt) / segmentFrames))
}

/** Decides everything about a title's encode from its probe; the same input always gives the same plan. */
export function planTranscode(source: SourceDescription, policy: LadderPolicy): PlanOutcome {
  const { video, audio, durationSeconds } = source
  if (durationSeconds > policy.longestSeconds)
    return { kind: 'refused', problem: 'unsupported-video', reason: 'longer than the policy allows' }
  if (video.widthPx * video.heightPx > policy.mostPixels)
    return { kind: 'refused', problem: 'unsupported-video', reason: 'too many pixels' }
  if (Math.min(video.widthPx, video.heightPx) < 2) return { kind: 'refused', problem: 'unsupported-video', reason: 'no picture' }
  const frameRate = planFrameRate(video.averageRate, video.nominalRate)
  const gopFrames = Math.max(1, Math.round(2 * framesPerSecond(frameRate)))
  const segmentFrames = 2 * gopFrames
  const frameCount = Math.max(1, Math.round(durationSeconds * framesPerSecond(frameRate)))
  const segmentCount = plannedSegments(frameCount, segmentFrames, frameRate)
  const rungs = ladderShortSides(Math.min(video.widthPx, video.heightPx), policy).map((side) => planRung(side, source, frameRate, policy))
  const audioPlan: AudioPlan | undefined = audio && {
    streamIndex: audio.streamIndex,
    bitrateBps: policy.audioBitrateBps,
    language: audio.language ?? 'zh',
    segmentCount: Math.max(1, Math.ceil(durationSeconds / AUDIO_SEGMENT_SECONDS)),
  }
  const units = planUnits({ rungNames: rungs.map((rung) => rung.name), segmentCount, audio: audioPlan, durationSeconds, policy })
  return {
    kind: 'planned',
    plan: {
      source,
      frameRate,
      gopFrames,
      segmentFrames,
      frameCount,
      segmentCount,
      encoderThreads: policy.encoderThreads,
      rungs,
      ...(audioPlan && { audio: audioPlan }),
      units,
    },
  }
}
