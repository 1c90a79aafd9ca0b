import * as z from 'zod'

/** Roles of 三审三校 and around it (design §10). */
const ROLES = [
  'editor',
  'translator',
  'proofreader',
  'reviewer-1',
  'reviewer-2',
  'reviewer-3',
  'publisher',
  'inspector',
  'administrator',
] as const
export const roleSchema = z.enum(ROLES).meta({ id: 'Role' })

export const sessionCreateSchema = z
  .strictObject({ email: z.string().max(254), password: z.string().max(256), code: z.string().max(16).optional() })
  .meta({ id: 'SessionCreate' })

export const sessionSchema = z
  .strictObject({ email: z.string(), name: z.string(), role: roleSchema, reviewPolicy: z.enum(['off', 'three']) })
  .meta({ id: 'Session' })

export type Role = z.infer<typeof roleSchema>
export type SessionCreate = z.infer<typeof sessionCreateSchema>
export type Session = z.infer<typeof sessionSchema>
