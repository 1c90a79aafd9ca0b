import * as z from 'zod'
import { uploadClaim } from '../asset/upload-claim.ts'
import { cleanText } from '../locale/clean-text.ts'
import { localeSchema } from '../locale/text-schema.ts'

/** The upload it was made from. */
export const recordingIdSchema = z.string().regex(/^[0-9a-f]{32}$/)

/** A text read aloud by a person, for languages that no voice of a device speaks; it belongs to these very words, and to none that follow them. */
export const recordingSchema = z
  .strictObject({
    id: recordingIdSchema,
    locale: localeSchema,
    text: z.string(),
    seconds: z.number(),
    url: z.string(),
    fileName: z.string(),
    addedAt: z.iso.datetime(),
  })
  .meta({ id: 'Recording' })

/** A complete upload as the recording of a text; it takes the place of one that the text has. */
export const recordingCreateSchema = z
  .strictObject({
    ...uploadClaim,
    locale: localeSchema,
    text: z.string().overwrite(cleanText).min(1).max(4000),
  })
  .meta({ id: 'RecordingCreate' })

/** What a device needs of it. */
export const playableRecordingSchema = recordingSchema.pick({ text: true, seconds: true, url: true }).meta({ id: 'PlayableRecording' })

const SPOKEN_PLACES = ['rail', 'title', 'synopsis', 'question', 'option', 'explanation', 'interface'] as const
/** A text that viewers have read aloud, and where it stands. */
export const spokenTextSchema = z.strictObject({ place: z.enum(SPOKEN_PLACES), text: z.string() }).meta({ id: 'SpokenText' })

export type Recording = z.infer<typeof recordingSchema>
export type RecordingCreate = z.infer<typeof recordingCreateSchema>
export type PlayableRecording = z.infer<typeof playableRecordingSchema>
export type SpokenText = z.infer<typeof spokenTextSchema>
