import * as z from 'zod'
import { shortLocalizedTextSchema } from '../locale/text-schema.ts'

/** What somebody did for a work, in the order in which Chinese credits name it. */
export const creditRoleSchema = z
  .enum([
    'presenter',
    'producer',
    'writer',
    'director',
    'composer',
    'lyricist',
    'choreographer',
    'performer',
    'musician',
    'host',
    'speaker',
    'narrator',
    'designer',
    'camera',
    'editor',
    'translator',
    'legal-adviser',
  ])
  .meta({ id: 'CreditRole' })

/** One line of the credits: what was done, and by whom (`、` between several). */
export const creditSchema = z.strictObject({ role: creditRoleSchema, names: shortLocalizedTextSchema }).meta({ id: 'Credit' })

/** In the order in which viewers read them. */
export const creditsSchema = z.array(creditSchema).max(40)

export type CreditRole = z.infer<typeof creditRoleSchema>
export type Credit = z.infer<typeof creditSchema>
