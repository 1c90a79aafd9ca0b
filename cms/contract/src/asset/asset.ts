import * as z from 'zod'
import { assetIdSchema } from '../id/id.ts'
import { problemSchema } from '../problem/problem-schema.ts'

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

const rungProgressSchema = z
  .strictObject({
    /** Short side with a `p`, or `audio`. */
    name: z.string(),
    state: z.enum(['waiting', 'encoding', 'done', 'failed']),
    segmentsDone: z.int(),
    segmentsTotal: z.int(),
  })
  .meta({ id: 'RungProgress' })

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
    problem: problemSchema.optional(),
    /** The file itself is why it failed: only another one helps, another try does not. */
    isRefused: z.boolean().optional(),
  })
  .meta({ id: 'Asset' })

export type AssetStatus = z.infer<typeof assetStatusSchema>
export type Posters = z.infer<typeof postersSchema>
export type SourceSummary = z.infer<typeof sourceSummarySchema>
export type RungProgress = z.infer<typeof rungProgressSchema>
export type Asset = z.infer<typeof assetSchema>
