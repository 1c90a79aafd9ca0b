import * as z from 'zod'
import { localeSchema } from '../locale/text-schema.ts'
import type { ProblemName } from '../problem/problem-types.ts'
import type { Permission } from '../session/roles.ts'

/** What whoever asks must be permitted; `session`: the route itself looks at the session that is there, or is not. */
export type Access = 'public' | 'session' | Permission
export type Route = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Asked with a body, but changes nothing: it is no deed for the audit log. */
  readonly isQuestion?: true
  /** OpenAPI path below `/api/v1`. */
  readonly path: string
  readonly access: Access
  readonly summary: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  /** Where a body may be larger than usual. */
  readonly mostBodyBytes?: number
  readonly answer?: z.ZodType
  readonly status: 200 | 201 | 204
  /** Status of a repetition that changed nothing, where it differs. */
  readonly againStatus?: 200
  /** Only its own: what follows from its shape is added by `problemsOf`. */
  readonly problems: readonly ProblemName[]
}

/** Lists are objects, so that members can be added to them later. */
export const listOf = <T extends z.ZodType>(item: T): z.ZodObject<{ items: z.ZodArray<T> }> => z.strictObject({ items: z.array(item) })
/** As children's mode shows it; what is for others is then answered with `not-for-children`. */
const kids = z.literal('1').optional()
export const byLocale: z.ZodObject<{ locale: z.ZodOptional<typeof localeSchema> }> = z.object({ locale: localeSchema.optional() })
export const byAudience: z.ZodObject<{ kids: typeof kids }> = z.object({ kids })
