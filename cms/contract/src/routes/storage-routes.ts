import * as z from 'zod'
import { assetIdSchema } from '../id/id.ts'
import type { Route } from './route.ts'

/** What is kept in the media store, and what goes. */
export const STORAGE_ROUTES = {
  deleteAsset: {
    method: 'delete',
    path: '/assets/{id}',
    access: 'staff',
    summary: 'Delete an asset that nothing uses, with its master and all that was made of it; repeating it changes nothing',
    params: z.strictObject({ id: assetIdSchema }),
    status: 204,
    problems: ['asset-in-use'],
  },
} as const satisfies Record<string, Route>
