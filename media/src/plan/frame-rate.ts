/** Frames per second as a fraction, so that 30000/1001 never becomes 29.97. */
export type FrameRate = { readonly numerator: number; readonly denominator: number }

const STANDARD_RATES: readonly FrameRate[] = [
  { numerator: 24000, denominator: 1001 },
  { numerator: 24, denominator: 1 },
  { numerator: 25, denominator: 1 },
  { numerator: 30000, denominator: 1001 },
  { numerator: 30, denominator: 1 },
  { numerator: 48, denominator: 1 },
  { numerator: 50, denominator: 1 },
  { numerator: 60000, denominator: 1001 },
  { numerator: 60, denominator: 1 },
]
const FASTEST: FrameRate = { numerator: 60, denominator: 1 }
/** Phones write 29.87 for 30: nearer than this to a standard rate is that rate. */
const SNAP = 0.006
const EXACT = 0.0004
/** Slower than this, two seconds hold too few pictures for an encoder to reorder them as in every other rung. */
const SLOWEST = 2

export const framesPerSecond = (rate: FrameRate): number => rate.numerator / rate.denominator

/** Reads `25/1` or `30000/1001`; undefined for `0/0` and anything else. */
export function parseFrameRate(text: string | undefined): FrameRate | undefined {
  const match = /^(\d+)\/(\d+)$/.exec(text ?? '')
  const numerator = Number(match?.[1] ?? 0)
  const denominator = Number(match?.[2] ?? 0)
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : undefined
}

const distance = (rate: FrameRate, wanted: number): number => Math.abs(framesPerSecond(rate) - wanted) / wanted

/**
 * The constant rate of the output: the source's own when it is steady, the next standard one when it varies or is a
 * mere show of slides, never above 60.
 * `average` and `nominal` are ffprobe's `avg_frame_rate` and `r_frame_rate`.
 */
export function planFrameRate(average: FrameRate | undefined, nominal: FrameRate | undefined): FrameRate {
  const measured = average ?? nominal
  if (measured === undefined) return { numerator: 25, denominator: 1 }
  const wanted = framesPerSecond(measured)
  if (wanted > framesPerSecond(FASTEST) * (1 + SNAP)) return FASTEST
  const nearest = STANDARD_RATES.toSorted((a, b) => distance(a, wanted) - distance(b, wanted))[0]
  // 24 and 24000/1001 differ by a thousandth: an exact hit counts before a near one.
  if (nearest !== undefined && distance(nearest, wanted) < SNAP) return nearest
  if (nominal !== undefined && distance(nominal, wanted) < EXACT && wanted >= SLOWEST) return nominal
  return STANDARD_RATES.find((rate) => framesPerSecond(rate) >= wanted * 0.98) ?? FASTEST
}

/** Ticks per second of the video track such that one frame is a whole number of ticks. */
export function videoTimescale(rate: FrameRate): number {
  return rate.numerator < 10_000 ? rate.numerator * 1000 : rate.numerator
}

/** Ticks of one frame in {@link videoTimescale}. */
export function ticksPerFrame(rate: FrameRate): number {
  return rate.numerator < 10_000 ? rate.denominator * 1000 : rate.denominator
}
