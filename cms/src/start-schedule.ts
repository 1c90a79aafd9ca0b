import type { Logger } from 'pino'
import { stillStands } from './domain/review/review-life.ts'
import type { Metrics } from './http/metrics.ts'
import { LATE_AFTER_MS } from './http/schedule-gauges.ts'
import type { AuditLog } from './service/keep-audit.ts'
import { keepSchedule } from './service/run-schedule.ts'
import { editNeedsOf, type StaffWork } from './service/staff-work.ts'
import type { Storage } from './storage/open-storage.ts'

type Work = StaffWork & { readonly storage: Storage; readonly audit: AuditLog }

/** Programmes for which something was due more than a minute ago. */
export const overdueCounter =
  ({ programmeReader }: Storage, clock: () => Date) =>
  async (): Promise<number> =>
    (await programmeReader.listDue(new Date(clock().getTime() - LATE_AFTER_MS).toISOString())).length

/** Does what is planned at its time, as one of the processes on this store. */
export const startSchedule = (work: Work, logger: Logger, { observeRun }: Metrics): { close(): Promise<void> } =>
  keepSchedule({
    ...editNeedsOf(work),
    audit: work.audit,
    lease: work.storage.scheduleLease(work.newId('h')),
    logger,
    isReviewStanding: async (id, number) => stillStands(await work.storage.reviews.listOf(id), number),
    onRun: observeRun,
  })
