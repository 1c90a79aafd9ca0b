import type { ProblemName, RungProgress } from '@ulan/contract'
import type { RenditionRecord } from '../package/rendition-record.ts'
import { completeVersion, type KeptUnit, type UnitPlace } from '../package/version-files.ts'
import { joinRendition, writePlaylists } from '../package/version-writer.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { versionKey } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'

export type Publication =
  | { readonly kind: 'published' }
  | { readonly kind: 'refused'; readonly problem: ProblemName; readonly message: string }
  | { readonly kind: 'obsolete' }

/** Renditions that a version must have, lowest rung first. */
const renditionNames = (plan: TranscodePlan): readonly string[] => [
  ...plan.rungs.map((rung) => rung.name),
  ...plan.audios.flatMap(({ name, lowName }) => [name, lowName]),
]

/** What the units of an attempt that are done have brought. */
export const finishedRecords = (units: readonly UnitRecord[]): readonly RenditionRecord[] =>
  units.filter(({ state }) => state === 'done').flatMap(({ renditions }) => renditions ?? [])

/** Where the files of a unit lie on the machine that made it, and where they belong. */
export const placeOfUnit = ({ layout }: Pick<MediaNeeds, 'layout'>, unit: UnitRecord): UnitPlace => ({
  assetId: unit.assetId,
  version: versionOf(unit),
  directory: layout.unitDirectory(unit.assetId, unit.attempt, unit.step.name),
})

const keptUnits = (needs: Pick<MediaNeeds, 'layout'>, units: readonly UnitRecord[]): readonly KeptUnit[] =>
  units.flatMap((unit) => (unit.renditions === undefined ? [] : [{ place: placeOfUnit(needs, unit), records: unit.renditions }]))

type Joined =
  | { readonly kind: 'whole'; readonly renditions: ReadonlyMap<string, RenditionRecord> }
  | { readonly kind: 'broken'; readonly message: string }

/** All renditions from their units; broken when one misses, or the rungs do not agree on length and first picture. */
function joinAll(plan: TranscodePlan, records: readonly RenditionRecord[]): Joined {
  const renditions = new Map<string, RenditionRecord>()
  for (const name of renditionNames(plan)) {
    const joined = joinRendition(records, name)
    if (joined === undefined) return { kind: 'broken', message: `${name} is missing` }
    renditions.set(name, joined)
  }
  const rungs = plan.rungs.flatMap(({ name }) => renditions.get(name) ?? [])
  const [lowest] = rungs
  const differs = rungs.find((rung) => rung.frames !== lowest?.frames || rung.firstOffsetTicks !== lowest.firstOffsetTicks)
  if (differs !== undefined)
    return { kind: 'broken', message: `${differs.name} has ${differs.frames} frames, the lowest rung ${lowest?.frames}` }
  return { kind: 'whole', renditions }
}

/** A file that ends early decodes without an error: only the count tells. */
const isTooShort = (plan: TranscodePlan, frames: number): boolean =>
  frames < plan.frameCount - Math.max(3 * framesPerSecond(plan.frameRate), plan.frameCount * 0.02)

/** What staff see of a version; the low sound comes with its main one. */
function progressOf(plan: TranscodePlan, renditions: ReadonlyMap<string, RenditionRecord>): RungProgress[] {
  const low = new Set(plan.audios.map(({ lowName }) => lowName))
  return [...renditions.values()]
    .filter(({ name }) => !low.has(name))
    .map(({ name, segments: { length } }) => ({ name, state: 'done', segmentsDone: length, segmentsTotal: length }))
}

/**
 * When the attempt was asked for, in seconds: an address is never used again, not even after the store was emptied,
 * and an attempt that is published twice because of a crash has one address. The attempt counts too: one that was asked
 * for within the second in which the one before it failed has another.
 */
export const versionOf = ({ queuedAt, attempt }: Pick<AssetRecord, 'queuedAt' | 'attempt'>): number =>
  Math.floor(queuedAt.getTime() / 1000) + attempt - 1

/**
 * Turns finished units into one immutable version. Their files are where they belong since each unit's end; what is missing
 * is brought now, then the playlists, and one update makes it the asset's own: before that nobody is told of it.
 */
export async function publishVersion(needs: MediaNeeds, asset: AssetRecord): Promise<Publication> {
  const { assets, store } = needs
  const { plan, attempt } = asset
  if (plan === undefined) return { kind: 'refused', problem: 'encode-failed', message: 'no plan' }
  const units = await needs.units.unitsOfAttempt(asset._id, attempt)
  const joined = joinAll(plan, finishedRecords(units))
  if (joined.kind === 'broken') return { kind: 'refused', problem: 'encode-failed', message: joined.message }
  const lowest = joined.renditions.get(plan.rungs[0]?.name ?? '')
  if (lowest === undefined || isTooShort(plan, lowest.frames)) {
    return { kind: 'refused', problem: 'truncated-video', message: `${lowest?.frames} frames of ${plan.frameCount}` }
  }
  const version = versionOf(asset)
  await completeVersion(store, asset._id, version, keptUnits(needs, units))
  for (const { name, text } of writePlaylists(plan, joined.renditions)) {
    await store.put(versionKey(asset._id, version, name), Buffer.from(text))
  }
  const rungs = progressOf(plan, joined.renditions)
  const durationSeconds = lowest.frames / framesPerSecond(plan.frameRate)
  const isOurs = await assets.publish(asset._id, attempt, { version, durationSeconds, rungs })
  return { kind: isOurs ? 'published' : 'obsolete' }
}
