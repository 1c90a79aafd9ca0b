import type { ProblemName, RungProgress } from '@ulan/contract'
import type { RenditionRecord } from '../package/rendition-record.ts'
import { completeVersion, type KeptUnit, type UnitPlace } from '../package/version-files.ts'
import { readManifest, type VersionManifest, writeManifest } from '../package/version-manifest.ts'
import { joinRendition, writePlaylists } from '../package/version-writer.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { makesRendition } from '../plan/unit-plan.ts'
import type { AssetRecord, PublishedParts } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { MANIFEST_NAME, STORYBOARD_LIST, versionKey } from '../store/store-keys.ts'
import type { MediaNeeds } from './media-needs.ts'
import { publishCues } from './publish-cues.ts'

export type Publication =
  | { readonly kind: 'published' }
  | { readonly kind: 'refused'; readonly problem: ProblemName; readonly message: string }
  | { readonly kind: 'obsolete' }
type Refused = Extract<Publication, { kind: 'refused' }>

const refused = (problem: ProblemName, message: string): Refused => ({ kind: 'refused', problem, message })

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

/** What belongs to the version; seconds of sound for a preview do not. */
const keptUnits = (needs: Pick<MediaNeeds, 'layout'>, units: readonly UnitRecord[]): readonly KeptUnit[] =>
  units.flatMap((unit) =>
    unit.renditions === undefined || unit.kind === 'first-audio' ? [] : [{ place: placeOfUnit(needs, unit), records: unit.renditions }],
  )

type Placed = VersionManifest['renditions'][number]
type Joined = { readonly kind: 'whole'; readonly renditions: ReadonlyMap<string, Placed> } | Refused

/** The renditions that units of a plan make; the rest is its base's. */
function madeBy(plan: TranscodePlan): ReadonlySet<string> {
  const low = (name: string): string | undefined => plan.audios.find((audio) => audio.lowName === name)?.name
  return new Set(renditionNames(plan).filter((name) => plan.units.some((unit) => makesRendition(unit, low(name) ?? name))))
}

/** All renditions, from their units or from the version before; broken when one misses, or the rungs do not agree on length and first picture. */
function joinAll(plan: TranscodePlan, records: readonly RenditionRecord[], version: number, base: VersionManifest | undefined): Joined {
  const made = madeBy(plan)
  const renditions = new Map<string, Placed>()
  for (const name of renditionNames(plan)) {
    const own = made.has(name) ? joinRendition(records, name) : undefined
    const placed = own === undefined ? base?.renditions.find(({ record }) => record.name === name) : { version, record: own }
    if (placed === undefined) return refused('encode-failed', `${name} is missing`)
    renditions.set(name, placed)
  }
  const rungs = plan.rungs.flatMap(({ name }) => renditions.get(name)?.record ?? [])
  const [lowest] = rungs
  const differs = rungs.find((rung) => rung.frames !== lowest?.frames || rung.firstOffsetTicks !== lowest.firstOffsetTicks)
  if (differs !== undefined)
    return refused('encode-failed', `${differs.name} has ${differs.frames} frames, the lowest rung ${lowest?.frames}`)
  if (lowest === undefined || isTooShort(plan, lowest.frames))
    return refused('truncated-video', `${lowest?.frames} frames of ${plan.frameCount}`)
  return { kind: 'whole', renditions }
}

/** A file that ends early decodes without an error: only the count tells. */
const isTooShort = (plan: TranscodePlan, frames: number): boolean =>
  frames < plan.frameCount - Math.max(3 * framesPerSecond(plan.frameRate), plan.frameCount * 0.02)

/** What staff see of a version; the low sound comes with its main one. */
function progressOf(plan: TranscodePlan, renditions: ReadonlyMap<string, Placed>): RungProgress[] {
  const low = new Set(plan.audios.map(({ lowName }) => lowName))
  return [...renditions.values()]
    .filter(({ record }) => !low.has(record.name))
    .map(({ record: { name, segments } }) => ({ name, state: 'done', segmentsDone: segments.length, segmentsTotal: segments.length }))
}

/**
 * When the attempt was asked for, in seconds: an address is never used again, not even after the store was emptied,
 * and an attempt that is published twice because of a crash has one address. The attempt counts too: one that was asked
 * for within the second in which the one before it failed has another.
 */
export const versionOf = ({ queuedAt, attempt }: Pick<AssetRecord, 'queuedAt' | 'attempt'>): number =>
  Math.floor(queuedAt.getTime() / 1000) + attempt - 1

/** What a published version is made of; undefined for one of an older release, or when the store has lost it. */
export async function manifestOf(
  { store }: Pick<MediaNeeds, 'store'>,
  assetId: string,
  version: number,
): Promise<VersionManifest | undefined> {
  const bytes = await store.read(versionKey(assetId, version, MANIFEST_NAME))
  return bytes && readManifest(bytes)
}

async function storyboardVersion(
  { store }: MediaNeeds,
  asset: AssetRecord,
  version: number,
  base: VersionManifest | undefined,
): Promise<number | undefined> {
  if (base !== undefined) return base.storyboard
  return (await store.stat(versionKey(asset._id, version, STORYBOARD_LIST))) === undefined ? undefined : version
}

const partsOf = ({ plan, storyboard, cues }: VersionManifest): PublishedParts => ({
  audios: plan.audios.map(({ name, language, isDefault, track }) => ({ name, language, isDefault, ...(track && { trackId: track.id }) })),
  cues: (plan.cues ?? []).map(({ name, language, trackId }) => ({ name, language, trackId, version: cues[name] ?? 0 })),
  ...(storyboard !== undefined && { storyboard }),
})

/**
 * Turns finished units into one immutable version. Their files are where they belong since each unit's end; what is missing
 * is brought now, then the playlists, and one update makes it the asset's own: before that nobody is told of it.
 */
export async function publishVersion(needs: MediaNeeds, asset: AssetRecord): Promise<Publication> {
  const { assets, store } = needs
  const { plan, attempt, _id: id } = asset
  if (plan === undefined) return refused('encode-failed', 'no plan')
  const base = plan.base === undefined ? undefined : await manifestOf(needs, id, plan.base)
  const units = await needs.units.unitsOfAttempt(id, attempt)
  const version = versionOf(asset)
  const joined = joinAll(plan, finishedRecords(units), version, base)
  if (joined.kind === 'refused') return joined
  await completeVersion(store, id, version, keptUnits(needs, units))
  const [lowest] = joined.renditions.values()
  const durationSeconds = (lowest?.record.frames ?? 0) / framesPerSecond(plan.frameRate)
  const cues = await publishCues(needs, asset, plan, version, durationSeconds, base)
  if (cues.kind === 'refused') return cues
  const places = new Map([
    ...[...joined.renditions].map(([name, placed]) => [name, placed.version] as const),
    ...Object.entries(cues.versions),
  ])
  const folderOf = (name: string): string => (places.get(name) === version ? '' : `../${places.get(name)}/`)
  const records = new Map([...joined.renditions].map(([name, { record }]) => [name, record]))
  for (const { name, text } of writePlaylists(plan, records, madeBy(plan), folderOf)) {
    await store.put(versionKey(id, version, name), Buffer.from(text))
  }
  const storyboard = await storyboardVersion(needs, asset, version, base)
  const manifest = {
    plan,
    renditions: [...joined.renditions.values()],
    cues: cues.versions,
    ...(storyboard !== undefined && { storyboard }),
  }
  await store.put(versionKey(id, version, MANIFEST_NAME), writeManifest(manifest))
  const ready = { version, durationSeconds, rungs: progressOf(plan, joined.renditions), published: partsOf(manifest) }
  return { kind: (await assets.publish(id, attempt, ready)) ? 'published' : 'obsolete' }
}
