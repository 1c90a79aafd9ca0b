import * as z from 'zod'
import { reviewPersonSchema } from '../review/review.ts'
import { programmeContentSchema, staffProgrammeSchema } from './programme.ts'

/** What went out at one time; it is never changed. */
export const programmeVersionSchema = z
  .strictObject({
    /** Of this programme: the first is 1, and the highest is the one that the public saw last. */
    number: z.int(),
    publishedAt: z.iso.datetime(),
    /** Unknown of what is older than the versions, and of samples. */
    publishedBy: reviewPersonSchema.optional(),
    /** The review in which all signed it. */
    reviewNumber: z.int().optional(),
    content: programmeContentSchema,
  })
  .meta({ id: 'ProgrammeVersion' })

/** `leftOut`: members that point at what does not exist any more, or at a place that another episode holds now. */
export const restoredProgrammeSchema = z
  .strictObject({ programme: staffProgrammeSchema, leftOut: z.array(z.string()) })
  .meta({ id: 'RestoredProgramme' })

export type ProgrammeVersion = z.infer<typeof programmeVersionSchema>
export type RestoredProgramme = z.infer<typeof restoredProgrammeSchema>
