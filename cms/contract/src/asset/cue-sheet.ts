import * as z from 'zod'
import { fieldProblemSchema } from '../problem/problem-schema.ts'

/** UTF-16 units of WebVTT that are read at all; the server counts its bytes besides. */
const MOST_CHARACTERS = 4 * 1024 * 1024
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Subtitles that were added to an asset, as WebVTT to be edited: what a person wrote besides cues is in it, byte for byte. */
export const cueSheetSchema = z
  .strictObject({
    trackId: z.string(),
    text: z.string(),
    /** Of the text in UTF-8: says what somebody saw when they changed it. */
    sha256: hashSchema,
    /** What was doubtful or was changed as it was read. */
    notes: z.array(fieldProblemSchema),
  })
  .meta({ id: 'CueSheet' })

export const cueSheetEditSchema = z
  .strictObject({ text: z.string().max(MOST_CHARACTERS), sha256: hashSchema.describe('Of the text that was changed') })
  .meta({ id: 'CueSheetEdit' })

export type CueSheet = z.infer<typeof cueSheetSchema>
export type CueSheetEdit = z.infer<typeof cueSheetEditSchema>
