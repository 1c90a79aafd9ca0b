import * as z from 'zod'
import { assetStatusSchema } from '../asset/asset.ts'
import { programmeStatusSchema } from '../catalog/programme.ts'
import { assetIdSchema } from '../id/id.ts'
import { STORED_KINDS } from './stored-kinds.ts'

const amountSchema = z.strictObject({ bytes: z.int(), files: z.int() })

/** Where an asset is used; a series shows its posters. */
const assetUseSchema = z
  .strictObject({
    kind: z.enum(['programme', 'series']),
    id: z.string(),
    /** Chinese; empty where it has none yet. */
    title: z.string(),
    /** Of a programme. */
    status: programmeStatusSchema.optional(),
    rev: z.int().optional(),
  })
  .meta({ id: 'AssetUse' })

const storedTitleSchema = z
  .strictObject({
    assetId: assetIdSchema,
    fileName: z.string(),
    status: assetStatusSchema,
    createdAt: z.iso.datetime(),
    bytes: z.int(),
    /** Bytes of its parts that are not nothing. */
    parts: z.partialRecord(z.enum(STORED_KINDS), z.int()),
    uses: z.array(assetUseSchema),
  })
  .meta({ id: 'StoredTitle' })

const leavingSchema = z
  .strictObject({
    assetId: assetIdSchema,
    fileName: z.string(),
    what: z.enum(['superseded', 'deleted', 'master']),
    bytes: z.int(),
    /** Not before. */
    at: z.iso.datetime(),
  })
  .meta({ id: 'Leaving' })

/** What is kept of media, and where; sizes are those of files, as `du --apparent-size` sums them up. */
export const storageSchema = z
  .strictObject({
    place: z.enum(['disk', 'bucket']),
    /** The disk of the media folder; with a bucket, that of the folder to which uploads come. */
    disk: z.strictObject({ totalBytes: z.int(), freeBytes: z.int() }),
    /** A count is going on: folders that are done, of all. */
    counting: z.strictObject({ done: z.int(), total: z.int() }).optional(),
    /** The last count that came to its end. */
    counted: z
      .strictObject({
        at: z.iso.datetime(),
        bytes: z.int(),
        kinds: z.partialRecord(z.enum(STORED_KINDS), amountSchema),
        /** Largest first. */
        titles: z.array(storedTitleSchema),
        /** Titles of which there are too many to list. */
        titlesLeftOut: z.int(),
        /** Those that nothing uses, largest first. */
        unused: z.array(storedTitleSchema),
        /** Next first. */
        leaving: z.array(leavingSchema),
      })
      .optional(),
  })
  .meta({ id: 'Storage' })

export type AssetUse = z.infer<typeof assetUseSchema>
export type StoredTitle = z.infer<typeof storedTitleSchema>
export type Leaving = z.infer<typeof leavingSchema>
export type StorageReport = z.infer<typeof storageSchema>
export type { Retention, RetentionPatch } from './retention.ts'
