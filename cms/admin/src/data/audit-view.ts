import type { AuditQuery, AuditRecord, ProgrammeId, StaffId } from '@ulan/contract'
import type words from '../../locales/zh-Hans/admin.json'
import { type Route, routeHash } from '../routes.ts'
import { type Fields, oneOf } from './address-fields.ts'
import { startOfDay } from './beijing-time.ts'

export type AuditAction = keyof typeof words.audit.actions

/** What of the log is looked at; days are those of Beijing, `2026-12-04`, the last one included. */
export type AuditFilter = {
  readonly by?: StaffId | undefined
  readonly action?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** A filter from an address; what is not understood is left out. */
export function auditFilterOf({ by = '', action, from = '', until = '' }: Fields, actions: readonly AuditAction[]): AuditFilter {
  const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
  return {
    by: /^[0-9a-f]{24}$/.test(by) ? (by as StaffId) : undefined, // shape checked here, existence by the server
    action: oneOf(actions, action),
    from: isDay(from) ? from : undefined,
    until: isDay(until) ? until : undefined,
  }
}

/** A filter as the server takes it. */
export function auditQuery({ by, action, from, until }: AuditFilter, before?: number): AuditQuery {
  return {
    ...(by === undefined ? {} : { by }),
    ...(action === undefined ? {} : { action }),
    ...(from === undefined || from === '' ? {} : { from: startOfDay(from).toISOString() }),
    ...(until === undefined || until === '' ? {} : { until: startOfDay(until, 1).toISOString() }),
    ...(before === undefined ? {} : { before }),
  }
}

const ON_PROGRAMMES: ReadonlySet<string> = new Set([
  'createProgramme',
  'updateProgramme',
  'publishProgramme',
  'takeDownProgramme',
  'restoreVersion',
  'restoreProgramme',
  'scheduleProgramme',
  'scheduledPublish',
  'scheduledTakeDown',
])

/** Programmes that something was done to, each once. */
export const programmesIn = (records: readonly Pick<AuditRecord, 'action' | 'target'>[]): ProgrammeId[] => [
  ...new Set(
    // The target of these is a programme's id.
    records.flatMap(({ action, target }) => (target === undefined || !ON_PROGRAMMES.has(action) ? [] : (target as ProgrammeId))),
  ),
]

/** Where what was done can be seen, if anywhere. */
export function auditLink({ action, target }: Pick<AuditRecord, 'action' | 'target'>): string | undefined {
  if (target === undefined || !ON_PROGRAMMES.has(action)) return undefined
  return routeHash({ page: 'programme', id: target } as Route) // as above
}
