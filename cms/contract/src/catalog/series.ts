import * as z from 'zod'
import { assetIdSchema, seriesIdSchema } from '../id/id.ts'
import { localizedTextSchema } from '../locale/text-schema.ts'
import { programmeKindSchema } from './programme.ts'

const seasonSchema = z.strictObject({ number: z.int().min(1).max(99), title: localizedTextSchema.optional() }).meta({ id: 'Season' })

export const seriesCreateSchema = z
  .strictObject({
    kind: programmeKindSchema,
    title: localizedTextSchema,
    synopsis: localizedTextSchema.optional(),
    /** Asset whose posters stand for the series; else those of its first episode. */
    posterAssetId: assetIdSchema.optional(),
    seasons: z.array(seasonSchema).max(99).optional(),
  })
  .meta({ id: 'SeriesCreate' })

/** Ordered programmes; public as soon as one episode is. */
export const seriesSchema = seriesCreateSchema
  .extend({ id: seriesIdSchema, isSample: z.boolean(), seasons: z.array(seasonSchema) })
  .meta({ id: 'Series' })

export type Season = z.infer<typeof seasonSchema>
export type SeriesCreate = z.infer<typeof seriesCreateSchema>
export type Series = z.infer<typeof seriesSchema>
