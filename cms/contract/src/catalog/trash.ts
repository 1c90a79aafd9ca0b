import * as z from 'zod'
import { programmeIdSchema, regionCodeSchema } from '../id/id.ts'
import { localizedTextSchema } from '../locale/text-schema.ts'
import { programmeKindSchema, programmeStatusSchema } from './programme.ts'

/** A programme that somebody deleted, and that can be had back. */
export const trashedProgrammeSchema = z
  .strictObject({
    programmeId: programmeIdSchema,
    title: localizedTextSchema,
    kind: programmeKindSchema,
    /** What it was, and would be again: a draft, or taken down. */
    status: programmeStatusSchema,
    regionCode: regionCodeSchema.optional(),
    deletedBy: z.string(),
    deletedAt: z.iso.datetime(),
  })
  .meta({ id: 'TrashedProgramme' })

export type TrashedProgramme = z.infer<typeof trashedProgrammeSchema>
