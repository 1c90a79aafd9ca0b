import type { AudioPlan } from './audio-plan.ts'
import type { LadderPolicy } from './ladder-policy.ts'
import type { Rung } from './rung-plan.ts'

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
export type AudioUnit = {
  readonly kind: 'audio'
  /** That of its rendition. */
  readonly name: string
  readonly segmentCount: number
  readonly isFirst: false
}
/** The first seconds of the default sound with a loudness that is guessed, so that a preview need not wait for the whole. */
export type FirstAudioUnit = { readonly kind: 'first-audio'; readonly name: string; readonly seconds: number; readonly isFirst: true }
export type PosterUnit = { readonly kind: 'poster'; readonly name: string; readonly atSeconds: number; readonly isFirst: true }

/** One piece of work that any worker can do alone and do again. */
export type UnitPlan = VideoUnit | AudioUnit | FirstAudioUnit | PosterUnit

/** Whether a unit makes segments of a rendition; the low sound comes with its main one. */
export const makesRendition = (
  unit: { readonly kind: string; readonly name: string; readonly rungNames?: readonly string[] },
  name: string,
): boolean => (unit.kind === 'video' ? unit.rungNames?.includes(name) === true : unit.kind === 'audio' && unit.name === name)

type UnitNeeds = {
  readonly rungs: readonly Rung[]
  readonly segmentCount: number
  readonly audios: readonly AudioPlan[]
  readonly durationSeconds: number
  readonly policy: LadderPolicy
}

type CostlyNeeds = Pick<UnitNeeds, 'rungs' | 'segmentCount' | 'policy'>

/** Rendition of {@link FirstAudioUnit}; it is never published. */
export const FIRST_AUDIO = 'audio-first'
/** Two segments: a player begins with one and asks for the next. */
const FIRST_AUDIO_SECONDS = 8

const unitName = (rungNames: readonly string[], firstSegment: number): string =>
  `v${String(firstSegment).padStart(5, '0')}-${rungNames[0] ?? ''}`

function videoUnit(rungNames: readonly string[], firstSegment: number, segmentCount: number, total: number): VideoUnit {
  const isLast = firstSegment + segmentCount >= total
  return { kind: 'video', name: unitName(rungNames, firstSegment), rungNames, firstSegment, segmentCount, isLast, isFirst: false }
}

/** How long units may be, in segments. */
type UnitLengths = { readonly least: number; readonly most: number }
/** A unit takes at most this share of what is left, so that workers who began together end together. */
const SHARE_OF_REST = 1 / 4

/** Runs of whole segments from `first` to the end: long ones, which cost less, as long as there is enough for everybody. */
function runs(rungNames: readonly string[], first: number, { least, most }: UnitLengths, total: number): readonly VideoUnit[] {
  const units: VideoUnit[] = []
  for (let segment = first; segment < total; ) {
    const rest = total - segment
    const length = Math.min(rest, Math.max(least, Math.min(most, Math.floor(rest * SHARE_OF_REST))))
    units.push(videoUnit(rungNames, segment, length, total))
    segment += length
  }
  return units
}

const namesOf = (rungs: readonly Rung[]): readonly string[] => rungs.map(({ name }) => name)

/** What lets somebody watch at once: the first segment of the lowest rung, the first seconds of sound, a poster. */
export function planFirstUnits({ rungs, segmentCount, audios, durationSeconds }: UnitNeeds): readonly UnitPlan[] {
  const [lowest] = rungs
  if (lowest === undefined) return []
  return [
    { ...videoUnit([lowest.name], 0, 1, segmentCount), isFirst: true },
    ...(audios.length === 0 ? [] : [{ kind: 'first-audio', name: FIRST_AUDIO, seconds: FIRST_AUDIO_SECONDS, isFirst: true } as const]),
    { kind: 'poster', name: 'poster', atSeconds: Math.round(durationSeconds * 25) / 100, isFirst: true },
    ...audios.map(({ name, segmentCount: count }) => ({ kind: 'audio', name, segmentCount: count, isFirst: false }) as const),
  ]
}

/** Up to this a rung is so little work beside the decoding of its master that several share a process. */
const SMALL_SIDE_PX = 720

/** Rungs of the costly codecs by the process that makes them: the small ones of a ladder together, the large ones alone. */
function processesOf(rungs: readonly Rung[]): readonly (readonly string[])[] {
  const costly = rungs.filter(({ codec }) => codec !== 'h264')
  const ladders = [...new Set(costly.map(({ codec, range }) => `${codec} ${range}`))]
  return ladders.flatMap((ladder) => {
    const own = costly.filter(({ codec, range }) => `${codec} ${range}` === ladder)
    const isSmall = ({ widthPx, heightPx }: Rung): boolean => Math.min(widthPx, heightPx) <= SMALL_SIDE_PX
    const small = namesOf(own.filter(isSmall))
    return [...(small.length > 0 ? [small] : []), ...own.filter((rung) => !isSmall(rung)).map(({ name }) => [name])]
  })
}

/** Units of the costly codecs among some rungs. */
export const planCostlyUnits = ({ rungs, segmentCount, policy }: CostlyNeeds): readonly UnitPlan[] =>
  processesOf(rungs).flatMap((names) => runs(names, 0, { least: policy.segmentsPerUnit, most: policy.segmentsPerUnit }, segmentCount))

/**
 * The rest of the ladder: all H.264 rungs in one process for each run of segments, since they share the decoder, then the
 * costly codecs, whose large rungs take a whole machine.
 */
export function planLadderUnits({ rungs, segmentCount, policy }: UnitNeeds): readonly UnitPlan[] {
  const [lowest, ...others] = rungs.filter(({ codec }) => codec === 'h264')
  if (lowest === undefined) return []
  return [
    ...(others.length === 0 ? [] : [videoUnit(namesOf(others), 0, 1, segmentCount)]),
    ...runs([lowest.name, ...namesOf(others)], 1, { least: policy.segmentsPerShortUnit, most: policy.segmentsPerLongUnit }, segmentCount),
    ...planCostlyUnits({ rungs, segmentCount, policy }),
  ]
}
