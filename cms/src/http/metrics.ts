import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Snapshot } from '../domain/snapshot/build-snapshot.ts'
import type { PublicAnswers } from './reads/public-answers.ts'

/** Figures of this process for Prometheus; the fast path only counts, its figures are read off when asked for. */
export function createMetrics(answers: Pick<PublicAnswers, 'counts'>, current: () => Snapshot): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Counter({
    name: 'ulan_public_answers_total',
    help: 'Public reads answered from memory',
    labelNames: ['status'],
    registers: [registry],
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
    registers: [registry],
    collect() {
      this.set(current().programmes.length)
    },
  })
  return registry
}
