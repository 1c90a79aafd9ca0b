import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type CueSheet, type CueSheetEdit, done, type Outcome, refuse } from '@ulan/contract'
import { cueFieldProblems } from '../cue/cue-problem.ts'
import { type CueSheetOutcome, checkSheet, sheetOfFile } from '../cue/cue-sheet.ts'
import type { AssetRecord, TrackRecord } from '../storage/asset-model.ts'
import { StoreTrouble } from '../store/media-store.ts'
import { changeWishes } from './change-wishes.ts'
import type { MediaNeeds } from './media-needs.ts'

type CueRecord = Extract<TrackRecord, { readonly kind: 'cues' }>

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** Named by what it was made of, so that whoever sends the same again is known. */
const idOfEdited = (assetId: string, trackId: string, text: string): string =>
  sha256Of(`${assetId}\n${trackId}\n${sha256Of(text)}`).slice(0, 32)

const cuesOf = ({ tracks = [] }: AssetRecord, trackId: string): CueRecord | undefined =>
  tracks.find((track): track is CueRecord => track.id === trackId && track.kind === 'cues')

/** Why a track cannot be replaced that is not there: somebody was quicker, or nobody has heard of it. */
const absent = ({ removedTracks = [] }: AssetRecord, trackId: string) =>
  refuse(removedTracks.some(({ id }) => id === trackId) ? 'conflict' : 'not-found')

function present(trackId: string, sheet: CueSheetOutcome): Outcome<CueSheet> {
  if (sheet.kind === 'refused') return refuse('invalid-cue-file', cueFieldProblems(sheet.problems))
  const { text, notes } = sheet
  return done({ trackId, text, sha256: sha256Of(text), notes: cueFieldProblems(notes) })
}

async function readSheet({ masters, layout, clock }: MediaNeeds, asset: AssetRecord, trackId: string): Promise<Outcome<CueSheet>> {
  const found = await masters.find(asset, clock(), trackId)
  // The machine that received it brings it to the store within seconds.
  if (found === 'elsewhere') throw new StoreTrouble('unreachable', `cue file ${trackId} is not in the store yet`)
  if (found === 'gone') return refuse('not-found')
  return present(trackId, sheetOfFile(await readFile(layout.masterPath(asset._id, trackId))))
}

/** Subtitles that were added to an asset, as WebVTT to be edited. */
export async function readCues(needs: MediaNeeds, id: string, trackId: string): Promise<Outcome<CueSheet>> {
  const asset = await needs.assets.read(id)
  return asset === undefined || cuesOf(asset, trackId) === undefined ? refuse('not-found') : await readSheet(needs, asset, trackId)
}

/** On disk for good before anybody is told of it; under its name there is the whole of it or nothing. */
async function keep({ random }: Pick<MediaNeeds, 'random'>, path: string, text: string): Promise<void> {
  const folder = dirname(path)
  const scratch = `${path}-${random(4).toString('hex')}`
  await mkdir(folder, { recursive: true })
  try {
    const file = await open(scratch, 'wx')
    await file
      .writeFile(text)
      .then(() => file.sync())
      .finally(() => file.close())
    await rename(scratch, path)
  } finally {
    await rm(scratch, { force: true })
  }
  const directory = await open(folder, 'r')
  await directory.sync().finally(() => directory.close())
}

const asWebVtt = (fileName: string): string => `${fileName.replace(/\.[^.]*$/, '')}.vtt`

/**
 * Puts edited subtitles in the place of those that they were made from, as a track of their own: a signature is for the
 * files that somebody saw. Checked as any file that is added; the same again answers the same.
 */
export async function writeCues(needs: MediaNeeds, id: string, trackId: string, edit: CueSheetEdit): Promise<Outcome<CueSheet>> {
  const asset = await needs.assets.read(id)
  if (asset === undefined) return refuse('not-found')
  const editedId = idOfEdited(id, trackId, edit.text)
  if (cuesOf(asset, editedId) !== undefined) return await readSheet(needs, asset, editedId)
  const before = cuesOf(asset, trackId)
  if (before === undefined) return absent(asset, trackId)
  const seen = await readSheet(needs, asset, trackId)
  if (seen.kind === 'refused') return seen
  if (seen.value.sha256 !== edit.sha256) return refuse('conflict')
  if (seen.value.text === edit.text) return seen
  const titleMs = asset.durationSeconds === undefined ? undefined : asset.durationSeconds * 1000 - before.offsetMs
  const checked = checkSheet(edit.text, titleMs === undefined ? {} : { titleMs }, bytesOf)
  const sheet = present(editedId, checked)
  if (sheet.kind === 'refused') return sheet
  const { text, sha256 } = sheet.value
  await keep(needs, needs.layout.masterPath(id, editedId), text)
  const { editedFrom = trackId, fileName } = before
  const edited = { id: editedId, editedFrom, fileName: asWebVtt(fileName), sha256, addedAt: needs.clock() }
  const changed = await changeWishes(needs, id, (now) => {
    const { tracks = [], removedTracks = [] } = now
    if (cuesOf(now, editedId) !== undefined) return done({}) // the same, sent twice at once
    if (cuesOf(now, trackId) === undefined) return absent(now, trackId)
    return done({
      // In its language and place in time, which somebody may have corrected meanwhile.
      tracks: tracks.map((track) => (track.id === trackId ? { ...track, ...edited } : track)),
      removedTracks: [...removedTracks, { id: trackId, at: needs.clock() }],
    })
  })
  if (changed.kind === 'done') return sheet
  await rm(needs.layout.masterPath(id, editedId), { force: true })
  return changed
}
