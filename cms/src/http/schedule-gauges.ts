import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { ScheduleRun } from '../service/run-schedule.ts'

const LATENESS_SECONDS = [1, 2, 5, 10, 60, 300, 3600, 86_400]
/** What is looked for every second is late after this. */
export const LATE_AFTER_MS = 60_000

/** How punctual what is planned is done. */
export type ScheduleFigures = { observe(run: ScheduleRun): void; setOverdue(count: number): void }

export function createScheduleFigures(registry: Registry): ScheduleFigures {
  const registers = [registry]
  const runs = new Counter({
    name: 'ulan_schedule_runs_total',
    help: 'Publications and removals that were due, by how they went',
    labelNames: ['act', 'result'],
    registers,
  })
  const lateness = new Histogram({
    name: 'ulan_schedule_lateness_seconds',
    help: 'How long after its time each was done',
    buckets: LATENESS_SECONDS,
    registers,
  })
  const overdue = new Gauge({
    name: 'ulan_schedule_overdue',
    help: 'Programmes for which something was due more than a minute ago and is not done',
    registers,
  })
  return {
    observe({ act, result, lateSeconds }) {
      runs.inc({ act, result })
      lateness.observe(lateSeconds)
    },
    setOverdue: (count) => overdue.set(count),
  }
}
