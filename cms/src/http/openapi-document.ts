import { PROBLEMS, type ProblemName } from '@ulan/contract'
import { problemSchema, ROUTES, type Route } from '@ulan/contract/schemas'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from 'zod-openapi'
import { API_PREFIX } from './bind-route.ts'

const STAFF_SECURITY = [{ session: [] }]
const PROBLEM_CONTENT = { 'application/problem+json': { schema: problemSchema } }

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {
    [`${route.status}`]: {
      description: route.summary,
      ...(route.answer === undefined ? {} : { content: { 'application/json': { schema: route.answer } } }),
    },
  }
  const names = new Map<number, ProblemName[]>()
  for (const name of route.problems) names.set(PROBLEMS[name], [...(names.get(PROBLEMS[name]) ?? []), name])
  for (const [status, problems] of names) {
    responses[`${status}` as '400'] = { description: problems.join(', '), content: PROBLEM_CONTENT } // the library's type lists digits
  }
  return responses
}

function operationOf(name: string, route: Route): ZodOpenApiOperationObject {
  const needsHeader = route.access === 'staff' && route.method !== 'get'
  return {
    operationId: name,
    summary: route.summary,
    ...(route.access === 'staff' ? { security: STAFF_SECURITY } : {}),
    ...(needsHeader ? { description: 'Same Origin, or header `X-CSRF: 1`.' } : {}),
    ...(route.params === undefined && route.query === undefined
      ? {}
      : { requestParams: { ...(route.params ? { path: route.params } : {}), ...(route.query ? { query: route.query } : {}) } }),
    ...(route.body === undefined ? {} : { requestBody: { content: { 'application/json': { schema: route.body } }, required: true } }),
    responses: responsesOf(route),
  }
}

/** Resumable uploads speak their own protocol, so they are described here and not in the route table. */
const UPLOAD_PATHS: ZodOpenApiPathsObject = {
  [`${API_PREFIX}/uploads`]: {
    post: {
      operationId: 'createUpload',
      summary: 'Start a resumable upload (tus 1.0); then `POST /assets` with its id',
      description: 'Headers `Tus-Resumable: 1.0.0`, `Upload-Length` in bytes, `Upload-Metadata` with `filename`. Answers `Location`.',
      security: STAFF_SECURITY,
      responses: { '201': { description: 'Upload made' }, '413': { description: 'upload-too-large', content: PROBLEM_CONTENT } },
    },
  },
  [`${API_PREFIX}/uploads/{id}`]: {
    head: {
      operationId: 'readUpload',
      summary: 'How many bytes have arrived (tus 1.0)',
      security: STAFF_SECURITY,
      responses: { '200': { description: 'Header `Upload-Offset`' }, '404': { description: 'not-found', content: PROBLEM_CONTENT } },
    },
    patch: {
      operationId: 'continueUpload',
      summary: 'Send more bytes from `Upload-Offset` on (tus 1.0)',
      security: STAFF_SECURITY,
      requestBody: { content: { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } } },
      responses: { '204': { description: 'Bytes taken' }, '409': { description: 'Wrong offset' } },
    },
  },
}

/** The API's description, made from the contract alone. */
export function makeOpenapiDocument(publicUrl: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = { ...UPLOAD_PATHS }
  for (const [name, route] of Object.entries<Route>(ROUTES)) {
    const path = API_PREFIX + route.path
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: '法治乌兰牧骑 API', version: '1.0.0', description: 'Errors are RFC 9457 problem documents with a stable `type`.' },
    servers: [{ url: publicUrl }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'ulan.session_token' } } },
    paths,
  })
}
