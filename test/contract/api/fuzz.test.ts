import { problemSchema, ROUTES, type Route, type RouteName } from '@ulan/contract/schemas'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { MEDIA_ROUTES } from './media-routes.ts'
import { id, LONGEST_URL, query, value } from './odd-values.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

/**
 * Leaving the session would make every later call the same refusal; signing in is limited, and has tests of its own. Assets
 * and uploads are asked of the whole product, in `fuzz-media.test.ts`.
 */
const NOT_FUZZED: readonly RouteName[] = ['createSession', 'deleteSession', ...MEDIA_ROUTES]
const names = (Object.keys(ROUTES) as RouteName[]).filter((name) => !NOT_FUZZED.includes(name)) // keys of that very record

let lab: CmsLab
let cookie: string
beforeAll(async () => {
  lab = await createCmsLab()
  lab.library.put('clip-song', 'ready')
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

describe(`calls that nobody planned, seed ${SEED}`, () => {
  it.each(names)(
    '%s answers them as the contract says, or with a problem',
    async (name) => {
      const route: Route = ROUTES[name]
      const call = async (about: string, search: Readonly<Record<string, string>>, body: unknown): Promise<void> => {
        const path = route.path.replace('{id}', encodeURIComponent(about.toWellFormed()))
        const text = new URLSearchParams(search).toString()
        fc.pre(path.length + text.length < LONGEST_URL)
        const reply = await lab.call(`/api/v1${path}?${text}`, {
          method: route.method.toUpperCase(),
          cookie,
          ...(route.body === undefined ? {} : { body }),
        })
        if (reply.status < 400) {
          if (route.answer !== undefined && reply.status !== 304) route.answer.parse(reply.json())
          return
        }
        expect(reply.headers.get('content-type')).toContain('application/problem+json')
        const problem = problemSchema.parse(reply.json())
        expect(problem.status).toBe(reply.status)
        // 401: the session must have survived all of this; 5xx: nothing a caller sends may break the server.
        expect([400, 403, 404, 409, 413, 415, 422, 429]).toContain(reply.status)
      }
      await fc.assert(fc.asyncProperty(id, query, value, call), { seed: SEED, numRuns: LENGTH.callsPerRoute })
    },
    600_000,
  )

  it('leave the catalogue readable and the session whole', async () => {
    expect((await lab.call('/api/v1/home?locale=zh-Hans&device=tv')).status).toBe(200)
    expect((await lab.call('/api/v1/session', { cookie })).status).toBe(200)
  })
})
