import * as z from 'zod'
import { postersSchema } from '../asset/asset.ts'
import { seriesSchema } from './series.ts'

const countSchema = z.int().min(0)

/** A series with what is known of its episodes, whatever their status. */
export const staffSeriesSchema = seriesSchema
  .extend({
    episodes: countSchema,
    published: countSchema,
    /** The highest number of each season that has episodes. */
    lastEpisodes: z.array(z.strictObject({ season: z.int(), episode: z.int() })),
    /** Its own, or those of its first episode. */
    posters: postersSchema.optional(),
  })
  .meta({ id: 'StaffSeries' })

export type StaffSeries = z.infer<typeof staffSeriesSchema>
