import * as z from 'zod'
import { staffIdSchema } from '../id/id.ts'
import { roleSchema } from '../session/role-schema.ts'

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Who did it, as they were called then. */
const auditActorSchema = z
  .strictObject({ id: staffIdSchema, email: z.string(), name: z.string(), role: roleSchema })
  .meta({ id: 'AuditActor' })

/**
 * One line of the log, for good. `begun` is written before anything is done and `done` or `refused` after it, so that a
 * process that dies in between leaves a trace. `hash` is the SHA-256 of all other members and of the entry before.
 */
export const auditEntrySchema = z
  .strictObject({
    /** 1, 2, 3, without a gap. */
    seq: z.int().min(1),
    at: z.iso.datetime(),
    phase: z.enum(['begun', 'done', 'refused']),
    /** Of a `done` or `refused`: which entry it ends. */
    ends: z.int().min(1).optional(),
    by: auditActorSchema,
    address: z.string(),
    /** Name of the route, as in the API's description. */
    action: z.string(),
    /** Id of what it was done to. */
    target: z.string().optional(),
    /** JSON: what was asked, without secrets; of a refusal its problem. */
    details: z.string(),
    previous: hashSchema,
    hash: hashSchema,
  })
  .meta({ id: 'AuditEntry' })

/** Something that somebody did: its beginning and its end in one. */
export const auditRecordSchema = auditEntrySchema
  .omit({ phase: true, ends: true, previous: true, hash: true })
  .extend({
    /** `unknown`: the process died over it, or it is still under way. */
    outcome: z.enum(['done', 'refused', 'unknown']),
    problem: z.string().optional(),
  })
  .meta({ id: 'AuditRecord' })

export const auditQuerySchema = z.object({
  /** Only what came before this entry. */
  before: z.coerce.number().int().min(1).optional(),
  by: staffIdSchema.optional(),
  action: z.string().max(60).optional(),
  target: z.string().max(80).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
})
export const auditPageSchema = z
  .strictObject({ items: z.array(auditRecordSchema), /** `before` of the next page, where there is one. */ next: z.int().optional() })
  .meta({ id: 'AuditPage' })
export const auditExportQuerySchema = z.object({ after: z.coerce.number().int().min(0).optional() })

export type AuditActor = z.infer<typeof auditActorSchema>
export type AuditEntry = z.infer<typeof auditEntrySchema>
export type AuditRecord = z.infer<typeof auditRecordSchema>
export type AuditQuery = z.infer<typeof auditQuerySchema>
export type AuditPage = z.infer<typeof auditPageSchema>
