import * as z from 'zod'
import { assetIdSchema } from '../id/id.ts'
import { retentionPatchSchema, retentionQuerySchema, retentionSchema } from '../storage/retention.ts'
import { storageSchema } from '../storage/storage.ts'
import type { Route } from './route.ts'

/** What is kept in the media store, and what goes. */
export const STORAGE_ROUTES = {
  readStorage: {
    method: 'get',
    path: '/storage',
    access: 'oversee',
    summary: 'What is kept of media and how large it is, by the last count, and what goes when',
    answer: storageSchema,
    status: 200,
    problems: [],
  },
  countStorage: {
    method: 'post',
    path: '/storage/count',
    access: 'oversee',
    summary: 'Count it again, in the background',
    answer: storageSchema,
    status: 200,
    problems: [],
  },
  readRetention: {
    method: 'get',
    path: '/storage/retention',
    access: 'oversee',
    summary: 'How long masters are kept, and what would go now',
    query: retentionQuerySchema,
    answer: retentionSchema,
    status: 200,
    problems: [],
  },
  updateRetention: {
    method: 'patch',
    path: '/storage/retention',
    access: 'administer',
    summary: 'Change it; administrators only',
    body: retentionPatchSchema,
    answer: retentionSchema,
    status: 200,
    problems: ['stale-revision'],
  },
  deleteAsset: {
    method: 'delete',
    path: '/assets/{id}',
    access: 'publish',
    summary: 'Delete an asset that nothing uses, with its master and all that was made of it; repeating it changes nothing',
    params: z.strictObject({ id: assetIdSchema }),
    status: 204,
    problems: ['asset-in-use'],
  },
} as const satisfies Record<string, Route>
