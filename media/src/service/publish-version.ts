import { join } from 'node:path'
import type { ProblemName, RungProgress } from '@ulan/contract'
import { type FinishedUnit, type JoinedRendition, joinRendition, writeVersion } from '../package/version-writer.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { AUDIO_RENDITION } from '../run/audio-runner.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import type { MediaNeeds } from './media-needs.ts'

export type Publication =
  | { readonly kind: 'published' }
  | { readonly kind: 'refused'; readonly problem: ProblemName; readonly message: string }
  | { readonly kind: 'obsolete' }

/** Renditions that a version must have, lowest rung first. */
export const renditionNames = (plan: TranscodePlan): readonly string[] => [
  ...plan.rungs.map((rung) => rung.name),
  ...(plan.audio ? [AUDIO_RENDITION] : []),
]

/** Units of an attempt that are done, with the place of their files. */
export function finishedUnits({ layout }: Pick<MediaNeeds, 'layout'>, units: readonly UnitRecord[]): readonly FinishedUnit[] {
  return units
    .filter((unit) => unit.state === 'done' && unit.renditions !== undefined)
    .map((unit) => ({
      directory: layout.unitDirectory(unit.assetId, unit.attempt, unit.step.name),
      renditions: unit.renditions ?? [],
    }))
}

type Joined =
  | { readonly kind: 'whole'; readonly renditions: ReadonlyMap<string, JoinedRendition> }
  | { readonly kind: 'broken'; readonly message: string }

/** All renditions from their units; broken when one misses, or the rungs do not agree on length and first picture. */
function joinAll(plan: TranscodePlan, units: readonly FinishedUnit[]): Joined {
  const renditions = new Map<string, JoinedRendition>()
  for (const name of renditionNames(plan)) {
    const joined = joinRendition(units, name)
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

/**
 * When the attempt was asked for, in seconds: an address is never used again, not even after the store was emptied,
 * and an attempt that is published twice because of a crash has one address.
 */
const nextVersion = ({ queuedAt, version }: AssetRecord): number => Math.max(Math.floor(queuedAt.getTime() / 1000), (version ?? 0) + 1)

/** Turns finished units into one immutable version: built aside, renamed into place, then made the asset's own in one update. */
export async function publishVersion(needs: MediaNeeds, asset: AssetRecord, fence: number): Promise<Publication> {
  const { assets, units, layout } = needs
  const { plan, attempt } = asset
  if (plan === undefined) return { kind: 'refused', problem: 'encode-failed', message: 'no plan' }
  const joined = joinAll(plan, finishedUnits(needs, await units.unitsOfAttempt(asset._id, attempt)))
  if (joined.kind === 'broken') return { kind: 'refused', problem: 'encode-failed', message: joined.message }
  const lowest = joined.renditions.get(plan.rungs[0]?.name ?? '')
  if (lowest === undefined || isTooShort(plan, lowest.frames)) {
    return { kind: 'refused', problem: 'truncated-video', message: `${lowest?.frames} frames of ${plan.frameCount}` }
  }
  const version = nextVersion(asset)
  const directory = layout.publishedDirectory(asset._id, String(version))
  await writeVersion(plan, joined.renditions, join(layout.workDirectory(asset._id, attempt), `publish-${fence}`), directory)
  const rungs: RungProgress[] = [...joined.renditions.values()].map(({ name, segments }) => ({
    name,
    state: 'done',
    segmentsDone: segments.length,
    segmentsTotal: segments.length,
  }))
  const durationSeconds = lowest.frames / framesPerSecond(plan.frameRate)
  const isOurs = await assets.publish(asset._id, attempt, { version, durationSeconds, rungs })
  return { kind: isOurs ? 'published' : 'obsolete' }
}
