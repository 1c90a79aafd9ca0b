import { PROBLEMS, type ProblemName } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import type { ZodOpenApiResponsesObject } from 'zod-openapi'

export const STAFF_SECURITY = [{ session: [] }]

/** One response for each status, naming the problems behind it. */
export function problemResponses(names: readonly ProblemName[]): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemName[]>()
  for (const name of names) byStatus.set(PROBLEMS[name], [...(byStatus.get(PROBLEMS[name]) ?? []), name])
  const responses: ZodOpenApiResponsesObject = {}
  for (const [status, problems] of byStatus) {
    // The library's type lists digits.
    responses[`${status}` as '400'] = {
      description: problems.join(', '),
      content: { 'application/problem+json': { schema: problemSchema } },
    }
  }
  return responses
}
