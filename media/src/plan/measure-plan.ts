import { type FrameRate, framesPerSecond } from './frame-rate.ts'
import type { LadderPolicy } from './ladder-policy.ts'
import type { Rung } from './rung-plan.ts'

/** One trial encode of an excerpt. */
export type TrialRung = Pick<Rung, 'name' | 'widthPx' | 'heightPx' | 'preset'> & { readonly crf: number }

/** Excerpts of a title that are encoded and compared before its ladder is settled. */
export type MeasurePlan = {
  /** First frames, in the whole title; each excerpt is one segment long. */
  readonly firstFrames: readonly number[]
  readonly trials: readonly TrialRung[]
  /** Size at which pictures are compared: that of the largest rung tried. */
  readonly widthPx: number
  readonly heightPx: number
}

/** One excerpt for so much of a title: three of them cost a three-minute title an eighth of its encode. */
const SECONDS_PER_EXCERPT = 40
const MOST_EXCERPTS = 3
/** The second quality of the largest rung: with the first it gives the slope. */
export const COARSER_BY_CRF = 4

const shortSide = ({ widthPx, heightPx }: Pick<Rung, 'widthPx' | 'heightPx'>): number => Math.min(widthPx, heightPx)

/** What is tried of a title, or undefined when it is too short to be worth it or has a single rung. */
export function planMeasure(
  rungs: readonly Rung[],
  { rate, segmentFrames, segmentCount }: { readonly rate: FrameRate; readonly segmentFrames: number; readonly segmentCount: number },
  policy: LadderPolicy,
): MeasurePlan | undefined {
  const common = rungs.filter(({ codec }) => codec === 'h264').toSorted((a, b) => shortSide(a) - shortSide(b))
  const top = common.at(-1)
  const seconds = (segmentCount * segmentFrames) / framesPerSecond(rate)
  const count = Math.min(MOST_EXCERPTS, Math.floor(seconds / SECONDS_PER_EXCERPT))
  if (top === undefined || common.length < 2 || count === 0) return undefined
  // In the middle of equal parts, so that neither titles nor credits count.
  const firstFrames = Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * segmentCount) / count) * segmentFrames)
  const trial = (rung: Rung, crf: number): TrialRung => {
    const { name, widthPx, heightPx, preset } = rung
    return { name, widthPx, heightPx, preset, crf }
  }
  const { crf } = policy.h264
  return {
    firstFrames,
    trials: [...common.map((rung) => trial(rung, crf)), trial(top, crf + COARSER_BY_CRF)],
    widthPx: top.widthPx,
    heightPx: top.heightPx,
  }
}

/** What one trial of one excerpt came to; SSIM as in {@link Measurement}. */
export type Trial = { readonly bytes: number; readonly ssimDb: number }

/** What one trial came to over all excerpts. */
export type Measurement = Pick<TrialRung, 'name' | 'crf'> & {
  readonly bitrateBps: number
  /** −10 · log₁₀(1 − SSIM) at the size of comparison. */
  readonly ssimDb: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Means over the excerpts that were tried, each with all trials of the plan; none when nothing was tried. */
export function combineTrials(
  { trials }: MeasurePlan,
  excerpts: readonly (readonly Trial[])[],
  excerptSeconds: number,
): readonly Measurement[] {
  if (excerpts.length === 0) return []
  return trials.map(({ name, crf }, index) => {
    const tried = excerpts.flatMap((excerpt) => excerpt[index] ?? [])
    return {
      name,
      crf,
      bitrateBps: Math.round(mean(tried.map(({ bytes }) => (bytes * 8) / excerptSeconds))),
      ssimDb: mean(tried.map(({ ssimDb }) => ssimDb)),
    }
  })
}
