import * as z from 'zod'
import { programmeIdSchema, railIdSchema, seriesIdSchema } from '../id/id.ts'
import { localizedTextSchema } from '../locale/text-schema.ts'
import { programmeKindSchema } from './programme.ts'

const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('programme'), id: programmeIdSchema }),
  z.strictObject({ kind: z.literal('series'), id: seriesIdSchema }),
])

/**
 * How a rail fills itself: `newest` takes published programmes (episodes as their series) newest first, at most `limit`;
 * entries chosen by hand may follow, none stands twice. A hero rail passes over newest ones that have no poster yet. `local`
 * takes the newest from the viewer's own league or city and bears its name; nobody else sees it.
 */
const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('newest'),
    programmeKind: programmeKindSchema.optional(),
    limit: z.int().min(1).max(200),
    followedBy: z.array(entrySchema).max(200).optional(),
  }),
  z.strictObject({ kind: z.literal('local'), limit: z.int().min(1).max(200) }),
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
  })
  .meta({ id: 'Rail' })

export type RailEntry = z.infer<typeof entrySchema>
export type Rail = z.infer<typeof railSchema>
