/** Pictures of a film that an element has decoded up to now, and those of them that came too late to be shown. */
export type FrameCount = { readonly decoded: number; readonly late: number }
/** The device is too slow for what it shows; or the sound goes on and no picture comes any more. */
export type FrameTrouble = 'too-slow' | 'no-picture'

/** Of film. */
const WINDOW_SECONDS = 5
/** Fewer tell nothing: a film that has just begun drops some anywhere. */
const ENOUGH_FRAMES = 50
const MOST_LATE_FRACTION = 0.25
/** One window may be another program's doing. */
const WINDOWS_IN_A_ROW = 2

/**
 * Judges by its counters whether a device keeps up with a film: promises of codecs and sizes are kept by its decoder, not by
 * whoever gave them. Boxes that decode past the browser count nothing, so what has never counted is believed.
 */
export class FrameWatch {
  #from: { readonly seconds: number; readonly count: FrameCount } | undefined
  #slowWindows = 0
  #hasCounted = false

  /** To be told each moment of a film that plays in sight, in seconds of film; `count` is undefined where nobody counts. */
  follow(seconds: number, count: FrameCount | undefined): FrameTrouble | undefined {
    if (count === undefined) return undefined
    const from = this.#from
    const passed = from === undefined ? Number.NaN : seconds - from.seconds
    if (passed >= 0 && passed < WINDOW_SECONDS) return undefined
    this.#from = { seconds, count }
    const isInOnePiece = from !== undefined && passed >= WINDOW_SECONDS && passed < 2 * WINDOW_SECONDS
    if (!isInOnePiece || count.decoded < from.count.decoded) return undefined
    return this.#judge(count.decoded - from.count.decoded, count.late - from.count.late)
  }

  /** The film stands, is out of sight, or goes on elsewhere: what was counted until now says nothing. */
  interrupt(): void {
    this.#from = undefined
  }

  #judge(decoded: number, late: number): FrameTrouble | undefined {
    if (decoded === 0) return this.#hasCounted ? 'no-picture' : undefined
    this.#hasCounted = true
    const isSlow = decoded >= ENOUGH_FRAMES && late > decoded * MOST_LATE_FRACTION
    this.#slowWindows = isSlow ? this.#slowWindows + 1 : 0
    if (this.#slowWindows < WINDOWS_IN_A_ROW) return undefined
    this.#slowWindows = 0
    return 'too-slow'
  }
}
