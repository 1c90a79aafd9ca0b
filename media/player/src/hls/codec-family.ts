import type { default as Hls, Level } from 'hls.js'

/** What every device can show. */
const COMMON_CODEC = 'avc1'

type Step = Pick<Level, 'audioCodec' | 'codecSet' | 'height' | 'videoCodec' | 'videoRange' | 'width'>

export const shortSide = ({ width, height }: Pick<Level, 'width' | 'height'>): number => Math.min(width, height)
const isCommon = ({ videoCodec, videoRange }: Step): boolean => videoRange === 'SDR' && videoCodec?.startsWith(COMMON_CODEC) === true

/**
 * The levels that go on where the common ladder ends: its range and its sound in another codec that has nothing lower.
 * A codec that begins lower is a ladder of its own and no part of this.
 */
export function findUpperLevels<T extends Step>(levels: readonly T[]): readonly T[] {
  const common = levels.filter(isCommon)
  if (common.length === 0) return []
  const largest = Math.max(...common.map(shortSide))
  const others = levels.filter((level) => level.videoRange === 'SDR' && !isCommon(level))
  return others.filter(
    ({ codecSet, audioCodec }) =>
      common.every((level) => level.audioCodec === audioCodec) &&
      others.every((level) => level.codecSet !== codecSet || shortSide(level) > largest),
  )
}

/** Without it a buffer keeps the codec that it was made for. */
export const canChangeCodec = (): boolean => typeof SourceBuffer !== 'undefined' && 'changeType' in SourceBuffer.prototype

/**
 * Makes one ladder of H.264 and what goes on above it. hls.js takes every codec for a ladder of its own and never leaves the
 * one it began with (abr-controller: `findBestLevel` passes over levels of another `codecSet`): a box that decodes HEVC would
 * never see more than 1080p. It does know how to change the codec of its buffer, so the levels are given the name of the
 * common ones; where a device cannot change codecs they are taken away. To be called once the levels are there and before any
 * is chosen; returns the levels that were joined.
 */
export function joinCodecs(hls: Hls, canChange: boolean): readonly Level[] {
  const [common] = hls.levels.filter(isCommon)
  const upper = findUpperLevels(hls.levels)
  if (common === undefined) return []
  if (canChange) {
    for (const level of upper) {
      // Declared readonly for whoever uses hls.js, which itself only ever reads it.
      const named: { codecSet: string } = level
      named.codecSet = common.codecSet
    }
    return upper
  }
  for (const level of upper) hls.removeLevel(hls.levels.indexOf(level))
  return []
}
