import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RawInit } from '../../lab/api-client.ts'
import { beginUpload, createProductLab, NOBODY, type ProductLab, problemOf } from './product-lab.ts'

let product: ProductLab
let staff: ProductLab['staff']
beforeAll(async () => {
  product = await createProductLab()
  staff = product.staff
})
afterAll(() => product.lab.stop())

type Fields = readonly (readonly [path: string, code: string])[]
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
  ['an id that cannot be decoded', '/assets/%E0%A4%A/retry', {}, 400, 'invalid-request', [['url', 'invalid']]],
]

describe('an asset', () => {
  it.each(ASSET_CASES)('%s', async (_name, path, init, status, problem, fields) => {
    const reply = await staff.raw('POST', `/api/v1${path}`, init)
    const answer = problemOf(reply)
    expect([reply.status, answer.type]).toEqual([status, `/problems/${problem}`])
    expect((answer.errors ?? []).map((error) => [error.path, error.code])).toEqual(fields)
  })
  it('of an upload still under way names it', async () => {
    const body = JSON.stringify({ uploadId: await beginUpload(staff, '10') })
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

describe('media addresses', () => {
  it.each([
    ['one that cannot be decoded', 'GET', '/media/%E0%A4%A/7/master.m3u8', 400, 'invalid-request'],
    ['a file of nobody', 'GET', '/media/nobody/1/master.m3u8', 404, 'not-found'],
    ['a link that has expired', 'GET', '/preview/old.token/nobody/master.m3u8', 404, 'not-found'],
    ['writing', 'PUT', '/media/nobody/1/master.m3u8', 405, 'method-not-allowed'],
  ])('%s', async (_name, method, path, status, problem) => {
    const answer = problemOf(await product.visitor().raw(method, path))
    expect([answer.status, answer.type]).toEqual([status, `/problems/${problem}`])
  })
})
