import * as z from 'zod'
import { assetSchema } from '../asset/asset.ts'
import { programmeCreateSchema, programmePatchSchema, programmeStatusSchema, staffProgrammeSchema } from '../catalog/programme.ts'
import { railSchema } from '../catalog/rail.ts'
import { seriesCreateSchema, seriesSchema } from '../catalog/series.ts'
import { assetIdSchema, programmeIdSchema } from '../id/id.ts'
import type { ProblemName } from '../problem/problem-types.ts'
import { questionSchema, quizSchema } from '../quiz/quiz.ts'

import { listOf, type Route } from './route.ts'

const programmeParams = z.strictObject({ id: programmeIdSchema })
const revisionBody = z.strictObject({ rev: z.int() })
const editing: readonly ProblemName[] = [
  'sign-in-required',
  'not-allowed',
  'cross-site-request',
  'malformed-json',
  'body-too-large',
  'unsupported-media-type',
  'invalid-request',
  'not-found',
  'stale-revision',
]

/** What staff may do. */
export const STAFF_ROUTES = {
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
    problems: [...editing, 'cannot-publish'],
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
    problems: [...editing, 'conflict'],
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
