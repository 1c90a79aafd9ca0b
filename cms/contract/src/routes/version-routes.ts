import * as z from 'zod'
import { programmeVersionSchema, restoredProgrammeSchema } from '../catalog/programme-version.ts'
import { programmeIdSchema } from '../id/id.ts'
import { listOf, type Route } from './route.ts'

/** What went out of a programme. */
export const VERSION_ROUTES = {
  listVersions: {
    method: 'get',
    path: '/programmes/{id}/versions',
    access: 'read',
    summary: 'All versions of a programme that went out, the latest first: its last two hundred',
    params: z.strictObject({ id: programmeIdSchema }),
    answer: listOf(programmeVersionSchema),
    status: 200,
    problems: [],
  },
  restoreVersion: {
    method: 'post',
    path: '/programmes/{id}/versions/{number}/restore',
    access: 'edit',
    summary: 'Go on from a version that went out: it becomes what staff work on, and nothing changes for the public',
    params: z.strictObject({ id: programmeIdSchema, number: z.string().regex(/^\d{1,6}$/) }),
    body: z.strictObject({
      /** Revision of the programme whose words give way. */
      rev: z.int(),
    }),
    answer: restoredProgrammeSchema,
    status: 200,
    problems: ['other-region', 'stale-revision'],
  },
} as const satisfies Record<string, Route>
