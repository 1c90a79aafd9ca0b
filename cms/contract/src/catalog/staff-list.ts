import * as z from 'zod'
import { programmeIdSchema, regionCodeSchema, seriesIdSchema } from '../id/id.ts'
import { localeSchema } from '../locale/text-schema.ts'
import { PAGE_ROWS } from './page-rows.ts'
import { programmeKindSchema, programmeStatusSchema, staffProgrammeSchema } from './programme.ts'

const MOST_ROWS = 100

/** Which programmes staff want to see: those that fit all that is given, a page of them. */
export const staffListQuerySchema = z.object({
  status: programmeStatusSchema.optional(),
  kind: programmeKindSchema.optional(),
  /** Of this region, or of one below it. */
  regionCode: regionCodeSchema.optional(),
  /** Of this series, in the order of its episodes; all others come newest change first. */
  seriesId: seriesIdSchema.optional(),
  /** Only those without a title in this language. */
  untitled: localeSchema.optional(),
  /** Words that stand in a title, in whichever language, or in the name of the film's file. */
  q: z.string().max(100).optional(),
  /** Only these, comma between. */
  ids: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(programmeIdSchema).max(MOST_ROWS))
    .optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  rows: z.coerce.number().int().min(1).max(MOST_ROWS).default(PAGE_ROWS),
})

const countSchema = z.int().min(0)

export const staffProgrammePageSchema = z
  .strictObject({
    items: z.array(staffProgrammeSchema),
    /** How many fit, on all pages. */
    total: countSchema,
    /** How many of each status fit, whatever status is asked for. */
    counts: z.strictObject({ draft: countSchema, published: countSchema, 'taken-down': countSchema }),
  })
  .meta({ id: 'StaffProgrammePage' })

export type StaffListQuery = z.infer<typeof staffListQuerySchema>
export type StaffProgrammePage = z.infer<typeof staffProgrammePageSchema>
