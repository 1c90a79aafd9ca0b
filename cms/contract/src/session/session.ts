import * as z from 'zod'
import { PERMISSIONS, ROLES } from './roles.ts'

export const roleSchema = z.enum(ROLES).meta({ id: 'Role' })

export const sessionCreateSchema = z
  .strictObject({ email: z.string().max(254), password: z.string().max(256), code: z.string().max(16).optional() })
  .meta({ id: 'SessionCreate' })

export const sessionSchema = z
  .strictObject({
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    /** What this member may do, so that nobody is offered what would be refused. */
    permissions: z.array(z.enum(PERMISSIONS)),
    reviewPolicy: z.enum(['off', 'three']),
  })
  .meta({ id: 'Session' })

export type SessionCreate = z.infer<typeof sessionCreateSchema>
export type Session = z.infer<typeof sessionSchema>
