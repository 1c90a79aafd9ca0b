import * as z from 'zod'
import { assetSchema } from '../asset/asset.ts'
import {
  programmeCreateSchema,
  programmeKindSchema,
  programmePatchSchema,
  programmeStatusSchema,
  staffProgrammeSchema,
} from '../catalog/programme.ts'
import { cardSchema, homeSchema, playbackSchema, programmeDetailSchema, seriesDetailSchema } from '../catalog/public.ts'
import { railSchema } from '../catalog/rail.ts'
import { seriesCreateSchema, seriesSchema } from '../catalog/series.ts'
import { genreSchema, regionSchema, troupeSchema } from '../catalog/vocabulary.ts'
import { assetIdSchema, attemptIdSchema, programmeIdSchema, regionCodeSchema, seriesIdSchema } from '../id/id.ts'
import { lawSchema } from '../law/law.ts'
import { localeSchema } from '../locale/text-schema.ts'
import type { ProblemName } from '../problem/problem-types.ts'
import { attemptCreateSchema, attemptReceiptSchema, attemptSchema, questionSchema, quizSchema } from '../quiz/quiz.ts'
import { sessionCreateSchema, sessionSchema } from '../session/session.ts'

export type Access = 'public' | 'staff'
export type Route = {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** OpenAPI path below `/api/v1`. */
  readonly path: string
  readonly access: Access
  readonly summary: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  readonly answer?: z.ZodType
  readonly status: 200 | 201 | 204
  readonly problems: readonly ProblemName[]
}

const listOf = <T extends z.ZodType>(item: T): z.ZodObject<{ items: z.ZodArray<T> }> => z.strictObject({ items: z.array(item) })
const byLocale = z.object({ locale: localeSchema.optional() })
const programmeParams = z.strictObject({ id: programmeIdSchema })
const revisionBody = z.strictObject({ rev: z.int() })
const editing: readonly ProblemName[] = [
  'sign-in-required',
  'not-allowed',
  'malformed-json',
  'invalid-request',
  'not-found',
  'stale-revision',
]

/** Every JSON route of the API: the server checks against it, clients and the OpenAPI document are made from it. */
export const ROUTES = {
  createSession: {
    method: 'post',
    path: '/session',
    access: 'public',
    summary: 'Sign in',
    body: sessionCreateSchema,
    answer: sessionSchema,
    status: 200,
    problems: ['malformed-json', 'invalid-request', 'bad-credentials', 'too-many-requests', 'cross-site-request'],
  },
  readSession: {
    method: 'get',
    path: '/session',
    access: 'staff',
    summary: 'Who is signed in',
    answer: sessionSchema,
    status: 200,
    problems: ['sign-in-required'],
  },
  deleteSession: {
    method: 'delete',
    path: '/session',
    access: 'staff',
    summary: 'Sign out',
    status: 204,
    problems: ['cross-site-request'],
  },
  readHome: {
    method: 'get',
    path: '/home',
    access: 'public',
    summary: 'Home screen: heroes and rails',
    query: z.object({ locale: localeSchema.optional(), device: z.enum(['tv', 'tablet']).optional(), region: regionCodeSchema.optional() }),
    answer: homeSchema,
    status: 200,
    problems: ['invalid-request'],
  },
  listProgrammes: {
    method: 'get',
    path: '/programmes',
    access: 'public',
    summary: 'All published programmes as cards',
    query: byLocale.extend({ kind: programmeKindSchema.optional() }),
    answer: listOf(cardSchema),
    status: 200,
    problems: ['invalid-request'],
  },
  readProgramme: {
    method: 'get',
    path: '/programmes/{id}',
    access: 'public',
    summary: 'One published programme',
    params: programmeParams,
    query: byLocale,
    answer: programmeDetailSchema,
    status: 200,
    problems: ['not-found'],
  },
  readPlayback: {
    method: 'get',
    path: '/programmes/{id}/playback',
    access: 'public',
    summary: 'What a player needs',
    params: programmeParams,
    answer: playbackSchema,
    status: 200,
    problems: ['not-found'],
  },
  readSeries: {
    method: 'get',
    path: '/series/{id}',
    access: 'public',
    summary: 'A series with its published episodes',
    params: z.strictObject({ id: seriesIdSchema }),
    query: byLocale,
    answer: seriesDetailSchema,
    status: 200,
    problems: ['not-found'],
  },
  createAttempt: {
    method: 'post',
    path: '/attempts',
    access: 'public',
    summary: 'Hand in a quiz attempt; repeating it is harmless',
    body: attemptCreateSchema,
    answer: attemptReceiptSchema,
    status: 201,
    problems: ['malformed-json', 'invalid-request', 'attempt-conflict', 'body-too-large'],
  },
  readAttempt: {
    method: 'get',
    path: '/attempts/{id}',
    access: 'staff',
    summary: 'One stored attempt',
    params: z.strictObject({ id: attemptIdSchema }),
    answer: attemptSchema,
    status: 200,
    problems: ['sign-in-required', 'not-found'],
  },
  listStaffProgrammes: {
    method: 'get',
    path: '/staff/programmes',
    access: 'staff',
    summary: 'All programmes as staff see them, newest change first',
    query: z.object({ status: programmeStatusSchema.optional() }),
    answer: listOf(staffProgrammeSchema),
    status: 200,
    problems: ['sign-in-required'],
  },
  readStaffProgramme: {
    method: 'get',
    path: '/staff/programmes/{id}',
    access: 'staff',
    summary: 'One programme as staff see it',
    params: programmeParams,
    answer: staffProgrammeSchema,
    status: 200,
    problems: ['sign-in-required', 'not-found'],
  },
  createProgramme: {
    method: 'post',
    path: '/programmes',
    access: 'staff',
    summary: 'Start a draft',
    body: programmeCreateSchema,
    answer: staffProgrammeSchema,
    status: 201,
    problems: editing,
  },
  updateProgramme: {
    method: 'patch',
    path: '/programmes/{id}',
    access: 'staff',
    summary: 'Change a programme',
    params: programmeParams,
    body: programmePatchSchema,
    answer: staffProgrammeSchema,
    status: 200,
    problems: editing,
  },
  publishProgramme: {
    method: 'post',
    path: '/programmes/{id}/publish',
    access: 'staff',
    summary: 'Make it public',
    params: programmeParams,
    body: revisionBody,
    answer: staffProgrammeSchema,
    status: 200,
    problems: [...editing, 'cannot-publish'],
  },
  takeDownProgramme: {
    method: 'post',
    path: '/programmes/{id}/take-down',
    access: 'staff',
    summary: 'Take it off at once',
    params: programmeParams,
    body: revisionBody,
    answer: staffProgrammeSchema,
    status: 200,
    problems: editing,
  },
  listAssets: {
    method: 'get',
    path: '/assets',
    access: 'staff',
    summary: 'Latest assets',
    answer: listOf(assetSchema),
    status: 200,
    problems: ['sign-in-required'],
  },
  readAsset: {
    method: 'get',
    path: '/assets/{id}',
    access: 'staff',
    summary: 'Progress of one asset, by rung',
    params: z.strictObject({ id: assetIdSchema }),
    answer: assetSchema,
    status: 200,
    problems: ['sign-in-required', 'not-found'],
  },
  createAsset: {
    method: 'post',
    path: '/assets',
    access: 'staff',
    summary: 'Turn a finished upload into an asset; repeating it answers the same asset',
    body: z.strictObject({
      uploadId: z.string().max(64),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    answer: assetSchema,
    status: 201,
    problems: [
      'sign-in-required',
      'invalid-request',
      'not-found',
      'upload-hash-mismatch',
      'empty-file',
      'not-a-video',
      'truncated-video',
      'unsupported-video',
    ],
  },
  retryAsset: {
    method: 'post',
    path: '/assets/{id}/retry',
    access: 'staff',
    summary: 'Encode a failed asset again',
    params: z.strictObject({ id: assetIdSchema }),
    answer: assetSchema,
    status: 200,
    problems: ['sign-in-required', 'not-found', 'conflict'],
  },
  listSeries: {
    method: 'get',
    path: '/staff/series',
    access: 'staff',
    summary: 'All series',
    answer: listOf(seriesSchema),
    status: 200,
    problems: ['sign-in-required'],
  },
  createSeries: {
    method: 'post',
    path: '/series',
    access: 'staff',
    summary: 'Start a series',
    body: seriesCreateSchema,
    answer: seriesSchema,
    status: 201,
    problems: editing,
  },
  listQuizzes: {
    method: 'get',
    path: '/staff/quizzes',
    access: 'staff',
    summary: 'All quizzes',
    answer: listOf(quizSchema),
    status: 200,
    problems: ['sign-in-required'],
  },
  listQuestions: {
    method: 'get',
    path: '/staff/questions',
    access: 'staff',
    summary: 'The question bank',
    answer: listOf(questionSchema),
    status: 200,
    problems: ['sign-in-required'],
  },
  listLaws: {
    method: 'get',
    path: '/laws',
    access: 'public',
    summary: 'Laws and their articles',
    answer: listOf(lawSchema),
    status: 200,
    problems: [],
  },
  listGenres: {
    method: 'get',
    path: '/genres',
    access: 'public',
    summary: 'Genres',
    answer: listOf(genreSchema),
    status: 200,
    problems: [],
  },
  listTroupes: {
    method: 'get',
    path: '/troupes',
    access: 'public',
    summary: 'Troupes',
    answer: listOf(troupeSchema),
    status: 200,
    problems: [],
  },
  listRegions: {
    method: 'get',
    path: '/regions',
    access: 'public',
    summary: 'Leagues, cities, banners and counties',
    answer: listOf(regionSchema),
    status: 200,
    problems: [],
  },
  listRails: {
    method: 'get',
    path: '/staff/rails',
    access: 'staff',
    summary: 'Rails of the home screen',
    answer: listOf(railSchema),
    status: 200,
    problems: ['sign-in-required'],
  },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof ROUTES
