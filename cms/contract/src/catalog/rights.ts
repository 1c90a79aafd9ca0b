import * as z from 'zod'
import { cleanText } from '../locale/clean-text.ts'

const noteSchema = z.string().overwrite(cleanText).min(1).max(300)
/** A day of Beijing's calendar, `2026-12-31`. */
const daySchema = z.iso.date()

/** By whose leave a work is shown, and on which days: the public sees it on none before the first and on none after the last. */
export const rightsSchema = z
  .strictObject({
    holder: noteSchema.optional(),
    /** Number of the licence, and what it is for. */
    terms: noteSchema.optional(),
    firstDay: daySchema.optional(),
    /** The work is still shown on it. */
    lastDay: daySchema.optional(),
  })
  .meta({ id: 'Rights' })

export type Rights = z.infer<typeof rightsSchema>
