import { readFile, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BASE_LOCALE, type ProblemName } from '@ulan/contract'
import { describeProblem } from '@ulan/contract/schemas'
import type { RenditionRecord } from '../package/rendition-record.ts'
import { initFileOf, keepUnit, segmentFileOf, type UnitPlace } from '../package/version-files.ts'
import type { PosterUnit } from '../plan/unit-plan.ts'
import { cutPosters } from '../poster/poster-writer.ts'
import { AUDIO_RENDITION, runAudioUnit } from '../run/audio-runner.ts'
import { runPosterUnit } from '../run/poster-runner.ts'
import type { UnitOutcome } from '../run/unit-outcome.ts'
import { type RunPlaces, runVideoUnit } from '../run/video-runner.ts'
import { admitMaster } from '../service/admit-master.ts'
import { keepPosters } from '../service/keep-posters.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import { placeOfUnit, publishVersion, versionOf } from '../service/publish-version.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { RESULT_FILE } from '../store/file-layout.ts'
import { versionFolder } from '../store/store-keys.ts'

export type WorkOutcome =
  | UnitOutcome
  /** The asset went another way: nothing of this attempt is wanted any more. */
  | { readonly kind: 'obsolete' }
  /** The master is not on this machine and cannot be had yet. */
  | { readonly kind: 'elsewhere' }
  /** Trying again would end the same way. */
  | { readonly kind: 'hopeless'; readonly problem: ProblemName; readonly message: string }

export type OnProgress = (segmentsDone: number) => void

const DONE: WorkOutcome = { kind: 'done', renditions: [] }

async function readFinished(unitDirectory: string): Promise<readonly RenditionRecord[] | undefined> {
  const json = await readFile(join(unitDirectory, RESULT_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (json === undefined) return undefined
  try {
    return JSON.parse(json) as readonly RenditionRecord[] // only our own runners write it
  } catch (error) {
    // Cut off by a power cut: the unit is made again.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Tells of progress only what anybody can fetch. */
const keepSound =
  (needs: MediaNeeds, place: UnitPlace, signal: AbortSignal, onProgress: OnProgress) =>
  async (segmentsDone: number): Promise<void> => {
    const newest = segmentFileOf(place, AUDIO_RENDITION, segmentsDone - 1)
    for (const { key, path } of segmentsDone === 1 ? [initFileOf(place, AUDIO_RENDITION), newest] : [newest]) {
      await needs.store.putFile(key, path, signal)
    }
    onProgress(segmentsDone)
  }

async function encode(
  needs: MediaNeeds,
  unit: UnitRecord,
  asset: AssetRecord,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<WorkOutcome> {
  const { step } = unit
  const { plan } = asset
  if (plan === undefined) return { kind: 'hopeless', problem: 'encode-failed', message: 'no plan' }
  const unitDirectory = needs.layout.unitDirectory(asset._id, asset.attempt, step.name)
  const places: RunPlaces = {
    masterPath: needs.layout.masterPath(asset._id),
    unitDirectory,
    scratchDirectory: `${unitDirectory}-${unit.fence}`,
  }
  const place = placeOfUnit(needs, unit)
  const keep = async (renditions: readonly RenditionRecord[]): Promise<WorkOutcome> => {
    await keepUnit(needs.store, place, renditions, signal)
    return { kind: 'done', renditions }
  }
  const finished = await readFinished(unitDirectory)
  if (finished !== undefined) return await keep(finished)
  const missing = await lackOfMaster(needs, asset)
  if (missing !== undefined) return missing
  const run = { ffmpegPath: needs.ffmpegPath, sandbox: needs.sandbox, signal }
  if (step.kind === 'audio') return await runAudioUnit(run, plan, places, keepSound(needs, place, signal, onProgress))
  if (step.kind !== 'video') throw new Error(`${step.kind} is not an encode`)
  const outcome = await runVideoUnit(run, plan, step, places)
  return outcome.kind === 'done' ? await keep(outcome.renditions) : outcome
}

/** Why nothing can be made from a master now; undefined when it is here. */
async function lackOfMaster(needs: MediaNeeds, asset: AssetRecord): Promise<WorkOutcome | undefined> {
  const found = await needs.masters.find(asset, needs.clock())
  if (found === 'here') return undefined
  return found === 'elsewhere' ? { kind: 'elsewhere' } : { kind: 'hopeless', problem: 'not-found', message: 'the master file is gone' }
}

/** A title without a poster is better than none: trouble here is told, not fatal. */
async function takePoster(needs: MediaNeeds, step: PosterUnit, asset: AssetRecord, signal: AbortSignal): Promise<WorkOutcome> {
  if (asset.plan === undefined || asset.posterOrigin === 'import') return DONE
  const missing = await lackOfMaster(needs, asset)
  if (missing !== undefined) return missing
  const run = { ffmpegPath: needs.ffmpegPath, sandbox: needs.sandbox, signal }
  const outcome = await runPosterUnit(run, asset.plan, step, needs.layout.masterPath(asset._id))
  if (outcome.kind === 'stopped') return outcome
  if (outcome.kind === 'failed') {
    needs.logger.warn({ assetId: asset._id, message: outcome.message }, 'no poster from the master')
    return DONE
  }
  const poster = await keepPosters(needs.store, asset._id, await cutPosters(outcome.picture))
  await needs.assets.setPoster(asset._id, poster, 'frame')
  return DONE
}

async function probe(needs: MediaNeeds, asset: AssetRecord, signal: AbortSignal): Promise<WorkOutcome> {
  const admission = await admitMaster(needs, asset, signal)
  if (signal.aborted) return { kind: 'stopped' }
  // A refusal has told the asset already; its probe is done all the same.
  return admission.kind === 'admitted' || admission.kind === 'refused' ? DONE : admission
}

async function publish(needs: MediaNeeds, asset: AssetRecord): Promise<WorkOutcome> {
  const publication = await publishVersion(needs, asset)
  if (publication.kind === 'refused') return { ...publication, kind: 'hopeless' }
  return publication.kind === 'obsolete' ? publication : DONE
}

/** Does one claimed unit; the asset is read afresh, so that nothing is done for an attempt that is over. */
export async function workUnit(needs: MediaNeeds, unit: UnitRecord, signal: AbortSignal, onProgress: OnProgress): Promise<WorkOutcome> {
  const asset = await needs.assets.read(unit.assetId)
  const wanted = unit.kind === 'probe' ? 'probing' : 'encoding'
  if (asset === undefined || asset.attempt !== unit.attempt || asset.status !== wanted) return { kind: 'obsolete' }
  const { step } = unit
  switch (step.kind) {
    case 'probe':
      return await probe(needs, asset, signal)
    case 'poster':
      return await takePoster(needs, step, asset, signal)
    case 'audio':
    case 'video':
      return await encode(needs, unit, asset, signal, onProgress)
    case 'publish':
      return await publish(needs, asset)
  }
}

/** Ends an attempt: its asset fails, nothing of it stays in the queue. */
export async function failAttempt(needs: MediaNeeds, unit: UnitRecord, problem: ProblemName, message: string): Promise<void> {
  needs.logger.error({ assetId: unit.assetId, unit: unit._id, problem, message }, 'encode failed')
  await needs.assets.fail(unit.assetId, unit.attempt, describeProblem(problem, BASE_LOCALE))
  await clearAttempt(needs, unit)
}

/** Takes the leftovers of a finished or failed attempt away; its units last, since they bring whoever is to end this here again. */
export async function clearAttempt(needs: MediaNeeds, unit: Pick<UnitRecord, 'assetId' | 'attempt' | 'queuedAt'>): Promise<void> {
  const version = versionOf(unit)
  const isPublished = (await needs.assets.read(unit.assetId))?.version === version
  if (!isPublished) await needs.store.remove(versionFolder(unit.assetId, version))
  const directory = needs.layout.workDirectory(unit.assetId, unit.attempt)
  await rm(directory, { recursive: true, force: true })
  await rmdir(dirname(directory)).catch((error: NodeJS.ErrnoException) => {
    // Another attempt may be at work in there, or the folder is gone.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'ENOENT') throw error
  })
  await needs.units.remove(unit.assetId, unit.attempt)
}
