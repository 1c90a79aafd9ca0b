import type { LadderPolicy } from './ladder-policy.ts'

export type VideoUnit = {
  readonly kind: 'video'
  readonly name: string
  readonly rungNames: readonly string[]
  readonly firstSegment: number
  readonly segmentCount: number
  /** Its upper bound is open: it finds out how many frames there really are. */
  readonly isLast: boolean
  /** Needed before anything can be watched. */
  readonly isFirst: boolean
}
type AudioUnit = { readonly kind: 'audio'; readonly name: string; readonly segmentCount: number; readonly isFirst: true }
export type PosterUnit = { readonly kind: 'poster'; readonly name: string; readonly atSeconds: number; readonly isFirst: true }

/** One piece of work that any worker can do alone and do again. */
export type UnitPlan = VideoUnit | AudioUnit | PosterUnit

type UnitNeeds = {
  readonly rungNames: readonly string[]
  readonly segmentCount: number
  readonly audio: { readonly segmentCount: number } | undefined
  readonly durationSeconds: number
  readonly policy: LadderPolicy
}

const unitName = (rungNames: readonly string[], firstSegment: number): string =>
  `v${String(firstSegment).padStart(5, '0')}-${rungNames[0] ?? ''}`

function videoUnit(rungNames: readonly string[], firstSegment: number, segmentCount: number, total: number): VideoUnit {
  const isLast = firstSegment + segmentCount >= total
  return { kind: 'video', name: unitName(rungNames, firstSegment), rungNames, firstSegment, segmentCount, isLast, isFirst: false }
}

/**
 * Order of work: the first segment of the lowest rung, the sound, the poster (then staff can watch),
 * after that runs of whole segments with all rungs in one process.
 */
export function planUnits({ rungNames, segmentCount, audio, durationSeconds, policy }: UnitNeeds): readonly UnitPlan[] {
  const [lowest, ...others] = rungNames
  if (lowest === undefined) return []
  const run = segmentCount > policy.longTitleSegments ? policy.segmentsPerLongUnit : policy.segmentsPerUnit
  const units: UnitPlan[] = [{ ...videoUnit([lowest], 0, 1, segmentCount), isFirst: true }]
  if (audio !== undefined) units.push({ kind: 'audio', name: 'audio', segmentCount: audio.segmentCount, isFirst: true })
  units.push({ kind: 'poster', name: 'poster', atSeconds: Math.round(durationSeconds * 25) / 100, isFirst: true })
  if (others.length > 0) units.push(videoUnit(others, 0, 1, segmentCount))
  for (let first = 1; first < segmentCount; first += run) {
    units.push(videoUnit(rungNames, first, Math.min(run, segmentCount - first), segmentCount))
  }
  return units
}
