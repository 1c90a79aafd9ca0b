import type { FrameRate } from './frame-rate.ts'

/** What the probe found, as far as a plan depends on it. */
export type SourceDescription = {
  /** Demuxer to name explicitly, so that no other one ever sees the file. */
  readonly demuxer: string
  readonly durationSeconds: number
  readonly video: VideoSource
  /** In the order of the file. */
  readonly audios: readonly AudioSource[]
}

/** How brightness is written: the old way, or one of the two of ITU-R BT.2100. */
export type VideoRange = 'sdr' | 'pq' | 'hlg'

/** How colours are written: of standard definition (ITU-R BT.601), or of high definition (BT.709). */
export type ColourMatrix = 'bt601' | 'bt709'

export type VideoSource = {
  readonly streamIndex: number
  readonly codec: string
  /** After rotation, square pixels. */
  readonly widthPx: number
  readonly heightPx: number
  readonly averageRate?: FrameRate
  readonly nominalRate?: FrameRate
  /** Presentation time of the first *decoded* frame, in the stream's own ticks and in seconds. */
  readonly firstPts: number
  readonly firstSeconds: number
  readonly isInterlaced: boolean
  /** Degrees by which players turn the picture; the decoder does it before any filter. */
  readonly rotationDegrees: number
  readonly transfer: VideoRange
  /** What its colours are taken for when the file does not say; absent when it does. */
  readonly assumedMatrix?: ColourMatrix
}

export type AudioSource = {
  readonly streamIndex: number
  readonly codec: string
  readonly channels: number
  /** BCP 47, when the file says so. */
  readonly language?: string
  /** What the file calls it. */
  readonly title?: string
}
