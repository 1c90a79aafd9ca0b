/** The media element as it is now. State is always read from the element anew, never assumed from an event's name. */
export type MediaSample = {
  readonly isPaused: boolean
  readonly isEnded: boolean
  readonly isSeeking: boolean
  /** `HTMLMediaElement.readyState`, 0 to 4. */
  readonly readyState: number
  readonly positionSeconds: number
  /** NaN or infinite while unknown. */
  readonly durationSeconds: number
  readonly bufferedEndSeconds: number
}

const HAVE_METADATA = 1
const HAVE_FUTURE_DATA = 3

export const hasMetadata = (sample: MediaSample): boolean => sample.readyState >= HAVE_METADATA

/** True when the element could show a moving picture at its position this very moment. */
export const canShow = (sample: MediaSample): boolean => sample.readyState >= HAVE_FUTURE_DATA && !sample.isSeeking
