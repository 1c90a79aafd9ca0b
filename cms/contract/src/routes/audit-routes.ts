import { auditEntrySchema, auditExportQuerySchema, auditPageSchema, auditQuerySchema } from '../audit/audit.ts'
import { listOf, type Route } from './route.ts'

/** Who did what: every write of staff, in a chain that shows when a link was changed. */
export const AUDIT_ROUTES = {
  listAudit: {
    method: 'get',
    path: '/audit',
    access: 'oversee',
    summary: 'What staff did, latest first, a hundred at a time',
    query: auditQuerySchema,
    answer: auditPageSchema,
    status: 200,
    problems: [],
  },
  exportAudit: {
    method: 'get',
    path: '/audit/export',
    access: 'oversee',
    summary: 'The log as it is kept, with its hashes, oldest first: a thousand entries at a time',
    query: auditExportQuerySchema,
    answer: listOf(auditEntrySchema),
    status: 200,
    problems: [],
  },
} as const satisfies Record<string, Route>
