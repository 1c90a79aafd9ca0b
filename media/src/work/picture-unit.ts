import type { Readable } from 'node:stream'
import { writeStoryboardList } from '../package/storyboard-writer.ts'
import { joinRendition } from '../package/version-writer.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import type { PosterUnit } from '../plan/unit-plan.ts'
import { cutPosters } from '../poster/poster-writer.ts'
import { runPosterUnit } from '../run/poster-runner.ts'
import { runStoryboard } from '../run/storyboard-runner.ts'
import { keepPosters } from '../service/keep-posters.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import { finishedRecords, versionOf } from '../service/publish-version.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { StoreTrouble } from '../store/media-store.ts'
import { initName, STORYBOARD_LIST, segmentName, storyboardSheet, versionKey } from '../store/store-keys.ts'
import { DONE, lackOfMaster, spare, type WorkOutcome } from './work-outcome.ts'

/** Takes a poster from a master; a title without one is better than none. */
export async function takePoster(
  needs: MediaNeeds,
  unit: UnitRecord,
  step: PosterUnit,
  asset: AssetRecord,
  signal: AbortSignal,
): Promise<WorkOutcome> {
  if (asset.plan === undefined || asset.posterOrigin === 'import') return DONE
  const missing = await lackOfMaster(needs, asset)
  if (missing !== undefined) return missing
  const run = { ffmpegPath: needs.ffmpegPath, sandbox: needs.sandbox, signal }
  const outcome = await runPosterUnit(run, asset.plan, step, needs.layout.masterPath(asset._id))
  if (outcome.kind !== 'picture') return spare(needs, unit, outcome)
  const poster = await keepPosters(needs, asset._id, await cutPosters(outcome.picture))
  await needs.assets.setPoster(asset._id, poster, 'frame')
  return DONE
}

/** Init segment and all segments of a rendition, in order, from where finished files are kept. */
async function* renditionFiles(needs: MediaNeeds, asset: AssetRecord, name: string, segmentCount: number): AsyncGenerator<Readable> {
  const version = versionOf(asset)
  const files = [initName(name), ...Array.from({ length: segmentCount }, (_, segment) => segmentName(name, segment))]
  for (const file of files) {
    const reading = await needs.store.open(versionKey(asset._id, version, file))
    // Its unit is done, so it was there: the store has lost it, or has not got it for this machine yet.
    if (reading === undefined) throw new StoreTrouble('unreachable', `${file} is not in the store`)
    yield reading.stream
  }
}

/** Draws the small pictures by which people find a place in a title. */
export async function drawStoryboard(needs: MediaNeeds, unit: UnitRecord, asset: AssetRecord, signal: AbortSignal): Promise<WorkOutcome> {
  const { plan } = asset
  if (plan === undefined) return { kind: 'hopeless', problem: 'encode-failed', message: 'no plan' }
  const { storyboard, frameRate, gopFrames } = plan
  const units = await needs.units.unitsOfAttempt(asset._id, asset.attempt)
  const rung = joinRendition(finishedRecords(units), storyboard.rungName)
  if (rung === undefined) return { kind: 'hopeless', problem: 'encode-failed', message: `${storyboard.rungName} is missing` }
  const run = { ffmpegPath: needs.ffmpegPath, sandbox: needs.sandbox, signal }
  const scratch = `${needs.layout.unitDirectory(asset._id, asset.attempt, unit.step.name)}-${unit.fence}.mp4`
  const files = () => renditionFiles(needs, asset, storyboard.rungName, rung.segments.length)
  const outcome = await runStoryboard(run, plan, files, scratch)
  if (outcome.kind !== 'sheets') return spare(needs, unit, outcome)
  const version = versionOf(asset)
  for (const [sheet, bytes] of outcome.sheets.entries())
    await needs.store.put(versionKey(asset._id, version, storyboardSheet(sheet)), bytes)
  const gopSeconds = gopFrames / framesPerSecond(frameRate)
  const keyPictures = rung.segments.reduce((sum, segment) => sum + (segment.keyPictures?.length ?? 0), 0)
  const pictures = Math.ceil(keyPictures / Math.max(1, Math.round(storyboard.everySeconds / gopSeconds)))
  const list = writeStoryboardList(storyboard, pictures, rung.frames / framesPerSecond(frameRate))
  await needs.store.put(versionKey(asset._id, version, STORYBOARD_LIST), Buffer.from(list))
  return DONE
}
