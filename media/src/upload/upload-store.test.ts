import { createHash } from 'node:crypto'
import { readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Upload } from '@tus/server'
import { beforeEach, expect, test } from 'vitest'
import { makeFolder } from '../test-lab.ts'
import { HashingUploadStore, isUploadId, storeId } from './upload-store.ts'

const ID = '0123456789abcdef0123456789abcdef'
const BYTES = Buffer.from('那达慕'.repeat(1000))
const SHA256 = createHash('sha256').update(BYTES).digest('hex')
const NOW = new Date('2026-06-01T00:00:00Z')
const isClaimed = async (): Promise<boolean> => false
let folder: string
let store: HashingUploadStore

beforeEach(async () => {
  folder = await makeFolder()
  store = new HashingUploadStore(folder, () => NOW)
  await store.create(new Upload({ id: storeId(ID), size: BYTES.length, offset: 0, metadata: { filename: ' a\u202e\u0000b.mp4 ' } }))
})

/** Puts something in a file's place that is there and cannot be read. */
const loop = async (path: string): Promise<void> => {
  await rm(path)
  await symlink('file', path)
}
const send = (to: HashingUploadStore, from: number, end: number): Promise<number> =>
  to.write(Readable.from([BYTES.subarray(from, end)]), storeId(ID), from)

test('the hash is known when the last byte is, whatever the pieces', async () => {
  await send(store, 0, 1000)
  await send(store, 1000, 5000)
  expect(await store.find(ID)).toMatchObject({ isComplete: false, sizeBytes: 5000 })
  await send(store, 5000, BYTES.length)
  expect(await store.find(ID)).toMatchObject({ isComplete: true, sizeBytes: BYTES.length, fileName: 'ab.mp4' })
  expect(await store.sha256Of(ID, BYTES.length)).toBe(SHA256)
})

test('after a restart in the middle the hash is that of the file', async () => {
  await send(store, 0, 4000)
  const restarted = new HashingUploadStore(folder, () => NOW)
  await send(restarted, 4000, BYTES.length)
  expect(await restarted.sha256Of(ID, BYTES.length)).toBe(SHA256)
})

test('a piece that broke off does not spoil the hash', async () => {
  await send(store, 0, 4000)
  const broken = new Readable({
    read() {
      this.push(BYTES.subarray(4000, 4500))
      this.destroy(new Error('line is gone'))
    },
  })
  await expect(store.write(broken, storeId(ID), 4000)).rejects.toBeDefined()
  const { size } = await stat(join(folder, ID, 'file'))
  await send(store, size, BYTES.length)
  expect(await store.sha256Of(ID, BYTES.length)).toBe(SHA256)
})

async function age(days: number): Promise<void> {
  const then = new Date(NOW.getTime() - days * 86_400_000)
  await utimes(join(folder, ID, 'file'), then, then)
  await utimes(join(folder, ID), then, then)
}

test.each([
  ['half-way', 4000],
  ['complete', BYTES.length],
])('an upload that was left %s is kept for a week, then swept', async (_, end) => {
  await send(store, 0, end)
  await age(6)
  expect(await store.sweep(isClaimed)).toBe(0)
  await age(8)
  expect(await store.sweep(isClaimed)).toBe(1)
  expect(await store.find(ID)).toBeUndefined()
})

test('what is claimed is never swept, nor what a claim is looking at', async () => {
  await send(store, 0, BYTES.length)
  await age(1000)
  expect(await store.sweep(async (id) => id === ID)).toBe(0)
  const during = await store.hold(ID, () => store.hold(ID, async () => undefined).then(() => store.sweep(isClaimed)))
  expect([during, await store.find(ID)]).toEqual([0, expect.objectContaining({ isComplete: true })])
  expect(await store.sweep(isClaimed)).toBe(1)
})

test('what is there counts with what is still to come', async () => {
  await send(store, 0, 4000)
  const other = ID.replaceAll('0', 'f')
  await store.create(new Upload({ id: storeId(other), size: 70, offset: 0 }))
  const announcedBytes = BYTES.length + 70
  expect(await store.readOpen()).toEqual({ count: 2, announcedBytes, missingBytes: announcedBytes - 4000 })
})

test.each([
  ['without its record', async () => rm(join(folder, `${ID}/file.json`))],
  ['with half a record', async () => writeFile(join(folder, `${ID}/file.json`), '{"id":')],
])('an upload that a kill left %s was never one, and is swept like others', async (_, spoil) => {
  await spoil()
  expect(await store.find(ID)).toBeUndefined()
  const then = new Date(NOW.getTime() - 2 * 86_400_000)
  await utimes(join(folder, ID), then, then)
  expect(await store.sweep(isClaimed)).toBe(1)
})

test('a file that cannot be read is trouble, not an upload that never was', async () => {
  await loop(join(folder, ID, 'file'))
  await expect(store.find(ID)).rejects.toThrow('ELOOP')
})

test('an upload that cannot be looked at does not keep others from being swept', async () => {
  const other = ID.replaceAll('0', 'f')
  await store.create(new Upload({ id: storeId(other), size: 1, offset: 0 }))
  await loop(join(folder, ID, 'file'))
  const then = new Date(NOW.getTime() - 8 * 86_400_000)
  for (const name of [join(other, 'file'), other]) await utimes(join(folder, name), then, then)
  await expect(store.sweep(isClaimed)).rejects.toThrow(ID)
  expect(await readdir(folder)).toEqual([ID])
})

test('an upload that its sender gave up leaves nothing', async () => {
  await send(store, 0, 4000)
  await store.remove(storeId(ID))
  expect(await readdir(folder)).toEqual([])
})

test('only random ids are ids', () => {
  expect([isUploadId(ID), isUploadId('../x'), isUploadId(`${ID}/..`), isUploadId('')]).toEqual([true, false, false, false])
})
