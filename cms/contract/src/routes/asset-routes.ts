import * as z from 'zod'
import { assetSchema, extraLadderSchema, newTrackSchema, rungNameSchema, soundLanguageSchema, trackEditSchema } from '../asset/asset.ts'
import { cueSheetEditSchema, cueSheetSchema } from '../asset/cue-sheet.ts'
import { uploadClaim } from '../asset/upload-claim.ts'
import { assetIdSchema } from '../id/id.ts'
import { listOf, type Route } from './route.ts'

const trackParams = z.strictObject({ id: assetIdSchema, trackId: z.string().regex(/^[0-9a-f]{32}$/) })
/** The largest cue file, and what JSON adds to it. */
const MOST_SHEET_BYTES = 6 * 1024 * 1024
const ladderParams = z.strictObject({ id: assetIdSchema, ladder: extraLadderSchema })
const ofFilms = [
  ...(['empty-file', 'not-a-video', 'truncated-video', 'unsupported-video', 'sound-only', 'no-picture'] as const),
  ...(['video-too-long', 'video-too-large', 'encrypted-file'] as const),
]
const ofSounds = ['empty-file', 'not-a-sound', 'no-sound', 'truncated-sound', 'unsupported-sound', 'encrypted-file'] as const

/** What staff may do with films, sounds and subtitles. */
export const ASSET_ROUTES = {
  listAssets: {
    method: 'get',
    path: '/assets',
    access: 'read',
    summary: 'Latest assets',
    answer: listOf(assetSchema),
    status: 200,
    problems: [],
  },
  readAsset: {
    method: 'get',
    path: '/assets/{id}',
    access: 'read',
    summary: 'Progress of one asset, by rung',
    params: z.strictObject({ id: assetIdSchema }),
    answer: assetSchema,
    status: 200,
    problems: [],
  },
  createAsset: {
    method: 'post',
    path: '/assets',
    access: 'edit',
    summary: 'Turn a finished upload into an asset; repeating it answers the same asset',
    body: z.strictObject({
      ...uploadClaim,
    }),
    answer: assetSchema,
    status: 201,
    problems: ['not-found', 'conflict', 'encode-failed', 'encode-too-costly', 'upload-hash-mismatch', ...ofFilms],
  },
  retryAsset: {
    method: 'post',
    path: '/assets/{id}/retry',
    access: 'edit',
    summary: 'Try again what failed of an asset',
    params: z.strictObject({ id: assetIdSchema }),
    answer: assetSchema,
    status: 200,
    problems: ['conflict', 'master-gone', 'encode-failed', 'encode-too-costly', 'encode-cancelled', ...ofFilms],
  },
  retryRung: {
    method: 'post',
    path: '/assets/{id}/rungs/{rung}/retry',
    access: 'edit',
    summary: 'Try again what failed of one rung or sound',
    params: z.strictObject({ id: assetIdSchema, rung: rungNameSchema }),
    answer: assetSchema,
    status: 200,
    problems: ['conflict'],
  },
  cancelAsset: {
    method: 'post',
    path: '/assets/{id}/cancel',
    access: 'edit',
    summary: 'End the encoding of an asset',
    params: z.strictObject({ id: assetIdSchema }),
    answer: assetSchema,
    status: 200,
    problems: ['conflict'],
  },
  addTrack: {
    method: 'post',
    path: '/assets/{id}/tracks',
    access: 'edit',
    summary: 'Add a finished upload to an asset, as a sound of its own or as subtitles; repeating it changes nothing',
    params: z.strictObject({ id: assetIdSchema }),
    body: newTrackSchema,
    answer: assetSchema,
    status: 201,
    problems: ['not-found', 'conflict', 'invalid-cue-file', 'upload-hash-mismatch', ...ofSounds],
  },
  editTrack: {
    method: 'patch',
    path: '/assets/{id}/tracks/{trackId}',
    access: 'edit',
    summary: 'Correct the language or the place in time of an added file',
    params: trackParams,
    body: trackEditSchema,
    answer: assetSchema,
    status: 200,
    problems: [],
  },
  removeTrack: {
    method: 'delete',
    path: '/assets/{id}/tracks/{trackId}',
    access: 'edit',
    summary: 'Take an added file out again',
    params: trackParams,
    answer: assetSchema,
    status: 200,
    problems: [],
  },
  readCues: {
    method: 'get',
    path: '/assets/{id}/tracks/{trackId}/cues',
    access: 'read',
    summary: 'Added subtitles as WebVTT, whatever they were uploaded as',
    params: trackParams,
    answer: cueSheetSchema,
    status: 200,
    problems: ['invalid-cue-file'],
  },
  writeCues: {
    method: 'put',
    path: '/assets/{id}/tracks/{trackId}/cues',
    access: 'edit',
    summary: 'Put edited subtitles, a track with an id of its own, in the place of added ones; repeating it changes nothing',
    params: trackParams,
    body: cueSheetEditSchema,
    mostBodyBytes: MOST_SHEET_BYTES,
    answer: cueSheetSchema,
    status: 200,
    problems: ['conflict', 'invalid-cue-file'],
  },
  addLadder: {
    method: 'post',
    path: '/assets/{id}/ladders/{ladder}',
    access: 'publish',
    summary: 'Make another ladder of an asset besides what it has; nothing that is made is made again',
    params: ladderParams,
    answer: assetSchema,
    status: 200,
    problems: ['conflict', 'master-gone'],
  },
  forgoLadder: {
    method: 'delete',
    path: '/assets/{id}/ladders/{ladder}',
    access: 'publish',
    summary: 'Do without a ladder that was asked for and is not there yet',
    params: ladderParams,
    answer: assetSchema,
    status: 200,
    problems: [],
  },
  setSoundLanguage: {
    method: 'patch',
    path: '/assets/{id}/sounds/{name}',
    access: 'edit',
    summary: "Say in which language one of the master's own sounds is",
    params: z.strictObject({ id: assetIdSchema, name: rungNameSchema }),
    body: z.strictObject({ language: soundLanguageSchema }),
    answer: assetSchema,
    status: 200,
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>
