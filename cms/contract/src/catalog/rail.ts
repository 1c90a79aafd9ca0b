import * as z from 'zod'
import {
  campaignIdSchema,
  genreIdSchema,
  lawIdSchema,
  programmeIdSchema,
  railIdSchema,
  regionCodeSchema,
  seriesIdSchema,
  troupeIdSchema,
} from '../id/id.ts'
import { localizedTextSchema } from '../locale/text-schema.ts'
import { audienceSchema, programmeKindSchema } from './programme.ts'

const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('programme'), id: programmeIdSchema }),
  z.strictObject({ kind: z.literal('series'), id: seriesIdSchema }),
])

/** When something is shown: as long as a campaign lasts, or between two instants of which one may be left open. */
const showTimeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('campaign'), id: campaignIdSchema }),
    z.strictObject({ kind: z.literal('dates'), from: z.iso.datetime().optional(), until: z.iso.datetime().optional() }),
  ])
  .meta({ id: 'ShowTime' })

/** What stands first in a rail while its time lasts, whatever else fills it. */
const pinSchema = z.strictObject({ entry: entrySchema, shown: showTimeSchema.optional() })

/** What published programmes have to be; of a series one episode at least. All that is said must fit. */
const newestSchema = z.strictObject({
  kind: z.literal('newest'),
  programmeKind: programmeKindSchema.optional(),
  genreId: genreIdSchema.optional(),
  troupeId: troupeIdSchema.optional(),
  /** From this region or one below it. */
  regionCode: regionCodeSchema.optional(),
  /** That cite this law. */
  lawId: lawIdSchema.optional(),
  limit: z.int().min(1).max(200),
  followedBy: z.array(entrySchema).max(200).optional(),
})

/**
 * How a rail fills itself: `newest` takes published programmes (episodes as their series) newest first, at most `limit`;
 * entries chosen by hand may follow, none stands twice. A hero rail passes over newest ones that have no poster yet. `local`
 * takes the newest from the viewer's own league or city and bears its name; nobody else sees it. `resume` is filled by the
 * television itself, with what was left half way on it; without such a rail it puts one above all others.
 */
const ruleSchema = z.discriminatedUnion('kind', [
  newestSchema,
  z.strictObject({ kind: z.literal('local'), limit: z.int().min(1).max(200) }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('manual'), entries: z.array(entrySchema).max(200) }),
])

export const railSchema = z
  .strictObject({
    id: railIdSchema,
    title: localizedTextSchema,
    position: z.int(),
    rule: ruleSchema,
    isHero: z.boolean(),
    /** Where it is shown; everywhere when left out. */
    devices: z
      .array(z.enum(['tv', 'tablet']))
      .min(1)
      .max(2)
      .optional(),
    /** When it is shown; always when left out. */
    shown: showTimeSchema.optional(),
    pins: z.array(pinSchema).min(1).max(50).optional(),
    /** Only for viewers who chose this region, or one below it. */
    viewerRegionCode: regionCodeSchema.optional(),
    /** Only in children's mode, or only outside of it; in both when left out. */
    viewerAudience: audienceSchema.optional(),
  })
  .meta({ id: 'Rail' })

export type RailEntry = z.infer<typeof entrySchema>
export type ShowTime = z.infer<typeof showTimeSchema>
export type Rail = z.infer<typeof railSchema>
