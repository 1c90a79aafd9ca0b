import * as z from 'zod'
import { localeSchema } from '../locale/text-schema.ts'
import {
  playableRecordingSchema,
  recordingCreateSchema,
  recordingIdSchema,
  recordingSchema,
  spokenTextSchema,
} from '../recording/recording.ts'
import { listOf, type Route } from './route.ts'

const ofOneLocale = z.object({ locale: localeSchema })

/** Texts read aloud by people. */
export const RECORDING_ROUTES = {
  readRecordings: {
    method: 'get',
    path: '/recordings',
    access: 'public',
    summary: 'Recordings of texts in one language, for devices that read aloud',
    query: ofOneLocale,
    answer: listOf(playableRecordingSchema),
    status: 200,
    problems: [],
  },
  listRecordings: {
    method: 'get',
    path: '/staff/recordings',
    access: 'read',
    summary: 'Recordings in one language, as staff see them',
    query: ofOneLocale,
    answer: listOf(recordingSchema),
    status: 200,
    problems: [],
  },
  listSpokenTexts: {
    method: 'get',
    path: '/staff/spoken-texts',
    access: 'read',
    summary: 'What the public can have read aloud in one language, in the order it is met',
    query: ofOneLocale,
    answer: listOf(spokenTextSchema),
    status: 200,
    problems: [],
  },
  createRecording: {
    method: 'post',
    path: '/recordings',
    access: 'upload',
    summary: 'Turn a finished upload into the recording of a text; repeating it answers the same recording',
    body: recordingCreateSchema,
    answer: recordingSchema,
    status: 201,
    problems: [
      ...(['not-found', 'conflict', 'upload-hash-mismatch', 'encode-failed', 'encode-too-costly'] as const),
      ...(['empty-file', 'not-a-sound', 'no-sound', 'truncated-sound', 'unsupported-sound', 'encrypted-file'] as const),
    ],
  },
  deleteRecording: {
    method: 'delete',
    path: '/recordings/{id}',
    access: 'upload',
    summary: 'Delete a recording',
    params: z.strictObject({ id: recordingIdSchema }),
    status: 204,
    problems: [],
  },
} as const satisfies Readonly<Record<string, Route>>
