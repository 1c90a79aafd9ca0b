import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { MediaStore, Reading } from '@ulan/media'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A store to be tested, and how to take it away and bring it back while it is in use. */
export type StoreUnderTest = {
  readonly store: MediaStore
  takeAway(): Promise<void>
  bringBack(): Promise<void>
  close(): Promise<void>
}

const SEGMENT = 'assets/a1/7/240p/0.m4s'
/** More than one part of a multipart upload. */
const LARGE_BYTES = 17 * 1024 * 1024

type OpenStore = {
  tested(): StoreUnderTest
  store(): MediaStore
  put(key: string, text: string): Promise<void>
  textOf(key: string): Promise<string | undefined>
  /** A finished local file. */
  fileOf(bytes: Buffer | string): Promise<string>
}

/** What every media store does, whatever it is made of. */
export function describeMediaStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`a media store in ${name}`, () => {
    const opened = openOnStore(open)
    testFiles(opened)
    testTheWhole(opened)
  })
}

function openOnStore(open: () => Promise<StoreUnderTest>): OpenStore {
  let opened: StoreUnderTest | undefined
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-store-'))
    opened = await open()
  })
  afterAll(async () => {
    await opened?.close()
    await rm(folder, { recursive: true, force: true })
  })
  const tested = (): StoreUnderTest => {
    if (opened === undefined) throw new Error('not open yet')
    return opened
  }
  return {
    tested,
    store: () => tested().store,
    put: (key, text) => tested().store.put(key, Buffer.from(text)),
    textOf: async (key) => (await tested().store.read(key))?.toString(),
    fileOf: async (bytes) => {
      const path = join(folder, randomBytes(8).toString('hex'))
      await writeFile(path, bytes)
      return path
    },
  }
}

async function bytesOf(reading: Reading | undefined): Promise<Buffer> {
  if (reading === undefined) throw new Error('nothing is there')
  return await buffer(reading.stream)
}

function testFiles({ store, put, textOf, fileOf }: OpenStore): void {
  it('gives back what was put, and puts it again over what is there', async () => {
    await put('assets/a1/7/master.m3u8', '#EXTM3U\n')
    expect(await textOf('assets/a1/7/master.m3u8')).toBe('#EXTM3U\n')
    await put('assets/a1/7/master.m3u8', '#EXTM3U\n#EXT-X-VERSION:7\n')
    expect(await textOf('assets/a1/7/master.m3u8')).toContain('VERSION')
    await store().putFile(SEGMENT, await fileOf('first'))
    await store().putFile(SEGMENT, await fileOf('second'))
    expect(await textOf(SEGMENT)).toBe('second')
  })

  it('takes an empty file for a file', async () => {
    await put('assets/a1/7/empty.m4s', '')
    expect(await store().stat('assets/a1/7/empty.m4s')).toMatchObject({ sizeBytes: 0 })
    expect((await store().read('assets/a1/7/empty.m4s'))?.length).toBe(0)
  })

  it('says of what is not there that it is not there', async () => {
    await put('assets/a1/9/master.m3u8', '#EXTM3U')
    for (const key of ['assets/a1/8/master.m3u8', 'assets/a1/9', 'masters/nobody/master', 'assets/a1/9/master.m3u8/x']) {
      expect([key, await store().read(key), await store().open(key), await store().stat(key)]).toEqual([
        key,
        undefined,
        undefined,
        undefined,
      ])
    }
    expect(await store().list('assets/nobody')).toEqual([])
    await store().remove('assets/nobody')
  })

  it('reads a part, and says how long the whole is', async () => {
    await put('assets/a1/7/240p/1.m4s', '0123456789')
    const reading = await store().open('assets/a1/7/240p/1.m4s', { from: 2, to: 4 })
    expect(reading?.sizeBytes).toBe(10)
    expect((await bytesOf(reading)).toString()).toBe('234')
    const whole = await store().open('assets/a1/7/240p/1.m4s')
    expect([whole?.sizeBytes, (await bytesOf(whole)).length]).toEqual([10, 10])
  })

  it('keeps a file of several parts byte for byte', async () => {
    const bytes = randomBytes(LARGE_BYTES)
    await store().putFile('masters/a1/master', await fileOf(bytes))
    expect(await store().stat('masters/a1/master')).toMatchObject({ sizeBytes: LARGE_BYTES })
    const reading = await store().open('masters/a1/master')
    expect(reading?.sizeBytes).toBe(LARGE_BYTES)
    expect(bytes.equals(await bytesOf(reading))).toBe(true)
  })
}

function testTheWhole({ tested, store, put, textOf, fileOf }: OpenStore): void {
  it('lists and removes what is below a folder, and not what only begins like it', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => put(`assets/b1/1/240p/${index}.m4s`, 'x'.repeat(index + 1))))
    await put('assets/b1/11/master.m3u8', 'other')
    const listed = await store().list('assets/b1/1')
    expect(listed).toHaveLength(30)
    expect(listed).toContainEqual({ key: 'assets/b1/1/240p/7.m4s', sizeBytes: 8 })
    await store().remove('assets/b1/1')
    expect(await store().list('assets/b1/1')).toEqual([])
    expect(await textOf('assets/b1/11/master.m3u8')).toBe('other')
  })

  it('removes one file and nothing beside it', async () => {
    await put('masters/e1/master', 'x')
    await put('masters/e1/track.t1', 'y')
    await store().removeFile('masters/e1/master')
    await store().removeFile('masters/e1/master')
    expect([await textOf('masters/e1/master'), await textOf('masters/e1/track.t1')]).toEqual([undefined, 'y'])
  })

  it('names the folders below a folder, and neither files nor what lies deeper', async () => {
    await put('assets/d1/7/240p/0.m4s', 'x')
    await put('assets/d1/p1/poster-480.jpg', 'x')
    await put('assets/d1/stray.txt', 'x')
    await put('assets/d11/8/master.m3u8', 'x')
    expect((await store().folders('assets/d1')).toSorted()).toEqual(['7', 'p1'])
    expect(await store().folders('assets/nobody')).toEqual([])
    expect(await store().folders('assets')).toEqual(expect.arrayContaining(['d1', 'd11']))
  })

  it('has either a path or an address for a file', async () => {
    expect((store().localPath(SEGMENT) === undefined) === ((await store().signUrl(SEGMENT, 'GET')) !== undefined)).toBe(true)
    expect(store().publicOrigin === undefined).toBe(store().localPath(SEGMENT) !== undefined)
  })

  it('is missed when it is taken away, gives nothing out meanwhile, and is there again with all its files', async () => {
    await put('assets/c1/1/master.m3u8', 'kept')
    expect(await store().isReachable()).toBe(true)
    await tested().takeAway()
    expect(await store().isReachable()).toBe(false)
    const path = await fileOf('more')
    await tested().bringBack()
    expect(await store().isReachable()).toBe(true)
    await store().putFile('assets/c1/1/240p/0.m4s', path)
    expect(await textOf('assets/c1/1/master.m3u8')).toBe('kept')
  })
}
