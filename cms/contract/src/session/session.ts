import * as z from 'zod'
import { regionCodeSchema, staffIdSchema } from '../id/id.ts'
import { roleSchema } from './role-schema.ts'

export { roleSchema } from './role-schema.ts'

import { PERMISSIONS } from './roles.ts'

export const sessionCreateSchema = z
  .strictObject({ email: z.string().max(254), password: z.string().max(256), code: z.string().max(16).optional() })
  .meta({ id: 'SessionCreate' })

export const sessionSchema = z
  .strictObject({
    id: staffIdSchema,
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    /** Works on what belongs to it; on everything where it is left out. */
    regionCode: regionCodeSchema.optional(),
    hasSecondFactor: z.boolean(),
    /** What this member may do, so that nobody is offered what would be refused. */
    permissions: z.array(z.enum(PERMISSIONS)),
    reviewPolicy: z.enum(['off', 'three']),
  })
  .meta({ id: 'Session' })

export type SessionCreate = z.infer<typeof sessionCreateSchema>
export type Session = z.infer<typeof sessionSchema>
