import { link, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type AssetId, done, isSoundLanguage, type NewTrack, type Outcome, refuse, type TrackEdit } from '@ulan/contract'
import { MOST_BYTES } from '../cue/cue-file.ts'
import { cueFieldProblems } from '../cue/cue-problem.ts'
import { readCueFile, TOO_BIG } from '../cue/read-cue-file.ts'
import type { Track } from '../plan/addition-plan.ts'
import { probeSound } from '../probe/sound-probe.ts'
import type { AssetRecord, TrackRecord } from '../storage/asset-model.ts'
import type { FinishedUpload, HashingUploadStore } from '../upload/upload-store.ts'
import { changeWishes } from './change-wishes.ts'
import type { MediaNeeds } from './media-needs.ts'
import { manifestOf } from './publish-version.ts'
import { takeUpload } from './take-upload.ts'

const MOST_TRACKS = 16
const PROBE_MS = 120_000

type Described = Outcome<Omit<Track, 'id' | 'language' | 'offsetMs'>>

/** What a file is, or why it cannot be what it is meant to be. */
async function describe(
  needs: MediaNeeds,
  asset: AssetRecord,
  { kind, offsetMs }: NewTrack,
  { path, sizeBytes }: FinishedUpload,
): Promise<Described> {
  if (kind === 'audio') {
    const probed = await probeSound({ ...needs, signal: AbortSignal.timeout(PROBE_MS) }, path)
    if (probed.kind === 'sound') return done({ kind: 'audio', ...probed.sound })
    needs.logger.info({ assetId: asset._id, problem: probed.problem, reason: probed.reason }, 'sound refused')
    return refuse(probed.problem, probed.errors)
  }
  // Before it is read: an upload may be larger than the memory.
  if (sizeBytes > MOST_BYTES) return refuse('invalid-cue-file', cueFieldProblems([TOO_BIG]))
  const titleMs = asset.durationSeconds === undefined ? undefined : asset.durationSeconds * 1000 - offsetMs
  const read = readCueFile(await readFile(path), titleMs === undefined ? {} : { titleMs })
  return read.kind === 'cues' ? done({ kind: 'cues' }) : refuse('invalid-cue-file', cueFieldProblems(read.problems))
}

/** A sound is spoken in a language, subtitles are written in one. */
const isRightLanguage = (kind: Track['kind'], language: string): boolean => isSoundLanguage(language) === (kind === 'audio')

/** Takes a complete upload as a sound or as subtitles of an asset; again is harmless. */
export async function addTrack(needs: MediaNeeds, uploads: HashingUploadStore, id: string, track: NewTrack): Promise<Outcome<AssetId>> {
  const { uploadId, kind, language, offsetMs } = track
  const asset = await needs.assets.read(id)
  if (asset === undefined) return refuse('not-found')
  if (!isRightLanguage(kind, language)) return refuse('invalid-request', [{ path: 'language', code: 'invalid' }])
  if (asset.tracks?.some((known) => known.id === uploadId) === true) return done(id as AssetId) // read by it
  // A version of the release before has no account of itself to go on from.
  if (asset.version !== undefined && (await manifestOf(needs, id, asset.version)) === undefined) return refuse('conflict')
  const taken = await takeUpload(uploads, uploadId, track.sha256)
  if (taken.kind === 'refused') return taken
  const described = await describe(needs, asset, track, taken.value)
  if (described.kind === 'refused') {
    await uploads.forget(uploadId)
    return described
  }
  const path = needs.layout.masterPath(id, uploadId)
  await mkdir(dirname(path), { recursive: true })
  // One more name: until the asset knows of it, the upload can be claimed again.
  await link(taken.value.path, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const { fileName, sha256 } = taken.value
  const record = { ...described.value, id: uploadId, language, offsetMs, fileName, sha256, addedAt: needs.clock() } as TrackRecord // described as its kind
  const added = await changeWishes(needs, id, ({ tracks = [] }) =>
    tracks.filter((known) => known.id !== uploadId).length >= MOST_TRACKS
      ? refuse('invalid-request', [{ path: 'uploadId', code: 'too-big', params: { max: MOST_TRACKS } }])
      : done({ tracks: [...tracks.filter((known) => known.id !== uploadId), record] }),
  )
  await uploads.forget(uploadId)
  return added
}

/** Corrects the language or the place in time of an added file. */
export const editTrack = (needs: MediaNeeds, id: string, trackId: string, edit: TrackEdit): Promise<Outcome<AssetId>> =>
  changeWishes(needs, id, ({ tracks = [] }) => {
    const found = tracks.find((track) => track.id === trackId)
    if (found === undefined) return refuse('not-found')
    const { language, offsetMs } = edit
    if (language !== undefined && !isRightLanguage(found.kind, language))
      return refuse('invalid-request', [{ path: 'language', code: 'invalid' }])
    const more = { ...(language !== undefined && { language }), ...(offsetMs !== undefined && { offsetMs }) }
    return done({ tracks: tracks.map((track) => (track.id === trackId ? { ...track, ...more } : track)) })
  })

/** Takes an added file out of the versions to come. */
export const removeTrack = (needs: MediaNeeds, id: string, trackId: string): Promise<Outcome<AssetId>> =>
  changeWishes(needs, id, ({ tracks = [], removedTracks = [] }) =>
    tracks.some((track) => track.id === trackId)
      ? done({
          tracks: tracks.filter((track) => track.id !== trackId),
          removedTracks: [...removedTracks, { id: trackId, at: needs.clock() }],
        })
      : refuse('not-found'),
  )

/** Says in which language one of the master's own sounds is. */
export const setSoundLanguage = (needs: MediaNeeds, id: string, name: string, language: string): Promise<Outcome<AssetId>> =>
  changeWishes(needs, id, ({ plan, published, languages = {} }) => {
    const known = (plan?.audios ?? published?.audios ?? []).some((audio) => audio.name === name)
    return known ? done({ languages: { ...languages, [name]: language } }) : refuse('not-found')
  })
