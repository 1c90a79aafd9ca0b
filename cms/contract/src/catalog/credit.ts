import * as z from 'zod'
import { shortLocalizedTextSchema } from '../locale/text-schema.ts'
import { CREDIT_ROLES } from './credit-roles.ts'

export const creditRoleSchema = z.enum(CREDIT_ROLES).meta({ id: 'CreditRole' })

/** One line of the credits: what was done, and by whom (`、` between several). */
export const creditSchema = z.strictObject({ role: creditRoleSchema, names: shortLocalizedTextSchema }).meta({ id: 'Credit' })

/** In the order in which viewers read them. */
export const creditsSchema = z.array(creditSchema).max(40)

export type CreditRole = z.infer<typeof creditRoleSchema>
export type Credit = z.infer<typeof creditSchema>
