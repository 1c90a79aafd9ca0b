/** A key picture: a range of bytes of its segment that decodes, after the init segment, to exactly one picture. */
export type KeyPicture = { readonly startBytes: number; readonly bytes: number; readonly durationTicks: number }

/** One media segment as it lies in the media store. */
export type SegmentRecord = {
  readonly bytes: number
  readonly durationTicks: number
  /** Of a video: one for each GOP. */
  readonly keyPictures?: readonly KeyPicture[]
}

/** A run of segments of one rung (or of a sound) together with what its playlist must say. */
export type RenditionRecord = {
  readonly name: string
  readonly codec: string
  readonly timescale: number
  /** Of the init segment: units of one rung that differ here cannot be played as one. */
  readonly initSha256: string
  /** How late the first picture is; the same for all rungs, or sound and picture part. */
  readonly firstOffsetTicks: number
  readonly frames: number
  readonly firstSegment: number
  readonly segments: readonly SegmentRecord[]
}
