import * as z from 'zod'
import { assetIdSchema } from '../id/id.ts'
import { localeSchema } from '../locale/text-schema.ts'
import { problemSchema } from '../problem/problem-schema.ts'
import { SOUND_LANGUAGES } from './sound-language.ts'
import { uploadClaim } from './upload-claim.ts'

/** `awaiting-master`: reserved, its file is still to come. `ready`: one immutable version is published in the media store. */
export const assetStatusSchema = z.enum(['awaiting-master', 'probing', 'encoding', 'ready', 'failed']).meta({ id: 'AssetStatus' })

/** The same picture at 480×270, 960×540 and 1920×1080 px; site-absolute URLs. */
export const postersSchema = z.strictObject({ small: z.string(), medium: z.string(), large: z.string() }).meta({ id: 'Posters' })

/** What the probe found in the master; sizes after rotation, square pixels. */
const sourceSummarySchema = z
  .strictObject({
    widthPx: z.int(),
    heightPx: z.int(),
    durationSeconds: z.number(),
    frameRate: z.strictObject({ numerator: z.int(), denominator: z.int() }),
    videoCodec: z.string(),
    audioCodec: z.string().optional(),
  })
  .meta({ id: 'SourceSummary' })

/** What an encode can wait for by no fault of its own; both are names of problems. */
const waitsForSchema = z.enum(['storage-full', 'store-unavailable']).meta({ id: 'AssetWaitsFor' })

/** Short side with a `p` and what sets it apart (`1080p`, `2160p-hdr`), or a sound (`audio`, `audio-2`). */
export const rungNameSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,23}$/)

const rungProgressSchema = z
  .strictObject({
    name: rungNameSchema,
    state: z.enum(['waiting', 'encoding', 'done', 'failed']),
    segmentsDone: z.int(),
    segmentsTotal: z.int(),
    /** Who works on it now, as `host:process:number`, and when the last of them was heard of. */
    workers: z.array(z.string()).optional(),
    heardAt: z.iso.datetime().optional(),
    /** What the encoder said when it failed last. */
    message: z.string().optional(),
    /** Until it is whole, as far as what was done so far can tell. */
    remainingSeconds: z.number().optional(),
  })
  .meta({ id: 'RungProgress' })

/** One decision about a ladder; which numbers it has depends on its code. */
const ladderReasonSchema = z
  .strictObject({
    code: z.enum([
      'source-size',
      'portrait',
      'hevc-for-boxes',
      'av1-wanted',
      'hdr-kept',
      'hdr-tone-mapped',
      'deinterlaced',
      'turned',
      'rate-kept',
      'rate-changed',
      'rate-unknown',
      'no-sound',
      'several-sounds',
      'sounds-left-out',
      'sound-mixed-down',
      'crf-by-policy',
      'crf-measured',
      'rung-below-hull',
      'rung-too-close',
    ]),
    rung: z.string().optional(),
    widthPx: z.int().optional(),
    heightPx: z.int().optional(),
    degrees: z.number().optional(),
    perSecond: z.number().optional(),
    fromPerSecond: z.number().optional(),
    count: z.int().optional(),
    crf: z.number().optional(),
    ssimDb: z.number().optional(),
  })
  .meta({ id: 'LadderReason' })

/** A file that was added to an asset: a sound of its own, or subtitles. */
const trackSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['audio', 'cues']),
    /** BCP 47. */
    language: z.string(),
    /** How much later than the first picture it begins. */
    offsetMs: z.int(),
    fileName: z.string(),
    addedAt: z.iso.datetime(),
    /** The file that it was first: edited subtitles are a track of their own, and stand in the place of the one before. */
    editedFrom: z.string().optional(),
    /** `published`: the ready version has it as it is here. `encoding`: the version that is being made will. */
    state: z.enum(['published', 'encoding', 'waiting']),
  })
  .meta({ id: 'AssetTrack' })

/** Subtitles of the ready version, as WebVTT. */
const assetSubtitlesSchema = z.strictObject({ trackId: z.string(), language: z.string(), url: z.string() }).meta({ id: 'AssetSubtitles' })

/** A ladder besides the one that everybody gets; both cost much more to make. */
export const extraLadderSchema = z.enum(['av1', 'hdr']).meta({ id: 'ExtraLadder' })

/** How a ladder that this film can have stands; `absent`: nobody asked for it. */
const assetLadderSchema = z
  .strictObject({ kind: extraLadderSchema, state: z.enum(['absent', 'waiting', 'encoding', 'published']) })
  .meta({ id: 'AssetLadder' })

/** Languages that a sound can be in. */
export const soundLanguageSchema = z.enum(SOUND_LANGUAGES).meta({ id: 'SoundLanguage' })

/** An hour is more than any clapper-board is off. */
const offsetSchema = z.int().min(-3_600_000).max(3_600_000)

const trackLanguageSchema = z.union([soundLanguageSchema, localeSchema])

/** A finished upload that is to be added to an asset; a sound has a spoken language, subtitles a locale. */
export const newTrackSchema = z
  .strictObject({
    ...uploadClaim,
    kind: z.enum(['audio', 'cues']),
    language: trackLanguageSchema,
    /** How much later than the first picture it begins. */
    offsetMs: offsetSchema.default(0),
  })
  .meta({ id: 'NewTrack' })

export const trackEditSchema = z
  .strictObject({ language: trackLanguageSchema.optional(), offsetMs: offsetSchema.optional() })
  .meta({ id: 'TrackEdit' })

/** One language of the sound of a ready version. */
const assetAudioSchema = z
  .strictObject({
    name: z.string(),
    /** BCP 47. */
    language: z.string(),
    isDefault: z.boolean(),
    /** The added file that it comes from; absent for a sound of the master itself. */
    trackId: z.string().optional(),
  })
  .meta({ id: 'AssetAudio' })

export const assetSchema = z
  .strictObject({
    id: assetIdSchema,
    fileName: z.string(),
    sizeBytes: z.int(),
    sha256: z.string().optional(),
    status: assetStatusSchema,
    createdAt: z.iso.datetime(),
    source: sourceSummarySchema.optional(),
    rungs: z.array(rungProgressSchema),
    /** Why the rungs are these, in the order of the decisions. */
    reasons: z.array(ladderReasonSchema).optional(),
    audios: z.array(assetAudioSchema).default([]),
    subtitles: z.array(assetSubtitlesSchema).default([]),
    /** Files that were added, published or still to be. */
    tracks: z.array(trackSchema).default([]),
    /** Ladders besides the usual one that this film can have: HDR only when it is one, none that is absent once the master went. */
    ladders: z.array(assetLadderSchema).default([]),
    /** Until all is whole, as far as what was done so far can tell. */
    remainingSeconds: z.number().optional(),
    /** Why it does not get on at present; it goes on by itself once that is over. */
    waitsFor: waitsForSchema.optional(),
    /** 0 to 1 over all segments of all rungs. */
    progress: z.number(),
    /** Fencing number: how often work on this asset was (re)claimed from scratch. */
    attempt: z.int(),
    version: z.int().optional(),
    durationSeconds: z.number().optional(),
    posters: postersSchema.optional(),
    /** Signed, expiring, `private, no-store`; there as soon as the lowest rung has a segment. */
    previewUrl: z.string().optional(),
    /** Site-absolute URL of the multivariant playlist of the ready version. */
    playlistUrl: z.string().optional(),
    /** WebVTT list of small pictures along the title. */
    storyboardUrl: z.string().optional(),
    problem: problemSchema.optional(),
    /** The file itself is why it failed: only another one helps, another try does not. */
    isRefused: z.boolean().optional(),
    /** When its master goes by the policy, if nobody changes that. */
    masterLeavesAt: z.iso.datetime().optional(),
    /** It went: the title plays as it is, sounds and subtitles can be added, but no picture can be made anew. */
    isMasterGone: z.boolean().optional(),
  })
  .meta({ id: 'Asset' })

export type { CueSheet, CueSheetEdit } from './cue-sheet.ts'
export type AssetStatus = z.infer<typeof assetStatusSchema>
export type Posters = z.infer<typeof postersSchema>
export type SourceSummary = z.infer<typeof sourceSummarySchema>
export type NewTrack = z.output<typeof newTrackSchema>
export type TrackEdit = z.output<typeof trackEditSchema>
export type ExtraLadder = z.infer<typeof extraLadderSchema>
export type RungProgress = z.infer<typeof rungProgressSchema>
export type LadderReason = z.infer<typeof ladderReasonSchema>
export type Asset = z.infer<typeof assetSchema>
