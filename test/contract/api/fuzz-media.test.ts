import { problemSchema, ROUTES, type Route, type RouteName } from '@ulan/contract/schemas'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RawInit } from '../../lab/api-client.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { MEDIA_ROUTES } from './media-routes.ts'
import { id, LONGEST_URL, query, value } from './odd-values.ts'
import { beginUpload, createProductLab, type ProductLab, TUS, UPLOADS } from './product-lab.ts'

const names: readonly RouteName[] = MEDIA_ROUTES
const TUS_VALUES: Readonly<Record<string, readonly string[]>> = {
  'tus-resumable': ['1.0.0', '1.0.0', '1.0.0', '0.2.2', ''],
  'upload-length': ['0', '5', '-1', '1e3', '99999999999999999999', 'ten'],
  'upload-offset': ['0', '4', '-4', '4.0', '99999999999999999999', ''],
  'upload-metadata': ['filename eC5tcDQ=', 'filename', 'filename ***', ',', 'filename eA==,filename eA=='],
  'upload-defer-length': ['1', '0'],
  'upload-concat': ['partial', 'final;/x', 'x'],
  'content-type': ['application/offset+octet-stream', 'application/offset+octet-stream; x=y', 'text/plain'],
  'x-forwarded-proto': ['https', 'https, http', 'gopher'],
}
const headers = fc
  .record(Object.fromEntries(Object.entries(TUS_VALUES).map(([name, values]) => [name, fc.constantFrom(...values)])), { requiredKeys: [] })
  .map((drawn) => ({ ...drawn }) as Record<string, string>) // of the table just above

let product: ProductLab
let staff: ProductLab['staff']
let begun: string
let refused: string
beforeAll(async () => {
  product = await createProductLab()
  staff = product.staff
  refused = (await staff.upload(Buffer.from('第一条'), '讲稿.mp4')).uploadId
  await staff.call('createAsset', { body: { uploadId: refused } })
})
afterAll(() => product.lab.stop())

/** The whole of what a call may end in; nothing a caller sends may break the server. */
async function ask(method: string, path: string, init: RawInit): Promise<void> {
  fc.pre(path.length < LONGEST_URL)
  const reply = await staff.raw(method, path, init)
  if (reply.status < 400) return
  expect([400, 403, 404, 405, 409, 412, 413, 415, 422, 429, 501]).toContain(reply.status)
  expect(reply.headers.get('content-type')).toContain('application/problem+json')
  if (method !== 'HEAD') expect(problemSchema.parse(JSON.parse(reply.text)).status).toBe(reply.status)
}

describe(`calls of assets and uploads that nobody planned, seed ${SEED}`, () => {
  it.each(names)(
    '%s answers them as the contract says, or with a problem',
    async (name) => {
      const route: Route = ROUTES[name]
      const call = async (about: string, search: Readonly<Record<string, string>>, body: unknown): Promise<void> => {
        const path = route.path.replace('{id}', encodeURIComponent(about.toWellFormed()))
        const sent = route.body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
        await ask(route.method.toUpperCase(), `/api/v1${path}?${new URLSearchParams(search).toString()}`, sent)
      }
      const about = fc.oneof(
        id,
        fc.constant(0).map(() => refused),
      )
      const body = fc.oneof(
        value,
        id.map((uploadId) => ({ uploadId })),
        fc.constant(0).map(() => ({ uploadId: refused })),
      )
      await fc.assert(fc.asyncProperty(about, query, body, call), { seed: SEED, numRuns: LENGTH.callsPerRoute })
    },
    600_000,
  )

  it.each(['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS', 'PUT'])(
    '%s of an upload',
    async (method) => {
      const call = async (which: string, given: Record<string, string>, text: string): Promise<void> => {
        if (method === 'PATCH' || method === 'DELETE') begun = await beginUpload(staff, '9')
        const path = which === 'all' ? UPLOADS : `${UPLOADS}/${which === 'begun' ? begun : encodeURIComponent(which.toWellFormed())}`
        await ask(method, path, { headers: given, ...(['POST', 'PATCH', 'PUT'].includes(method) ? { body: text } : {}) })
        // There may be only so many of them.
        if (method === 'PATCH' || method === 'DELETE') await staff.raw('DELETE', `${UPLOADS}/${begun}`, { headers: TUS })
      }
      begun = await beginUpload(staff, '9')
      const which = fc.oneof(fc.constantFrom('all', 'begun', 'begun'), id)
      const text = fc.string({ maxLength: 12 })
      await fc.assert(fc.asyncProperty(which, headers, text, call), { seed: SEED, numRuns: LENGTH.callsPerRoute })
    },
    600_000,
  )

  it('leave the server up, the session whole, and what was there as it was', async () => {
    expect((await product.visitor().raw('GET', '/readyz')).status).toBe(200)
    expect((await staff.call('readSession')).status).toBe(200)
    const { items } = await staff.must('listAssets')
    expect(items.find((asset) => asset.id === refused)?.problem?.type).toBe('/problems/not-a-video')
  })
})
