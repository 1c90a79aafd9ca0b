import type { FrameRate } from './frame-rate.ts'

/** What the probe found, as far as a plan depends on it. */
export type SourceDescription = {
  /** Demuxer to name explicitly, so that no other one ever sees the file. */
  readonly demuxer: string
  readonly durationSeconds: number
  readonly video: VideoSource
  readonly audio?: AudioSource
}

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
  readonly transfer: 'sdr' | 'pq' | 'hlg'
}

export type AudioSource = {
  readonly streamIndex: number
  readonly codec: string
  readonly channels: number
  /** BCP 47, when the file says so. */
  readonly language?: string
}
