import { request } from 'node:http'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, type Call, type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
let cookie: string
beforeAll(async () => {
  lab = await createCmsLab()
  lab.library.put('clip-song', 'ready')
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const json = (text: string): Call => ({ raw: { text, type: 'application/json' } })
const draft = { kind: 'performance', title: { 'zh-Hans': '题' } }

type Case = readonly [
  name: string,
  path: string,
  call: Call,
  status: number,
  problem: string,
  fields: readonly (readonly [string, string])[],
]
const CASES: readonly Case[] = [
  ['malformed JSON', '/programmes', json('{"kind":'), 400, 'malformed-json', []],
  ['a bare text as JSON', '/programmes', json('"x"'), 400, 'malformed-json', []],
  [
    'no body',
    '/programmes',
    { method: 'POST' },
    400,
    'invalid-request',
    [
      ['kind', 'required'],
      ['title', 'required'],
    ],
  ],
  [
    'another content type',
    '/programmes',
    { raw: { text: 'kind=x', type: 'application/x-www-form-urlencoded' } },
    415,
    'unsupported-media-type',
    [],
  ],
  [
    'an unknown charset',
    '/programmes',
    { raw: { text: '{}', type: 'application/json; charset=klingon' } },
    415,
    'unsupported-media-type',
    [],
  ],
  ['an oversized body', '/programmes', json(`{"kind":"${'x'.repeat(1_100_000)}"}`), 413, 'body-too-large', []],
  ['an unknown field', '/programmes', { body: { ...draft, colour: 'red' } }, 400, 'invalid-request', [['colour', 'unknown-field']]],
  [
    'a prototype as a field',
    '/programmes',
    json('{"kind":"lecture","title":{},"__proto__":{"rev":1}}'),
    400,
    'invalid-request',
    [['__proto__', 'unknown-field']],
  ],
  ['a value of another type', '/programmes', { body: { kind: 'performance', title: 7 } }, 400, 'invalid-request', [['title', 'invalid']]],
  ['an unknown kind', '/programmes', { body: { ...draft, kind: 'opera' } }, 400, 'invalid-request', [['kind', 'invalid']]],
  [
    'a title too long',
    '/programmes',
    { body: { ...draft, title: { 'zh-Hans': '题'.repeat(4001) } } },
    400,
    'invalid-request',
    [['title.zh-Hans', 'too-long']],
  ],
  [
    'a title with U+0000',
    '/programmes',
    { body: { ...draft, title: { 'zh-Hans': '题\0目' } } },
    400,
    'invalid-request',
    [['title.zh-Hans', 'broken-text']],
  ],
  [
    'half of a surrogate pair',
    '/programmes',
    json('{"kind":"lecture","title":{"zh-Hans":"题","mn-Mong":"\\ud83d"},"synopsis":{"zh-Hans":"\\udc00"}}'),
    400,
    'invalid-request',
    [
      ['title.mn-Mong', 'broken-text'],
      ['synopsis.zh-Hans', 'broken-text'],
    ],
  ],
  [
    'glyphs of some font',
    '/programmes',
    { body: { ...draft, title: { 'zh-Hans': '题\uf8ff' }, synopsis: { 'mn-Mong': '\ue2f2\ue900' } } },
    400,
    'invalid-request',
    [
      ['title.zh-Hans', 'private-use'],
      ['synopsis.mn-Mong', 'private-use'],
    ],
  ],
  ['an operator as an id', '/programmes', { body: { ...draft, quizId: { $ne: null } } }, 400, 'invalid-request', [['quizId', 'invalid']]],
  [
    'unknown references',
    '/programmes',
    {
      body: {
        ...draft,
        assetId: 'nope',
        genreId: 'nope',
        troupeId: 'nope',
        quizId: 'nope',
        regionCode: '000000',
        episodeOf: { seriesId: 'nope', season: 1, episode: 1 },
        laws: [{ lawId: 'civil-code', article: '第九条' }],
      },
    },
    400,
    'invalid-request',
    [
      ['genreId', 'unknown-reference'],
      ['troupeId', 'unknown-reference'],
      ['quizId', 'unknown-reference'],
      ['episodeOf.seriesId', 'unknown-reference'],
      ['regionCode', 'unknown-reference'],
      ['assetId', 'unknown-reference'],
      ['laws.0', 'unknown-reference'],
    ],
  ],
  [
    'a season out of range',
    '/programmes',
    { body: { ...draft, episodeOf: { seriesId: 'xiaosi', season: 0, episode: 1000 } } },
    400,
    'invalid-request',
    [
      ['episodeOf.season', 'too-small'],
      ['episodeOf.episode', 'too-big'],
    ],
  ],
  [
    'a series with unknown posters',
    '/series',
    { body: { kind: 'animation', title: {}, posterAssetId: 'nope' } },
    400,
    'invalid-request',
    [['posterAssetId', 'unknown-reference']],
  ],
  ['an unknown id', '/programmes/never-was', {}, 404, 'not-found', []],
  ['an impossible id', '/programmes/%24ne%00', {}, 404, 'not-found', []],
  ['an id that cannot be decoded', '/programmes/%E0%A4%A/playback', {}, 400, 'invalid-request', [['url', 'invalid']]],
  ['an unknown series', '/series/never-was', {}, 404, 'not-found', []],
  ['playback of a clip being prepared', '/programmes/xiaosi-one/playback', {}, 404, 'not-found', []],
  ['an unknown staff id', '/staff/programmes/never-was', {}, 404, 'not-found', []],
  ['publishing an unknown id', '/programmes/never-was/publish', { body: { rev: 1 } }, 404, 'not-found', []],
  ['an unknown attempt', '/attempts/0b1f8a52-95a5-4bd7-9d40-6a4a1f6d6d99', {}, 404, 'not-found', []],
  ['an unknown locale', '/home?locale=tlh', {}, 400, 'invalid-request', [['locale', 'invalid']]],
  ['a locale twice', '/home?locale=zh-Hans&locale=mn-Mong&device=tv', {}, 400, 'invalid-request', [['locale', 'invalid']]],
  ['one locale twice', '/home?locale=zh-Hans&locale=zh-Hans', {}, 400, 'invalid-request', [['locale', 'invalid']]],
  [
    'a locale twice and an unknown device',
    '/home?locale=zh-Hans&locale=mn-Mong&device=fridge',
    {},
    400,
    'invalid-request',
    [
      ['locale', 'invalid'],
      ['device', 'invalid'],
    ],
  ],
  ['a region that is none', '/home?region=abc', {}, 400, 'invalid-request', [['region', 'invalid']]],
  ['an unknown status', '/staff/programmes?status=lost', {}, 400, 'invalid-request', [['status', 'invalid']]],
  [
    'a list that is none',
    `/staff/programmes?page=0&rows=101&kind=opera&regionCode=15&seriesId=..&untitled=en&ids=song,&q=${'q'.repeat(101)}`,
    {},
    400,
    'invalid-request',
    [
      ['kind', 'invalid'],
      ['regionCode', 'invalid'],
      ['seriesId', 'invalid'],
      ['untitled', 'invalid'],
      ['q', 'too-long'],
      ['ids.1', 'required'],
      ['page', 'too-small'],
      ['rows', 'too-big'],
    ],
  ],
  ['an unknown route', '/nothing', {}, 404, 'not-found', []],
  ['another method', '/home', { method: 'DELETE' }, 405, 'method-not-allowed', []],
  ['another method on an id', '/programmes/song', { method: 'PUT' }, 405, 'method-not-allowed', []],
]

describe('bad input', () => {
  it.each(CASES)('%s', async (_name, path, call, status, problem, fields) => {
    const reply = await lab.call(`/api/v1${path}`, { cookie, ...call })
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
    const answer = problemSchema.parse(reply.json())
    expect([reply.status, answer.status, answer.type]).toEqual([status, status, `/problems/${problem}`])
    expect((answer.errors ?? []).map((error) => [error.path, error.code])).toEqual(fields)
    expect(answer.title).toMatch(/[\u4e00-\u9fff]/)
    for (const [field] of fields) expect(answer.detail).toContain(field)
    expect(reply.text).not.toMatch(/\bat .*\.ts|node_modules|Error:/)
  })
  it('names the methods that a path has', async () => {
    const reply = await lab.call('/api/v1/home', { method: 'DELETE' })
    expect(reply.headers.get('allow')).toBe('GET, HEAD')
  })
  it('fills the numbers of a limit into its sentence', async () => {
    const reply = await lab.call('/api/v1/programmes', { cookie, body: { ...draft, title: { 'zh-Hans': 'x'.repeat(4001) } } })
    expect(problemSchema.parse(reply.json()).detail).toContain('4000')
  })
  it.each([
    ['a wrong password', ADMINISTRATOR.email],
    ['an unknown address', 'nobody@example.org'],
    ['no address at all', ''],
    ['an address that is none', '<script>@@'],
  ])('%s is one and the same answer', async (_name, email) => {
    const reply = await lab.call('/api/v1/session', { body: { email, password: 'wrong' } })
    const { instance: _instance, ...problem } = problemSchema.parse(reply.json())
    expect(problem).toEqual({ type: '/problems/bad-credentials', title: '邮箱或密码不正确，请重新输入。', status: 401 })
    expect(reply.headers.getSetCookie()).toEqual([])
  })
  it('has the server up and everything in it afterwards', async () => {
    expect((await lab.call('/readyz')).status).toBe(200)
    expect((await lab.call('/api/v1/programmes/song')).status).toBe(200)
  })
})

describe('a header that is none', () => {
  it.each([
    ['a cookie of nonsense', { cookie: 'ulan.session_token=%%%; ulan.session_token' }, '/api/v1/session', 401],
    ['a coding of nonsense', { 'accept-encoding': ';;q=x,br;q=,*' }, '/api/v1/home', 200],
    ['a tag of nonsense', { 'if-none-match': 'W/"' }, '/api/v1/home', 200],
    ['a language of nonsense', { 'accept-language': ';;;q=9,--' }, '/api/v1/programmes/none', 404],
    ['a request id of nonsense', { 'x-request-id': 'a b' }, '/healthz', 200],
  ])('%s is survived', async (_name, headers, path, status) => {
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      request(lab.url + path, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end()
    })
    expect(answered).toBe(status)
  })
})
