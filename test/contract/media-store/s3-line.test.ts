import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { MediaStore } from '@ulan/media'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FaultyLine, type LineFault, openFaultyLine } from '../../lab/faulty-line.ts'
import { type S3Server, startS3Server } from '../../lab/s3-server.ts'
import { createRandom } from '../../lab/seeded-random.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { openBucket, placeOf } from './s3-lab.ts'

/** A silent store is waited for so long, so often; a call that takes longer than its test may has no bound. */
const PATIENCE = { connectMs: 500, idleMs: 600, tries: 2, openingMs: 0 }
const BOUND_MS = 60_000
const SMALL = Buffer.from('0123456789'.repeat(400))
/** More than one part of a large file. */
const LARGE_BYTES = 17 * 1024 * 1024
const FOLDER = 'assets/a1/7/240p'
const STORED = `${FOLDER}/0.m4s`
const ABSENT = 'assets/a1/7/240p/99.m4s'
/** Every answer here is longer than its head, and every question too. */
const HEAD_BYTES = 120

const random = createRandom(SEED)
const within = (bytes: number): number => random.below(bytes)
const FAULTS: readonly (readonly [string, () => LineFault])[] = [
  ['is taken and never read', () => ({ kind: 'deaf' })],
  ['stands still within a question', () => ({ kind: 'stall', side: 'question', afterBytes: within(HEAD_BYTES) })],
  ['stands still before the answer', () => ({ kind: 'stall', side: 'answer', afterBytes: 0 })],
  ['stands still within an answer', () => ({ kind: 'stall', side: 'answer', afterBytes: 1 + within(HEAD_BYTES) })],
  ['breaks within an answer', () => ({ kind: 'reset', afterBytes: within(HEAD_BYTES) })],
]

describe(`a bucket behind a line that fails, seed ${SEED}`, () => {
  let s3: S3Server
  let line: FaultyLine
  let store: MediaStore
  let folder: string
  let large: string
  let small: string
  beforeAll(async () => {
    process.stdout.write(`bucket behind a line: seed ${SEED}\n`)
    s3 = await startS3Server()
    line = await openFaultyLine(s3.endpoint)
    store = await openBucket(placeOf(s3, 'p', line.endpoint), { patience: PATIENCE })
    folder = await mkdtemp(join(tmpdir(), 'legal-line-'))
    large = join(folder, 'large')
    small = join(folder, 'small')
    await writeFile(large, Buffer.alloc(LARGE_BYTES, 7))
    await writeFile(small, SMALL)
    await store.put(STORED, SMALL)
  })
  afterAll(async () => {
    store?.close()
    await line?.close()
    await s3?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    put: () => store.put(`${FOLDER}/1.m4s`, SMALL),
    putFile: () => store.putFile(`${FOLDER}/2.m4s`, small),
    'putFile of many parts': () => store.putFile('masters/b1/master', large),
    read: () => store.read(STORED),
    'open, and reading to the end': async () => await buffer((await store.open(STORED))?.stream ?? Readable.from([])),
    'open of a part': async () => await buffer((await store.open(STORED, { from: 10, to: 3_000 }))?.stream ?? Readable.from([])),
    stat: () => store.stat(STORED),
    'stat of nothing': () => store.stat(ABSENT),
    list: () => store.list('assets/a1'),
    folders: () => store.folders('assets'),
    remove: () => store.remove('assets/a9'),
    removeFile: () => store.removeFile(ABSENT),
  }
  const names = Object.keys(calls)
  const callAll = () => Promise.allSettled(Object.values(calls).map((call) => call()))

  it.each(FAULTS)(
    'that %s is trouble of the store for every call, within bounds, and for none afterwards',
    { timeout: BOUND_MS },
    async (_how, fault) => {
      line.interfere(fault)
      const [troubles, isReachable] = await Promise.all([callAll(), store.isReachable()])
      const told = Object.fromEntries(names.map((name, index) => [name, troubles[index]]))
      const trouble = { status: 'rejected', reason: { name: 'StoreTrouble', kind: 'unreachable' } }
      expect(told).toMatchObject(Object.fromEntries(names.map((name) => [name, trouble])))
      expect(isReachable).toBe(false)
      line.interfere()
      // The first may still meet a connection that broke, at a time when the client has tried so much that it tries no more.
      await waitUntil('no more trouble', callAll, (outcomes) => outcomes.every(({ status }) => status === 'fulfilled'), BOUND_MS)
      expect(await store.isReachable()).toBe(true)
      expect(await store.read(`${FOLDER}/1.m4s`)).toEqual(SMALL)
      expect((await store.stat('masters/b1/master'))?.sizeBytes).toBe(LARGE_BYTES)
    },
  )

  it('that breaks under a stream which nobody reads yet is told to whoever reads it then, and ends nothing else', async () => {
    const key = `${FOLDER}/9.m4s`
    await store.put(key, Buffer.alloc(300_000))
    line.interfere(() => ({ kind: 'reset', afterBytes: 20_000 }))
    const reading = await store.open(key)
    if (reading === undefined) throw new Error('what was put is not there')
    await waitUntil(
      'the line to break',
      async () => reading.stream.errored,
      (error) => error !== null,
    )
    line.interfere()
    const trouble = { name: 'StoreTrouble', kind: 'unreachable' }
    await expect(pipeline(reading.stream, new PassThrough().resume())).rejects.toMatchObject(trouble)
    await expect(buffer(reading.stream)).rejects.toMatchObject(trouble)
  })

  it(`that fails now and then, ${LENGTH.lineCalls} times, never gives other bytes than were put, nor half of them`, {
    timeout: BOUND_MS + LENGTH.lineCalls * 3_000,
  }, async () => {
    const bytes = Buffer.alloc(300_000, 'steppe')
    let troubles = 0
    for (let call = 1; call <= LENGTH.lineCalls; call += 1) {
      line.interfere(() => (random.below(2) === 0 ? { kind: 'none' } : faultIn(bytes.length)))
      const key = `${FOLDER}/${1_000 + call}.m4s`
      const outcome = await store.put(key, bytes).then(
        () => 'put',
        (error: unknown) => error,
      )
      const read = await store.read(key).catch((error: unknown) => error)
      for (const each of [outcome, read]) {
        if (!(each instanceof Error)) continue
        troubles += 1
        expect(each).toMatchObject({ name: 'StoreTrouble', kind: 'unreachable' })
      }
      if (read instanceof Buffer) expect(read).toEqual(bytes)
      line.interfere()
      // What was not acknowledged may be there, whole, or not.
      const found = await waitUntil(
        'an answer',
        () => store.read(key).catch((error: unknown) => error),
        (value) => !(value instanceof Error),
        BOUND_MS,
      )
      if (outcome === 'put' || found !== undefined) expect(found).toEqual(bytes)
    }
    process.stdout.write(`bucket behind a line: ${LENGTH.lineCalls} puts and reads, ${troubles} troubles\n`)
  })

  function faultIn(bytes: number): LineFault {
    const afterBytes = within(bytes)
    return random.pick<LineFault>([
      { kind: 'deaf' },
      { kind: 'stall', side: 'question', afterBytes },
      { kind: 'stall', side: 'answer', afterBytes },
      { kind: 'reset', afterBytes },
    ])
  }
})
