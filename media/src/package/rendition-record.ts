/** One media segment as it lies in the media store. */
export type SegmentRecord = { readonly bytes: number; readonly durationTicks: number }

/** A run of segments of one rung (or of the sound) together with what its playlist must say. */
export type RenditionRecord = {
  readonly name: string
  readonly codec: string
  readonly timescale: number
  /** Of the init segment: units of one rung that differ here cannot be played as one. */
  readonly initSha256: string
  readonly firstOffsetTicks: number
  readonly frames: number
  readonly firstSegment: number
  readonly segments: readonly SegmentRecord[]
}
