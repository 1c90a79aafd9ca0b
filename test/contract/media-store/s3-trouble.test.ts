import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { openMediaStore, type StorePlace } from '@ulan/media'
import { describe, expect, it } from 'vitest'
import type { SeenRequest } from '../../lab/s3-server.ts'
import { openBucket, openBucketLab, PATIENCE, placeOf, SEGMENT } from './s3-lab.ts'

const { server, store } = openBucketLab()

it('is asked again when it fails once, and the file is whole', async () => {
  let failures = 0
  server().interfere(({ method }) => {
    if (method !== 'PUT' || failures >= 2) return 'none'
    failures += 1
    return failures === 1 ? 'error' : 'break'
  })
  await store().put('assets/a1/7/240p/2.m4s', Buffer.from('third time'))
  expect(failures).toBe(2)
  expect((await store().read('assets/a1/7/240p/2.m4s'))?.toString()).toBe('third time')
})

it.each([
  ['fails', 'error', /InternalError.*\(500\)/],
  ['is silent', 'silence', /Timeout/i],
  ['hangs up', 'break', /ECONNRESET|socket hang up/],
] as const)('that %s is trouble after a few tries, and says what', async (_how, mishap, words) => {
  const before = server().seen.length
  server().interfere(() => mishap)
  const trouble = { name: 'StoreTrouble', kind: 'unreachable', message: expect.stringMatching(words) }
  await expect(store().put('assets/a1/7/240p/3.m4s', Buffer.from('x'))).rejects.toMatchObject(trouble)
  expect(server().seen.length - before).toBe(PATIENCE.tries)
  await expect(store().read(SEGMENT)).rejects.toMatchObject(trouble)
  await expect(store().stat(SEGMENT)).rejects.toMatchObject({ name: 'StoreTrouble' })
  await expect(store().list('assets/a1')).rejects.toMatchObject({ name: 'StoreTrouble' })
  expect(await store().isReachable()).toBe(false)
  server().interfere()
  expect(await store().isReachable()).toBe(true)
  expect(await store().stat('assets/a1/7/240p/3.m4s')).toBeUndefined()
})

it('waits no longer for the rest of an answer than for its beginning', async () => {
  server().interfere(() => 'half')
  await expect(store().read(SEGMENT)).rejects.toMatchObject({ name: 'StoreTrouble', kind: 'unreachable' })
  const reading = await store().open(SEGMENT)
  await expect(buffer(reading?.stream ?? Readable.from([]))).rejects.toMatchObject({ name: 'StoreTrouble', kind: 'unreachable' })
})

it('leaves nothing of a large file whose last part does not arrive', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'legal-store-')), 'master')
  await writeFile(path, Buffer.alloc(17 * 1024 * 1024))
  server().interfere(({ method, query }) => (method === 'PUT' && query.get('partNumber') === '2' ? 'error' : 'none'))
  await expect(store().putFile('masters/b1/master', path)).rejects.toMatchObject({ name: 'StoreTrouble', kind: 'unreachable' })
  expect(await store().stat('masters/b1/master')).toBeUndefined()
  // Parts of an upload that never ends would be paid for, for ever.
  expect(server().seen.some(({ method, query }) => method === 'DELETE' && query.has('uploadId'))).toBe(true)
})

it('has a large file whole where the answer that it is whole was lost', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'legal-store-')), 'master')
  const bytes = Buffer.alloc(17 * 1024 * 1024, 'steppe')
  await writeFile(path, bytes)
  const isEnd = ({ method, query }: SeenRequest): boolean => method === 'POST' && query.has('uploadId')
  let ends = 0
  server().interfere((request) => {
    if (!isEnd(request)) return 'none'
    ends += 1
    return ends === 1 ? 'unheard' : 'none'
  })
  // A busy machine joins the parts for longer than the others here wait.
  const patient = await openBucket(placeOf(server(), 'p'), { patience: { ...PATIENCE, idleMs: 30_000 } })
  await patient.putFile('masters/d1/master', path).finally(() => patient.close())
  expect(ends).toBe(2)
  expect((await store().read('masters/d1/master'))?.equals(bytes)).toBe(true)
})

it('stops putting when the work is taken away', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'legal-store-')), 'master')
  await writeFile(path, Buffer.alloc(17 * 1024 * 1024))
  const taken = new AbortController()
  server().interfere(({ query }) => {
    if (query.has('partNumber')) taken.abort()
    return 'none'
  })
  await expect(store().putFile('masters/c1/master', path, taken.signal)).rejects.toMatchObject({ name: 'StoreTrouble' })
  expect(await store().stat('masters/c1/master')).toBeUndefined()
})

describe('a bucket that is out of breath while a server starts', () => {
  const opening = () => openMediaStore(placeOf(server(), 'p'), { clock: () => new Date(), patience: { ...PATIENCE, openingMs: 30_000 } })

  it.each(['error', 'break', 'silence'] as const)('is asked until it answers again: %s', async (mishap) => {
    let failures = 0
    server().interfere(() => {
      failures += 1
      return failures <= PATIENCE.tries + 1 ? mishap : 'none'
    })
    const opened = await opening()
    server().interfere()
    expect(opened.ok).toBe(true)
    if (opened.ok) opened.store.close()
  })
  it('is asked again too when its breath failed only after it had taken the mark', async () => {
    let failures = 0
    server().interfere(({ method }) => {
      if (method !== 'HEAD') return 'none'
      failures += 1
      return failures <= PATIENCE.tries + 1 ? 'error' : 'none'
    })
    const opened = await opening()
    server().interfere()
    expect(opened.ok).toBe(true)
    if (opened.ok) opened.store.close()
  })
  it('is given up in the end', async () => {
    server().interfere(() => 'error')
    const opened = await openMediaStore(placeOf(server(), 'p'), { clock: () => new Date(), patience: { ...PATIENCE, openingMs: 1_500 } })
    server().interfere()
    expect(opened).toMatchObject({ ok: false, trouble: { kind: 'unreachable', message: expect.stringMatching(/\(500\)/) } })
  })
})

describe('a bucket that cannot be used is told at the start, as what it is', () => {
  it.each([
    ['its keys are unknown', 'forbidden', (place: StorePlace) => ({ ...place, accessKeyId: 'NOBODY' })],
    ['its secret is wrong', 'forbidden', (place: StorePlace) => ({ ...place, secretAccessKey: 'wrong' })],
    ['it is not there', 'absent', (place: StorePlace) => ({ ...place, bucket: 'nowhere' })],
    ['nobody answers', 'unreachable', (place: StorePlace) => ({ ...place, endpoint: 'http://127.0.0.1:9' })],
  ] as const)('%s: %s', async (_what, kind, change) => {
    const opened = await openMediaStore(change(placeOf(server(), 'p')), { clock: () => new Date(), patience: PATIENCE })
    expect(opened).toMatchObject({ ok: false, trouble: { name: 'StoreTrouble', kind } })
  })
})
