import type { LadderReason } from '@ulan/contract'
import type { LadderPolicy } from './ladder-policy.ts'
import { COARSER_BY_CRF, type Measurement } from './measure-plan.ts'
import type { Rung } from './rung-plan.ts'

/** Nobody sees what is better than this (SSIM 0.984), measured at the size of the largest rung. */
const GOOD_SSIM_DB = 18
/** Noise keeps SSIM low at any price: bits that buy less than this are not spent. */
const LEAST_GAIN_DB = 0.4
const FINEST_BY_CRF = 2
const COARSEST_BY_CRF = 5
/** How far below the line between its neighbours a rung may lie: measuring is not exact. */
const HULL_TOLERANCE_DB = 0.15
/** A step that a player gains nothing by. */
const LEAST_RATIO = 1.25

/** A rung is missed when the next one up takes more than this times the bits of the next one down (Apple's authoring rules: 1.5 to 2). */
const MOST_RATIO = 2.5
/** Any link that carries a picture carries this, bit/s. */
const EVERY_LINK_BPS = 400_000

/** A ladder whose rungs have earned their place. */
export type LadderDecision = { readonly rungs: readonly Rung[]; readonly reasons: readonly LadderReason[] }

type Slope = { readonly ssimDbPerCrf: number; readonly lnBitratePerCrf: number }
type Point = { readonly name: string; readonly ssimDb: number; readonly lnBitrate: number }

/** What one CRF more costs in quality and saves in bits, from the largest rung that was tried twice. */
function slopeOf(fine: Measurement, coarse: Measurement): Slope {
  return {
    ssimDbPerCrf: Math.min(0, (coarse.ssimDb - fine.ssimDb) / COARSER_BY_CRF),
    lnBitratePerCrf: Math.min(0, Math.log(coarse.bitrateBps / fine.bitrateBps) / COARSER_BY_CRF),
  }
}

/** The coarsest CRF that still looks good, or that loses next to nothing against the policy's. */
function chooseCrf(fine: Measurement, { ssimDbPerCrf }: Slope): number {
  let chosen = fine.crf - FINEST_BY_CRF
  for (let crf = chosen; crf <= fine.crf + COARSEST_BY_CRF; crf += 1) {
    const change = (crf - fine.crf) * ssimDbPerCrf
    if (fine.ssimDb + change >= GOOD_SSIM_DB || -change <= LEAST_GAIN_DB) chosen = crf
  }
  return chosen
}

/** How far a point lies below the line between two others, in dB. */
function depthBelow(point: Point, lower: Point, upper: Point): number {
  const span = upper.lnBitrate - lower.lnBitrate
  const share = span <= 0 ? 1 : Math.min(1, Math.max(0, (point.lnBitrate - lower.lnBitrate) / span))
  return lower.ssimDb + (upper.ssimDb - lower.ssimDb) * share - point.ssimDb
}

/** Whether links between two rungs would be left with the lower one though they could carry much more. */
const isGap = (lower: Point, upper: Point): boolean =>
  upper.lnBitrate > Math.log(EVERY_LINK_BPS) && upper.lnBitrate - lower.lnBitrate > Math.log(MOST_RATIO)

type Dropped = { readonly name: string; readonly reason: LadderReason }

/** Rungs between the lowest and the largest that give less than their neighbours for the bits they take, and that nobody would miss. */
function findDropped(points: readonly Point[]): readonly Dropped[] {
  const dropped: Dropped[] = []
  let kept = points
  for (;;) {
    const inner = kept.slice(1, -1).map((point, index) => ({ point, lower: kept[index] ?? point, upper: kept[index + 2] ?? point }))
    const worst = inner
      .map(({ point, lower, upper }) => ({
        point,
        depthDb: depthBelow(point, lower, upper),
        isClose: upper.lnBitrate - point.lnBitrate < Math.log(LEAST_RATIO),
        isMissed: isGap(lower, upper),
      }))
      .filter(({ depthDb, isClose, isMissed }) => isClose || (depthDb > HULL_TOLERANCE_DB && !isMissed))
      .toSorted((a, b) => b.depthDb - a.depthDb)[0]
    if (worst === undefined) return dropped
    const { name } = worst.point
    dropped.push({ name, reason: { code: worst.isClose ? 'rung-too-close' : 'rung-below-hull', rung: name } })
    kept = kept.filter((point) => point.name !== name)
  }
}

const decimal = (value: number): number => Math.round(value * 10) / 10

/**
 * Settles a ladder by what its excerpts came to: one CRF for the title, and no rung that lies below the hull of bit rate and
 * quality. The lowest rung is under way already: it keeps the policy's CRF. Other codecs are moved by as much as H.264.
 */
export function decideLadder(rungs: readonly Rung[], measured: readonly Measurement[], policy: LadderPolicy): LadderDecision {
  const { crf: usual } = policy.h264
  const common = rungs.filter(({ codec }) => codec === 'h264')
  const [lowest] = common
  const top = common.at(-1)
  const fine = measured.find(({ name, crf }) => name === top?.name && crf === usual)
  const coarse = measured.find(({ name, crf }) => name === top?.name && crf === usual + COARSER_BY_CRF)
  if (fine === undefined || coarse === undefined) return { rungs, reasons: [{ code: 'crf-by-policy', crf: usual }] }
  const slope = slopeOf(fine, coarse)
  const crf = chooseCrf(fine, slope)
  const points = common.flatMap((rung): readonly Point[] => {
    const own = measured.find((measurement) => measurement.name === rung.name && measurement.crf === usual)
    const by = rung === lowest ? 0 : crf - usual
    const lnBitrate = own && Math.min(Math.log(own.bitrateBps) + by * slope.lnBitratePerCrf, Math.log(rung.maxBitrateBps))
    return own === undefined || lnBitrate === undefined
      ? []
      : [{ name: rung.name, ssimDb: own.ssimDb + by * slope.ssimDbPerCrf, lnBitrate }]
  })
  const dropped = findDropped(points)
  const gone = new Set(dropped.map(({ name }) => name))
  const kept = rungs.filter(({ name }) => !gone.has(name))
  return {
    rungs: kept.map((rung) => (rung === lowest ? rung : { ...rung, crf: rung.crf + crf - usual })),
    reasons: [
      { code: 'crf-measured', crf, ssimDb: decimal(fine.ssimDb + (crf - usual) * slope.ssimDbPerCrf), rung: fine.name },
      ...dropped.map(({ reason }) => reason),
    ],
  }
}
