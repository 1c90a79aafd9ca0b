import * as z from 'zod'

/** One field in the way: JSON path in dots, a stable code (key in `problem` locale files) and its parameters. */
export const fieldProblemSchema = z
  .strictObject({ path: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
  .meta({ id: 'FieldProblem' })

/** RFC 9457 problem details. `type` is `/problems/<name>`, stable; sentences are in the reader’s language, `detail` names the fields in the way. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(fieldProblemSchema).optional(),
  })
  .meta({ id: 'Problem' })

export type FieldProblem = z.infer<typeof fieldProblemSchema>
export type Problem = z.infer<typeof problemSchema>
