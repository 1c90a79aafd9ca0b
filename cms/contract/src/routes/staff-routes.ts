import * as z from 'zod'
import { assetSchema } from '../asset/asset.ts'
import { programmeCreateSchema, programmePatchSchema, programmeStatusSchema, staffProgrammeSchema } from '../catalog/programme.ts'
import { railSchema } from '../catalog/rail.ts'
import { seriesCreateSchema, seriesSchema } from '../catalog/series.ts'
import { assetIdSchema, programmeIdSchema } from '../id/id.ts'
import { questionSchema, quizSchema } from '../quiz/quiz.ts'
import { settingsPatchSchema, settingsSchema } from '../settings/settings.ts'

import { listOf, type Route } from './route.ts'

const programmeParams = z.strictObject({ id: programmeIdSchema })
const revisionBody = z.strictObject({ rev: z.int() })
const ofFiles = ['empty-file', 'not-a-video', 'truncated-video', 'unsupported-video'] as const

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
    problems: [],
  },
  readStaffProgramme: {
    method: 'get',
    path: '/staff/programmes/{id}',
    access: 'staff',
    summary: 'One programme as staff see it',
    params: programmeParams,
    answer: staffProgrammeSchema,
    status: 200,
    problems: [],
  },
  createProgramme: {
    method: 'post',
    path: '/programmes',
    access: 'staff',
    summary: 'Start a draft',
    body: programmeCreateSchema,
    answer: staffProgrammeSchema,
    status: 201,
    problems: ['conflict'],
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
    problems: ['stale-revision', 'conflict', 'cannot-publish'],
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
    problems: ['stale-revision', 'cannot-publish'],
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
    problems: ['stale-revision', 'conflict'],
  },
  listAssets: {
    method: 'get',
    path: '/assets',
    access: 'staff',
    summary: 'Latest assets',
    answer: listOf(assetSchema),
    status: 200,
    problems: [],
  },
  readAsset: {
    method: 'get',
    path: '/assets/{id}',
    access: 'staff',
    summary: 'Progress of one asset, by rung',
    params: z.strictObject({ id: assetIdSchema }),
    answer: assetSchema,
    status: 200,
    problems: [],
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
    problems: ['not-found', 'conflict', 'encode-failed', 'upload-hash-mismatch', ...ofFiles],
  },
  retryAsset: {
    method: 'post',
    path: '/assets/{id}/retry',
    access: 'staff',
    summary: 'Encode a failed asset again',
    params: z.strictObject({ id: assetIdSchema }),
    answer: assetSchema,
    status: 200,
    problems: ['conflict', 'encode-failed', ...ofFiles],
  },
  listSeries: {
    method: 'get',
    path: '/staff/series',
    access: 'staff',
    summary: 'All series',
    answer: listOf(seriesSchema),
    status: 200,
    problems: [],
  },
  createSeries: {
    method: 'post',
    path: '/series',
    access: 'staff',
    summary: 'Start a series',
    body: seriesCreateSchema,
    answer: seriesSchema,
    status: 201,
    problems: [],
  },
  listQuizzes: {
    method: 'get',
    path: '/staff/quizzes',
    access: 'staff',
    summary: 'All quizzes',
    answer: listOf(quizSchema),
    status: 200,
    problems: [],
  },
  listQuestions: {
    method: 'get',
    path: '/staff/questions',
    access: 'staff',
    summary: 'The question bank',
    answer: listOf(questionSchema),
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
    problems: [],
  },
  readSettings: {
    method: 'get',
    path: '/settings',
    access: 'staff',
    summary: 'What this installation says of itself: organiser, filing and licence numbers',
    answer: settingsSchema,
    status: 200,
    problems: [],
  },
  updateSettings: {
    method: 'patch',
    path: '/settings',
    access: 'staff',
    summary: 'Change it; administrators only',
    body: settingsPatchSchema,
    answer: settingsSchema,
    status: 200,
    problems: ['stale-revision'],
  },
} as const satisfies Record<string, Route>
