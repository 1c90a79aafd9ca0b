import type { Problem } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient, RawInit, RawResult } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { REPOSITORY, spawnServer } from '../../lab/server-process.ts'
import { type ApiDescription, describedClient } from './described.ts'

const UPLOADS = '/api/v1/uploads'
const TUS = { 'tus-resumable': '1.0.0' }
const BYTES = { ...TUS, 'content-type': 'application/offset+octet-stream' }
const NOBODY = '0'.repeat(32)

let lab: Lab
let staff: ApiClient
let description: ApiDescription
/** Four of its ten bytes have arrived. */
let begun: string
beforeAll(async () => {
  lab = await createLab()
  description = JSON.parse((await lab.visitor().raw('GET', '/api/openapi.json')).text)
  staff = describedClient(await lab.signIn(), description)
  begun = await beginUpload('10')
  const sent = await staff.raw('PATCH', `${UPLOADS}/${begun}`, { headers: { ...BYTES, 'upload-offset': '0' }, body: '法1' })
  expect([sent.status, sent.headers.get('upload-offset')]).toEqual([204, '4'])
})
afterAll(() => lab.stop())

async function beginUpload(length: string): Promise<string> {
  const made = await staff.raw('POST', UPLOADS, { headers: { ...TUS, 'upload-length': length } })
  return made.headers.get('location')?.split('/').at(-1) ?? ''
}

function problemOf(reply: RawResult): Problem {
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  const problem = problemSchema.parse(JSON.parse(reply.text))
  expect(problem.status).toBe(reply.status)
  expect(problem.instance).toMatch(/^urn:request:.+/)
  expect(problem.title).toMatch(/[\u4e00-\u9fff]{4}/)
  expect(problem.detail).not.toBe(problem.title)
  for (const { path } of problem.errors ?? []) expect(problem.detail).toContain(`${path}: `)
  return problem
}

type Fields = readonly (readonly [path: string, code: string])[]
type Case = readonly [name: string, method: string, to: 'all' | 'begun' | 'nobody', init: RawInit, status: number, problem: string, Fields]
const CASES: readonly Case[] = [
  [
    'no protocol version',
    'POST',
    'all',
    { headers: { 'upload-length': '5' } },
    412,
    'tus-version-missing',
    [['Tus-Resumable', 'required']],
  ],
  [
    'another protocol version',
    'POST',
    'all',
    { headers: { 'tus-resumable': '0.2.2', 'upload-length': '5' } },
    400,
    'invalid-request',
    [['Tus-Resumable', 'invalid']],
  ],
  ['no length', 'POST', 'all', { headers: TUS }, 400, 'invalid-request', [['Upload-Length', 'required']]],
  [
    'a length later',
    'POST',
    'all',
    { headers: { ...TUS, 'upload-defer-length': '1' } },
    400,
    'invalid-request',
    [['Upload-Length', 'required']],
  ],
  [
    'a negative length',
    'POST',
    'all',
    { headers: { ...TUS, 'upload-length': '-5' } },
    400,
    'invalid-request',
    [['Upload-Length', 'too-small']],
  ],
  [
    'a length in words',
    'POST',
    'all',
    { headers: { ...TUS, 'upload-length': 'ten' } },
    400,
    'invalid-request',
    [['Upload-Length', 'invalid']],
  ],
  [
    'a length beyond all disks',
    'POST',
    'all',
    { headers: { ...TUS, 'upload-length': '99999999999999' } },
    413,
    'upload-too-large',
    [['Upload-Length', 'too-big']],
  ],
  [
    'metadata that are none, and a length that is none',
    'POST',
    'all',
    { headers: { ...TUS, 'upload-length': '1.5', 'upload-metadata': 'filename ***' } },
    400,
    'invalid-request',
    [
      ['Upload-Length', 'invalid'],
      ['Upload-Metadata', 'invalid'],
    ],
  ],
  [
    'a part of an upload',
    'POST',
    'all',
    { headers: { ...TUS, 'upload-length': '5', 'upload-concat': 'partial' } },
    501,
    'unsupported-upload-extension',
    [['Upload-Concat', 'unknown-field']],
  ],
  [
    'no offset and no type',
    'PATCH',
    'begun',
    { headers: TUS },
    400,
    'invalid-request',
    [
      ['Upload-Offset', 'required'],
      ['Content-Type', 'required'],
    ],
  ],
  [
    'bytes of another type',
    'PATCH',
    'begun',
    { headers: { ...TUS, 'upload-offset': '4', 'content-type': 'video/mp4' }, body: 'x' },
    400,
    'invalid-request',
    [['Content-Type', 'invalid']],
  ],
  [
    'an offset that is behind',
    'PATCH',
    'begun',
    { headers: { ...BYTES, 'upload-offset': '0' }, body: 'x' },
    409,
    'upload-offset-conflict',
    [['Upload-Offset', 'not-at-end']],
  ],
  [
    'more than was announced',
    'PATCH',
    'begun',
    { headers: { ...BYTES, 'upload-offset': '4' }, body: 'x'.repeat(7) },
    413,
    'upload-overrun',
    [['Upload-Length', 'exceeded']],
  ],
  ['reading what has arrived', 'GET', 'begun', { headers: TUS }, 404, 'not-found', []],
  ['reading them all', 'GET', 'all', {}, 405, 'method-not-allowed', []],
  ['bytes for nobody', 'PATCH', 'nobody', { headers: TUS }, 404, 'not-found', []],
  ['the end of nobody', 'DELETE', 'nobody', { headers: TUS }, 404, 'not-found', []],
  ['another method', 'PUT', 'begun', { headers: TUS }, 405, 'method-not-allowed', []],
  ['another method on all', 'DELETE', 'all', { headers: TUS }, 405, 'method-not-allowed', []],
]

describe('an upload', () => {
  it.each(CASES)('%s', async (_name, method, to, init, status, problem, fields) => {
    const id = { all: '', begun: `/${begun}`, nobody: `/${NOBODY}` }[to]
    const reply = await staff.raw(method, UPLOADS + id, init)
    const answer = problemOf(reply)
    expect([reply.status, answer.type]).toEqual([status, `/problems/${problem}`])
    expect((answer.errors ?? []).map((error) => [error.path, error.code])).toEqual(fields)
    if (!['GET', 'PUT'].includes(method) && status !== 405) expect(reply.headers.get('tus-resumable')).toBe('1.0.0')
    if (status === 412) expect(reply.headers.get('tus-version')).toBe('1.0.0')
    if (status === 405) expect(reply.headers.get('allow')).toMatch(/^OPTIONS, (POST|HEAD, PATCH, DELETE)$/)
  })
  it('that goes wrong loses nothing: what had arrived is there, and the rest can come', async () => {
    const head = await staff.raw('HEAD', `${UPLOADS}/${begun}`, { headers: TUS })
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([200, '4', '10'])
    const rest = await staff.raw('PATCH', `${UPLOADS}/${begun}`, { headers: { ...BYTES, 'upload-offset': '4' }, body: '123456' })
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, '10'])
  })
  it('of nobody has no size', async () => {
    const head = await staff.raw('HEAD', `${UPLOADS}/${NOBODY}`, { headers: TUS })
    expect([head.status, head.text, head.headers.get('tus-resumable')]).toEqual([404, '', '1.0.0'])
  })
  it('says what it can do, and no more than that', async () => {
    const reply = await staff.raw('OPTIONS', UPLOADS)
    expect([reply.status, reply.headers.get('tus-version')]).toEqual([204, '1.0.0'])
    expect(reply.headers.get('tus-extension')).toBe('creation,creation-with-upload,termination')
  })
  it('comes through two proxies, whatever they call the scheme', async () => {
    const reply = await staff.raw('POST', UPLOADS, { headers: { ...TUS, 'upload-length': '5', 'x-forwarded-proto': 'https, http' } })
    expect(reply.status).toBe(201)
  })
  it('speaks the language of its reader', async () => {
    const reply = await staff.raw('POST', UPLOADS, { headers: { 'accept-language': 'mn-Mong' } })
    expect(reply.status).toBe(412)
    expect(problemSchema.parse(JSON.parse(reply.text)).title).not.toBe('')
  })
})

const JSON_TYPE = { 'content-type': 'application/json' }
type AssetCase = readonly [name: string, path: string, init: RawInit, status: number, problem: string, Fields]
const ASSET_CASES: readonly AssetCase[] = [
  ['no upload', '/assets', { headers: JSON_TYPE, body: '{}' }, 400, 'invalid-request', [['uploadId', 'required']]],
  [
    'an unknown field',
    '/assets',
    { headers: JSON_TYPE, body: JSON.stringify({ uploadId: NOBODY, foo: 1 }) },
    400,
    'invalid-request',
    [['foo', 'unknown-field']],
  ],
  [
    'a hash that is none',
    '/assets',
    { headers: JSON_TYPE, body: JSON.stringify({ uploadId: NOBODY, sha256: 'abc' }) },
    400,
    'invalid-request',
    [['sha256', 'invalid']],
  ],
  ['broken JSON', '/assets', { headers: JSON_TYPE, body: '{' }, 400, 'malformed-json', []],
  ['another content type', '/assets', { headers: { 'content-type': 'text/plain' }, body: '{}' }, 415, 'unsupported-media-type', []],
  ['too much', '/assets', { headers: JSON_TYPE, body: `"${'x'.repeat(1_100_000)}"` }, 413, 'body-too-large', []],
  ['an upload of nobody', '/assets', { headers: JSON_TYPE, body: JSON.stringify({ uploadId: NOBODY }) }, 404, 'not-found', []],
  ['an impossible upload', '/assets', { headers: JSON_TYPE, body: JSON.stringify({ uploadId: '../x' }) }, 404, 'not-found', []],
  ['another try of nobody', '/assets/nobody/retry', {}, 404, 'not-found', []],
  ['another try of an impossible id', '/assets/%24ne%00/retry', {}, 404, 'not-found', []],
  ['an id that cannot be decoded', '/assets/%E0%A4%A/retry', {}, 400, 'invalid-request', []],
]

describe('an asset', () => {
  it.each(ASSET_CASES)('%s', async (_name, path, init, status, problem, fields) => {
    const reply = await staff.raw('POST', `/api/v1${path}`, init)
    const answer = problemOf(reply)
    expect([reply.status, answer.type]).toEqual([status, `/problems/${problem}`])
    expect((answer.errors ?? []).map((error) => [error.path, error.code])).toEqual(fields)
  })
  it('of an upload still under way names it', async () => {
    const body = JSON.stringify({ uploadId: await beginUpload('10') })
    const answer = problemOf(await staff.raw('POST', '/api/v1/assets', { headers: JSON_TYPE, body }))
    expect([answer.status, answer.errors]).toEqual([400, [{ path: 'uploadId', code: 'upload-unfinished' }]])
  })
  it('knows only its methods', async () => {
    const reply = await staff.raw('PUT', '/api/v1/assets')
    expect([problemOf(reply).type, reply.headers.get('allow')]).toEqual(['/problems/method-not-allowed', 'GET, HEAD, POST'])
  })
  it('whose file was refused says so again, in words, each time it is asked for', async () => {
    const { uploadId } = await staff.upload(Buffer.from('第一条 为了保护草原'), '讲稿.mp4')
    const body = JSON.stringify({ uploadId })
    for (const _time of [1, 2]) {
      const answer = problemOf(await staff.raw('POST', '/api/v1/assets', { headers: JSON_TYPE, body }))
      expect(answer).toMatchObject({ type: '/problems/not-a-video', title: '这个文件不是视频，请选择 MP4、MOV、MKV 等视频文件。' })
    }
    const { items } = await staff.must('listAssets')
    expect(items.find(({ id }) => id === uploadId)).toMatchObject({ status: 'failed', problem: { type: '/problems/not-a-video' } })
  })
})

describe('who may', () => {
  it('a visitor may nothing', async () => {
    const visitor = describedClient(lab.visitor(), description)
    const headers = { ...TUS, 'upload-length': '5' }
    expect(problemOf(await visitor.raw('POST', UPLOADS, { headers })).type).toBe('/problems/sign-in-required')
    expect(problemOf(await visitor.raw('GET', '/api/v1/assets')).type).toBe('/problems/sign-in-required')
  })
  it('a page of another site may nothing', async () => {
    const headers = { ...TUS, 'upload-length': '5', 'x-csrf': '0' }
    for (const more of [{}, { origin: 'https://elsewhere.example' }, { origin: `${lab.origin}0` }]) {
      const reply = await staff.raw('POST', UPLOADS, { headers: { ...headers, ...more } })
      expect(problemOf(reply).type).toBe('/problems/cross-site-request')
    }
    expect((await staff.raw('POST', UPLOADS, { headers: { ...headers, origin: lab.origin } })).status).toBe(201)
  })
  it('an inspector reads, and brings nothing in', async () => {
    const command = [
      process.execPath,
      `${REPOSITORY}/cms/launch/src/staff-command.ts`,
      '--staff',
      'add',
      'eye@example.org',
      '--role',
      'inspector',
    ]
    const added = spawnServer({ DATA_DIR: lab.dataDir }, command)
    expect((await added.waitForExit()).code, added.output()).toBe(0)
    const inspector = describedClient(lab.visitor(), description)
    await inspector.signIn('eye@example.org', added.printed('sign-in')?.split(' ')[1] ?? '')
    expect((await inspector.raw('GET', '/api/v1/assets')).status).toBe(200)
    const upload = await inspector.raw('POST', UPLOADS, { headers: { ...TUS, 'upload-length': '5' } })
    const claim = await inspector.raw('POST', '/api/v1/assets', { headers: JSON_TYPE, body: '{}' })
    for (const reply of [upload, claim]) expect(problemOf(reply).type).toBe('/problems/not-allowed')
  })
})

describe('media addresses', () => {
  it.each([
    ['one that cannot be decoded', 'GET', '/media/%E0%A4%A/7/master.m3u8', 400, 'invalid-request'],
    ['a file of nobody', 'GET', '/media/nobody/1/master.m3u8', 404, 'not-found'],
    ['a link that has expired', 'GET', '/preview/old.token/nobody/master.m3u8', 404, 'not-found'],
    ['writing', 'PUT', '/media/nobody/1/master.m3u8', 405, 'method-not-allowed'],
  ])('%s', async (_name, method, path, status, problem) => {
    const answer = problemOf(await lab.visitor().raw(method, path))
    expect([answer.status, answer.type]).toEqual([status, `/problems/${problem}`])
  })
})
