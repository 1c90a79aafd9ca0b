import * as z from 'zod'
import { restoredProgrammeSchema } from '../catalog/programme-version.ts'
import { trashedProgrammeSchema } from '../catalog/trash.ts'
import { programmeIdSchema } from '../id/id.ts'
import { listOf, type Route } from './route.ts'

/** What was deleted. */
export const TRASH_ROUTES = {
  listTrash: {
    method: 'get',
    path: '/staff/trash',
    access: 'read',
    summary: 'Programmes that were deleted and can be had back, the latest first: the last two hundred',
    answer: listOf(trashedProgrammeSchema),
    status: 200,
    problems: [],
  },
  restoreProgramme: {
    method: 'post',
    path: '/staff/trash/{id}/restore',
    access: 'edit',
    summary: 'Have a deleted programme back as the draft that it was, or as taken down; nothing changes for the public',
    params: z.strictObject({ id: programmeIdSchema }),
    answer: restoredProgrammeSchema,
    status: 200,
    problems: ['other-region'],
  },
} as const satisfies Record<string, Route>
