/** Rungs of one codec: short sides from small to large, and how they are encoded. */
export type CodecPolicy = { readonly shortSidesPx: readonly number[]; readonly crf: number; readonly preset: string }

/** What an operator may want otherwise; everything else of a plan follows from the source. */
export type LadderPolicy = {
  /** For everybody. */
  readonly h264: CodecPolicy
  /**
   * For set-top boxes, when a source is larger than H.264's largest: a ladder from poor links up, since many boxes cannot
   * change the codec while they play.
   */
  readonly hevc: CodecPolicy
  /** Besides the others, when wanted. */
  readonly av1?: CodecPolicy
  /** Also keep what BT.2100 shows and BT.709 cannot, when wanted, in HEVC rungs of their own; all others are tone-mapped. */
  readonly hdr?: CodecPolicy
  /** A standard rung nearer than this to the source's own size is left out: nobody can see the difference. */
  readonly leastStep: number
  readonly audioBitrateBps: number
  /** For links that carry no picture. */
  readonly lowAudioBitrateBps: number
  /** Units of the costly codecs. */
  readonly segmentsPerUnit: number
  /**
   * Units of the common codec are at most so long, and towards the end of a title at least so long: long ones cost less CPU,
   * short ones let workers who began together end together.
   */
  readonly segmentsPerLongUnit: number
  readonly segmentsPerShortUnit: number
  readonly encoderThreads: number
  readonly longestSeconds: number
  readonly mostPixels: number
  /** More tracks than a concert has; a file with hundreds is an attack. */
  readonly mostAudios: number
}

export const DEFAULT_POLICY: LadderPolicy = {
  h264: { shortSidesPx: [240, 360, 540, 720, 1080], crf: 23, preset: 'veryfast' },
  hevc: { shortSidesPx: [360, 720, 1440, 2160], crf: 26, preset: 'superfast' },
  leastStep: 0.87,
  audioBitrateBps: 128_000,
  lowAudioBitrateBps: 48_000,
  segmentsPerUnit: 5,
  segmentsPerLongUnit: 15,
  segmentsPerShortUnit: 2,
  // Fixed, so that machines of different size make the same bytes.
  encoderThreads: 4,
  longestSeconds: 8 * 3600,
  mostPixels: 40_000_000,
  mostAudios: 8,
}

/**
 * What `av1` and `hdr` take when somebody asks for them: ladders from poor links up, since players never leave a codec or a
 * range once they have begun with it.
 */
export const AV1_POLICY: CodecPolicy = { shortSidesPx: [240, 540, 1080, 2160], crf: 38, preset: '10' }
export const HDR_POLICY: CodecPolicy = { shortSidesPx: [540, 1080, 2160], crf: 26, preset: 'superfast' }
