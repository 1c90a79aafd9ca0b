import * as z from 'zod'
import { genreIdSchema, regionCodeSchema, troupeIdSchema } from '../id/id.ts'
import { localizedTextSchema } from '../locale/text-schema.ts'

export const genreSchema = z.strictObject({ id: genreIdSchema, name: localizedTextSchema }).meta({ id: 'Genre' })

export const troupeSchema = z
  .strictObject({ id: troupeIdSchema, name: localizedTextSchema, regionCode: regionCodeSchema.optional(), isSample: z.boolean() })
  .meta({ id: 'Troupe' })

/** League or city, or a banner, county or district below one. */
export const regionSchema = z
  .strictObject({ code: regionCodeSchema, name: localizedTextSchema, kind: z.string(), parentCode: regionCodeSchema.optional() })
  .meta({ id: 'Region' })

export type Genre = z.infer<typeof genreSchema>
export type Troupe = z.infer<typeof troupeSchema>
export type Region = z.infer<typeof regionSchema>
