import type { MediaFigures } from '@ulan/contract'
import type { Logger } from 'pino'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Snapshot } from '../domain/snapshot/build-snapshot.ts'
import type { ScheduleRun } from '../service/run-schedule.ts'
import { createMediaGauges } from './media-gauges.ts'
import type { PublicAnswers } from './reads/public-answers.ts'
import { createScheduleFigures } from './schedule-gauges.ts'

export type Metrics = {
  readonly contentType: string
  /** One answer of the application, by its status. */
  observe(status: number, durationMs: number): void
  /** Something that was planned, when it was done or refused. */
  observeRun(run: ScheduleRun): void
  /** All figures as Prometheus reads them. */
  text(): Promise<string>
}
export type MetricsNeeds = {
  readonly logger: Logger
  readonly answers: Pick<PublicAnswers, 'counts'>
  current(): Snapshot
  readMediaFigures?(): Promise<MediaFigures>
  /** Programmes for which something is due and late. */
  countOverdue(): Promise<number>
}

const DURATION_SECONDS = [0.005, 0.02, 0.1, 0.5, 2, 10]

/** Figures of this process for Prometheus; the fast path only counts, its figures are read off when asked for. */
export function createMetrics({ logger, answers, current, readMediaFigures, countOverdue }: MetricsNeeds): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Counter({
    name: 'ulan_public_answers_total',
    help: 'Public reads answered from memory',
    labelNames: ['status'],
    registers,
    collect() {
      const { ok, unchanged } = answers.counts()
      this.reset()
      this.inc({ status: '200' }, ok)
      this.inc({ status: '304' }, unchanged)
    },
  })
  new Gauge({
    name: 'ulan_public_programmes',
    help: 'Programmes in the current snapshot',
    registers,
    collect() {
      this.set(current().programmes.length)
    },
  })
  const durations = new Histogram({
    name: 'ulan_http_answer_seconds',
    help: 'Answers of the application by class of status, and how long they took; public reads from memory are not among them',
    labelNames: ['class'],
    buckets: DURATION_SECONDS,
    registers,
  })
  const setMedia = createMediaGauges(registry)
  const schedule = createScheduleFigures(registry)
  return {
    contentType: registry.contentType,
    observe: (status, durationMs) => durations.observe({ class: `${String(Math.floor(status / 100))}xx` }, durationMs / 1000),
    observeRun: schedule.observe,
    async text() {
      try {
        schedule.setOverdue(await countOverdue())
        if (readMediaFigures !== undefined) setMedia(await readMediaFigures())
      } catch (error) {
        // The rest is all the more wanted when store or disk are in trouble.
        logger.warn({ err: error }, 'figures of the store or of the media side could not be read')
      }
      return await registry.metrics()
    },
  }
}
