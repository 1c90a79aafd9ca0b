import { capBitrateBps } from './bitrate-cap.ts'
import { LADDER_SUFFIX } from './extra-ladder.ts'
import { type FrameRate, framesPerSecond } from './frame-rate.ts'
import { h264Level } from './h264-level.ts'
import { hevcLevel } from './hevc-level.ts'
import type { CodecPolicy, LadderPolicy } from './ladder-policy.ts'
import type { VideoRange, VideoSource } from './source-description.ts'

export type VideoCodec = 'h264' | 'hevc' | 'av1'

/** One planned step of the ladder. */
export type Rung = {
  /** Short side with a `p`, and what sets it apart from the plain one: `1080p`, `720p-hevc`, `1080p-av1`, `2160p-hdr`. */
  readonly name: string
  readonly codec: VideoCodec
  readonly range: VideoRange
  readonly widthPx: number
  readonly heightPx: number
  readonly crf: number
  readonly preset: string
  readonly maxBitrateBps: number
  /** As the encoder takes it; AV1 encoders find theirs themselves. */
  readonly level?: string
}

const even = (lengthPx: number): number => Math.max(2, Math.floor(lengthPx / 2) * 2)
const shortSide = ({ widthPx, heightPx }: VideoSource): number => Math.min(widthPx, heightPx)

/** Standard sides that are clearly smaller than the top one, then the top itself. */
const sidesUpTo = (top: number, { shortSidesPx }: CodecPolicy, leastStep: number): readonly number[] => [
  ...shortSidesPx.filter((side) => side <= top * leastStep),
  top,
]
const largest = ({ shortSidesPx }: CodecPolicy): number => Math.max(...shortSidesPx)

type RungNeeds = {
  readonly video: VideoSource
  readonly rate: FrameRate
  readonly codec: VideoCodec
  readonly policy: CodecPolicy
  readonly range: VideoRange
  readonly suffix: string
}

function planRung(shortPx: number, { video, rate, codec, policy, range, suffix }: RungNeeds): Rung {
  const isPortrait = video.heightPx > video.widthPx
  const ratio = isPortrait ? video.heightPx / video.widthPx : video.widthPx / video.heightPx
  const longPx = Math.max(2, Math.round((shortPx * ratio) / 2) * 2)
  const perSecond = framesPerSecond(rate)
  const maxBitrateBps = capBitrateBps(codec, shortPx, perSecond)
  const levelOf = codec === 'h264' ? h264Level : hevcLevel
  return {
    name: `${shortPx}p${suffix}`,
    codec,
    range,
    widthPx: isPortrait ? shortPx : longPx,
    heightPx: isPortrait ? longPx : shortPx,
    crf: policy.crf,
    preset: policy.preset,
    maxBitrateBps,
    ...(codec !== 'av1' && { level: levelOf(shortPx, longPx, perSecond, maxBitrateBps) }),
  }
}

/**
 * The rungs that a source can fill, never above its own size, H.264 from the lowest up, then HEVC, HDR and AV1.
 * Sides count by the shorter one, so that a portrait clip gets the same ladder as the same clip lying down.
 */
export function planRungs(video: VideoSource, rate: FrameRate, policy: LadderPolicy): readonly Rung[] {
  const source = even(shortSide(video))
  const { h264, hevc, av1, leastStep } = policy
  const plain = { video, rate, range: 'sdr', suffix: '' } as const
  const low = sidesUpTo(Math.min(source, largest(h264)), h264, leastStep)
  const top = Math.min(source, largest(hevc))
  // A box gains nothing from a picture hardly larger than the one that everybody gets.
  const high = largest(h264) <= top * leastStep ? sidesUpTo(top, hevc, leastStep) : []
  const hdr = video.transfer === 'sdr' ? undefined : policy.hdr
  const rungsOf = (codec: VideoCodec, extra: CodecPolicy | undefined, more: Pick<RungNeeds, 'range' | 'suffix'>): readonly Rung[] =>
    extra === undefined ? [] : wantedSides(source, extra).map((side) => planRung(side, { video, rate, codec, policy: extra, ...more }))
  return [
    ...low.map((side) => planRung(side, { ...plain, codec: 'h264', policy: h264 })),
    ...high.map((side) => planRung(side, { ...plain, codec: 'hevc', policy: hevc, suffix: side > largest(h264) ? '' : '-hevc' })),
    ...rungsOf('hevc', hdr, { range: video.transfer, suffix: LADDER_SUFFIX.hdr }),
    ...rungsOf('av1', av1, { range: 'sdr', suffix: LADDER_SUFFIX.av1 }),
  ]
}

/** The wanted sides up to the source's own; a source smaller than all of them gets one of its own size. */
function wantedSides(source: number, { shortSidesPx }: CodecPolicy): readonly number[] {
  const sides = shortSidesPx.filter((side) => side <= source)
  return sides.length > 0 ? sides : [source]
}
