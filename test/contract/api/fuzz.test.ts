import { problemSchema, ROUTES, type Route, type RouteName } from '@ulan/contract/schemas'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

/** Leaving the session would make every later call the same refusal; signing in is limited, and has tests of its own. */
const NOT_FUZZED: readonly RouteName[] = ['createSession', 'deleteSession', 'listAssets', 'readAsset', 'createAsset', 'retryAsset']
const names = (Object.keys(ROUTES) as RouteName[]).filter((name) => !NOT_FUZZED.includes(name)) // keys of that very record

const KNOWN = ['song', 'xiaosi', 'quiz-one', 'q-one', 'clip-song', 'haolaibao', 'performance', 'zh-Hans', 'mn-Mong', '152502', 'tv', 'b']
const NASTY = ['', ' ', '..', '%00', '\u0000', '$where', '__proto__', 'constructor', '题'.repeat(1200), '\ud800', '-1', '1e999', 'null']
const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...KNOWN) }, fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }))
/** Without what makes the address of another route. */
const id = word.filter((one) => !['', '.', '..'].includes(one))
const FIELDS = [
  'rev',
  'kind',
  'title',
  'synopsis',
  'assetId',
  'quizId',
  'laws',
  'answers',
  'id',
  'programmeId',
  'zh-Hans',
  '__proto__',
  '$ne',
]
const value = fc.letrec((tie) => ({
  leaf: fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: true }).map(String)),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), word), tie('tree'), { maxKeys: 6 }),
  ),
})).tree
const query = fc.dictionary(fc.oneof(fc.constantFrom('locale', 'device', 'kind', 'region', 'status', 'page'), word), word, { maxKeys: 4 })

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
