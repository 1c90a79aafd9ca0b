import type { Role } from '@ulan/contract'
import { describeProblem, fieldProblems, problemLanguageOfHeader, ROUTES, type Route, type RouteInput } from '@ulan/contract/schemas'
import { type ErrorRequestHandler, type Express, json } from 'express'
import type { Edge, SendProblem } from './http/edge.ts'

const sendProblem: SendProblem = (request, response, name, errors) => {
  const problem = describeProblem(name, problemLanguageOfHeader(request.get('accept-language')), errors)
  response.status(problem.status).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(problem))
}

/** Staff of a lab say their role in a header. */
export const roleOf = (header: string | string[] | undefined): Role | undefined => header as Role | undefined // tests send roles only

/**
 * The least edge that lets the media side be reached in its own tests, which may not know the CMS; how the house's edge
 * answers is tested on the whole product (`test/contract/api`).
 */
export const openEdge = (app: Express): Edge => ({
  sendProblem,
  allow: () => (request, response, next) => {
    if (roleOf(request.headers['x-staff']) === undefined) sendProblem(request, response, 'sign-in-required')
    else next()
  },
  bind(name, { run }) {
    const route: Route = ROUTES[name]
    const path = `/api/v1${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`
    app[route.method](path, json(), async (request, response) => {
      const params = route.params?.safeParse(request.params)
      if (params?.success === false) return sendProblem(request, response, 'not-found')
      const body = route.body?.safeParse(request.body)
      if (body?.success === false) return sendProblem(request, response, 'invalid-request', fieldProblems(body.error, request.body))
      const input = {
        params: params?.data,
        query: undefined,
        body: body?.data,
        language: problemLanguageOfHeader(request.get('accept-language')),
      }
      const outcome = await run(input as RouteInput<typeof name>) // parsed by the schemas that the type comes from
      if (outcome.kind === 'refused') sendProblem(request, response, outcome.problem, outcome.errors)
      else response.status(route.status).json(outcome.value)
    })
  },
})

/** Ends a lab's app: an unforeseen failure is a problem too. */
export const failed: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) next(error)
  else sendProblem(request, response, 'internal')
}
