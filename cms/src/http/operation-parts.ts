import { PROBLEMS, type ProblemName } from '@ulan/contract'
import { problemSchema, problemSentence } from '@ulan/contract/schemas'
import type { ZodOpenApiResponsesObject } from 'zod-openapi'

export const STAFF_SECURITY = [{ session: [] }]

/** One response for each status, naming the problems behind it and saying what they are. */
export function problemResponses(names: readonly ProblemName[]): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemName[]>()
  for (const name of names) byStatus.set(PROBLEMS[name], [...(byStatus.get(PROBLEMS[name]) ?? []), name])
  const responses: ZodOpenApiResponsesObject = {}
  for (const [status, problems] of byStatus) {
    // The library's type lists digits.
    responses[`${status}` as '400'] = {
      description: problems.map((name) => `\`${name}\`: ${problemSentence(name, 'en')}`).join('\n\n'),
      content: { 'application/problem+json': { schema: problemSchema } },
    }
  }
  return responses
}
