import * as z from 'zod'
import { staffProgrammeSchema } from '../catalog/programme.ts'
import { scheduleChangeSchema, scheduleEntrySchema } from '../catalog/schedule.ts'
import { programmeIdSchema } from '../id/id.ts'
import { listOf, type Route } from './route.ts'

/** What happens by itself at its time. */
export const SCHEDULE_ROUTES = {
  listSchedule: {
    method: 'get',
    path: '/staff/schedule',
    access: 'read',
    summary: 'All that is planned, the next first, with what would keep it back, were all as it is now; before it what was due and refused',
    /** That of one programme alone. */
    query: z.strictObject({ id: programmeIdSchema.optional() }),
    answer: listOf(scheduleEntrySchema),
    status: 200,
    problems: [],
  },
  scheduleProgramme: {
    method: 'post',
    path: '/programmes/{id}/schedule',
    access: 'publish',
    summary: 'Publish what stands there now at a time to come, and take it off at another',
    params: z.strictObject({ id: programmeIdSchema }),
    body: scheduleChangeSchema,
    answer: staffProgrammeSchema,
    status: 200,
    problems: ['other-region', 'stale-revision', 'conflict', 'cannot-publish', 'review-required'],
  },
} as const satisfies Record<string, Route>
