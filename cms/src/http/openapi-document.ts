import { problemsOf, ROUTES, type Route } from '@ulan/contract/schemas'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from 'zod-openapi'
import { API_PREFIX } from './bind-route.ts'
import { problemResponses, STAFF_SECURITY } from './operation-parts.ts'
import { uploadPaths } from './upload-paths.ts'

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  const answer = {
    description: route.summary,
    ...(route.answer === undefined ? {} : { content: { 'application/json': { schema: route.answer } } }),
  }
  return {
    [`${route.status}`]: answer,
    ...(route.againStatus === undefined ? {} : { [`${route.againStatus}`]: answer }),
    ...(route.method === 'get' && route.access === 'public'
      ? { '304': { description: 'The copy named by `If-None-Match` is current' } }
      : {}),
    ...problemResponses(problemsOf(route)),
  }
}

function operationOf(name: string, route: Route): ZodOpenApiOperationObject {
  const needsHeader = route.access !== 'public' && route.method !== 'get'
  return {
    operationId: name,
    summary: route.summary,
    ...(route.access !== 'public' ? { security: STAFF_SECURITY } : {}),
    ...(needsHeader ? { description: 'Same Origin, or header `X-CSRF: 1`.' } : {}),
    ...(route.params === undefined && route.query === undefined
      ? {}
      : { requestParams: { ...(route.params ? { path: route.params } : {}), ...(route.query ? { query: route.query } : {}) } }),
    ...(route.body === undefined ? {} : { requestBody: { content: { 'application/json': { schema: route.body } }, required: true } }),
    responses: responsesOf(route),
  }
}

/** Browsers take a name with this prefix for a promise that the cookie never travels in the clear. */
const sessionCookie = (publicUrl: string): string => `${publicUrl.startsWith('https:') ? '__Secure-' : ''}ulan.session_token`

/** The API's description, made from the contract alone. */
export function makeOpenapiDocument(publicUrl: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = uploadPaths(API_PREFIX)
  for (const [name, route] of Object.entries<Route>(ROUTES)) {
    const path = API_PREFIX + route.path
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: '法治乌兰牧骑 API',
      version: '1.0.0',
      description: 'Errors are RFC 9457 problem documents with a stable `type`, in Chinese or, for `Accept-Language: en`, in English.',
    },
    servers: [{ url: publicUrl }],
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie(publicUrl) } } },
    paths,
  })
}
