import * as z from 'zod'

/** Ten years. */
const MOST_DAYS = 3_650
const masterDaysSchema = z.int().min(0).max(MOST_DAYS)

/** How long masters are kept. */
export const retentionSchema = z
  .strictObject({
    /** Days after its publication on which the master of a title goes; 0: it is kept for as long as its asset. */
    masterDays: masterDaysSchema,
    rev: z.int(),
    changedAt: z.iso.datetime().optional(),
    changedBy: z.string().optional(),
    /** What would go now by the days that were asked about, by the last count. */
    due: z.strictObject({ masters: z.int(), bytes: z.int() }),
  })
  .meta({ id: 'Retention' })

/** `rev` is the revision that was read. */
export const retentionPatchSchema = z.strictObject({ rev: z.int(), masterDays: masterDaysSchema }).meta({ id: 'RetentionPatch' })

/** Other days to tell about than those that are set. */
export const retentionQuerySchema = z.object({ masterDays: z.coerce.number().int().min(0).max(MOST_DAYS).optional() })

export type Retention = z.infer<typeof retentionSchema>
export type RetentionPatch = z.infer<typeof retentionPatchSchema>
