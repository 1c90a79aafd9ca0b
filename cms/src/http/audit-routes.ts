import { done } from '@ulan/contract'
import type { AuditLog } from '../service/keep-audit.ts'
import type { RouteBinder } from './bind-route.ts'

/** The log of what staff did, for overseers. */
export function bindAuditRoutes({ bind }: RouteBinder, log: AuditLog): void {
  bind('listAudit', { run: async ({ query }) => done(await log.list(query)) })
  bind('exportAudit', { run: async ({ query }) => done({ items: [...(await log.export(query.after ?? 0))] }) })
}
