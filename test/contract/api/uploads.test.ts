import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RawInit } from '../../lab/api-client.ts'
import { REPOSITORY, spawnServer } from '../../lab/server-process.ts'
import { beginUpload, createProductLab, NOBODY, type ProductLab, problemOf, TUS, UPLOADS } from './product-lab.ts'

const BYTES = { ...TUS, 'content-type': 'application/offset+octet-stream' }

let product: ProductLab
let staff: ProductLab['staff']
/** Four of its ten bytes have arrived. */
let begun: string
beforeAll(async () => {
  product = await createProductLab()
  staff = product.staff
  begun = await beginUpload(staff, '10')
  const sent = await staff.raw('PATCH', `${UPLOADS}/${begun}`, { headers: { ...BYTES, 'upload-offset': '0' }, body: '法1' })
  expect([sent.status, sent.headers.get('upload-offset')]).toEqual([204, '4'])
})
afterAll(() => product.lab.stop())

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
  it('speaks English to whoever writes programs', async () => {
    const reply = await staff.raw('POST', UPLOADS, { headers: { ...TUS, 'upload-length': '-5', 'accept-language': 'en-GB,en;q=0.8' } })
    expect(problemSchema.parse(JSON.parse(reply.text))).toMatchObject({
      title: 'The request has mistakes; correct the fields that are named.',
      detail: 'Upload-Length: This is below its limit of 0.',
    })
  })
  it('speaks the language of its reader', async () => {
    const reply = await staff.raw('POST', UPLOADS, { headers: { 'accept-language': 'mn-Mong' } })
    expect(reply.status).toBe(412)
    expect(problemSchema.parse(JSON.parse(reply.text)).title).not.toBe('')
  })
})

describe('who may', () => {
  it('a visitor may nothing', async () => {
    const visitor = product.visitor()
    const headers = { ...TUS, 'upload-length': '5' }
    expect(problemOf(await visitor.raw('POST', UPLOADS, { headers })).type).toBe('/problems/sign-in-required')
    expect(problemOf(await visitor.raw('GET', '/api/v1/assets')).type).toBe('/problems/sign-in-required')
  })
  it('a page of another site may nothing', async () => {
    const headers = { ...TUS, 'upload-length': '5', 'x-csrf': '0' }
    for (const more of [{}, { origin: 'https://elsewhere.example' }, { origin: `${product.lab.origin}0` }]) {
      const reply = await staff.raw('POST', UPLOADS, { headers: { ...headers, ...more } })
      expect(problemOf(reply).type).toBe('/problems/cross-site-request')
    }
    expect((await staff.raw('POST', UPLOADS, { headers: { ...headers, origin: product.lab.origin } })).status).toBe(201)
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
    const added = spawnServer({ DATA_DIR: product.lab.dataDir }, command)
    expect((await added.waitForExit()).code, added.output()).toBe(0)
    const inspector = product.visitor()
    await inspector.signIn('eye@example.org', added.printed('sign-in')?.split(' ')[1] ?? '')
    expect((await inspector.raw('GET', '/api/v1/assets')).status).toBe(200)
    const upload = await inspector.raw('POST', UPLOADS, { headers: { ...TUS, 'upload-length': '5' } })
    const claim = await inspector.raw('POST', '/api/v1/assets', { headers: { 'content-type': 'application/json' }, body: '{}' })
    for (const reply of [upload, claim]) expect(problemOf(reply).type).toBe('/problems/not-allowed')
  })
})
