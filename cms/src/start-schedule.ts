import type { Logger } from 'pino'
import type { Metrics } from './http/metrics.ts'
import { LATE_AFTER_MS } from './http/schedule-gauges.ts'
import type { AuditLog } from './service/keep-audit.ts'
import { keepSchedule } from './service/run-schedule.ts'
import { planNeedsOf, type StaffWork } from './service/staff-work.ts'
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
    ...planNeedsOf(work),
    audit: work.audit,
    lease: work.storage.scheduleLease(work.newId('h')),
    logger,
    onRun: observeRun,
  })
