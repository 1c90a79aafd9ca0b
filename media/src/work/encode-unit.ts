import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RenditionRecord } from '../package/rendition-record.ts'
import { initFileOf, keepUnit, segmentFileOf, type UnitPlace } from '../package/version-files.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { runAudioUnit, runFirstAudioUnit } from '../run/audio-runner.ts'
import { failed, type UnitOutcome } from '../run/unit-outcome.ts'
import { type RunNeeds, type RunPlaces, runVideoUnit } from '../run/video-runner.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import { placeOfUnit } from '../service/publish-version.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { RESULT_FILE } from '../store/file-layout.ts'
import { lackOfMaster, type OnProgress, spare, type WorkOutcome } from './work-outcome.ts'

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
  (needs: MediaNeeds, place: UnitPlace, rendition: string, signal: AbortSignal, onProgress: OnProgress) =>
  async (segmentsDone: number): Promise<void> => {
    const newest = segmentFileOf(place, rendition, segmentsDone - 1)
    for (const { key, path } of segmentsDone === 1 ? [initFileOf(place, rendition), newest] : [newest]) {
      await needs.store.putFile(key, path, signal)
    }
    onProgress(segmentsDone)
  }

type Encoding = { readonly needs: MediaNeeds; readonly plan: TranscodePlan; readonly places: RunPlaces; readonly place: UnitPlace }

async function runStep(
  { needs, plan, places, place }: Encoding,
  unit: UnitRecord,
  run: RunNeeds,
  onProgress: OnProgress,
): Promise<UnitOutcome> {
  const { step } = unit
  switch (step.kind) {
    case 'video':
      return await runVideoUnit(run, plan, step, places)
    case 'audio': {
      const audio = plan.audios.find(({ name }) => name === step.name)
      if (audio === undefined) return failed('encode-failed', `the plan has no ${step.name}`)
      return await runAudioUnit(run, plan, audio, places, keepSound(needs, place, audio.name, run.signal, onProgress))
    }
    case 'first-audio': {
      const audio = plan.audios.find(({ isDefault }) => isDefault)
      if (audio === undefined) return failed('encode-failed', 'the plan has no sound')
      return await runFirstAudioUnit(run, plan, audio, step, places)
    }
    default:
      throw new Error(`${step.kind} is not an encode`)
  }
}

/** Makes one unit of segments, or finds that it was made before, and keeps it where all machines have it. */
export async function encodeUnit(
  needs: MediaNeeds,
  unit: UnitRecord,
  asset: AssetRecord,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<WorkOutcome> {
  const { plan } = asset
  if (plan === undefined) return { kind: 'hopeless', problem: 'encode-failed', message: 'no plan' }
  const { track } = plan.audios.find(({ name }) => name === unit.step.name) ?? {}
  const unitDirectory = needs.layout.unitDirectory(asset._id, asset.attempt, unit.step.name)
  const places: RunPlaces = {
    masterPath: needs.layout.masterPath(asset._id, track?.id),
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
  const missing = await lackOfMaster(needs, asset, track?.id)
  if (missing !== undefined) return missing
  const run = { ffmpegPath: needs.ffmpegPath, sandbox: needs.sandbox, signal }
  const outcome = await runStep({ needs, plan, places, place }, unit, run, onProgress)
  if (outcome.kind === 'done') return await keep(outcome.renditions)
  // Only a preview misses it, and not for long.
  return unit.kind === 'first-audio' ? spare(needs, unit, outcome) : outcome
}
