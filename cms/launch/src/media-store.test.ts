import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createMediaCheck, markMediaStore } from './media-store.ts'

let mediaDir: string
let nowMs = 0
const isThere = (): ReturnType<typeof createMediaCheck> => createMediaCheck(mediaDir, () => new Date(nowMs))
beforeEach(async () => {
  mediaDir = join(await mkdtemp(join(tmpdir(), 'legal-media-')), 'media')
  await mkdir(mediaDir)
  await markMediaStore(mediaDir)
})

test('the store of the start is there, however often it was started', async () => {
  await markMediaStore(mediaDir)
  expect(await isThere()()).toBe(true)
})

test('looking makes nothing', async () => {
  const before = await readdir(mediaDir)
  await isThere()()
  expect(await readdir(mediaDir)).toEqual(before)
})

test('a folder that was moved away is missed, not made again', async () => {
  const check = isThere()
  await rename(mediaDir, `${mediaDir}-elsewhere`)
  expect(await check()).toBe(false)
  await expect(readdir(mediaDir)).rejects.toThrow('ENOENT')
  await rename(`${mediaDir}-elsewhere`, mediaDir)
  nowMs += 10_000
  expect(await check()).toBe(true)
})

test('an empty mount point in its place is not the store', async () => {
  await rm(mediaDir, { recursive: true })
  await mkdir(mediaDir)
  expect(await isThere()()).toBe(false)
})

// The superuser may write anywhere.
test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is not ready', async () => {
  await chmod(mediaDir, 0o555)
  expect(await isThere()()).toBe(false)
  await chmod(mediaDir, 0o755)
})

test('strangers who ask all the time cost one look in a few seconds', async () => {
  const check = isThere()
  expect(await check()).toBe(true)
  await rename(mediaDir, `${mediaDir}-elsewhere`)
  nowMs += 1_000
  expect(await check()).toBe(true)
  nowMs += 4_000
  expect(await check()).toBe(false)
  // A clock that was set back holds no answer fast.
  await rename(`${mediaDir}-elsewhere`, mediaDir)
  nowMs -= 3_600_000
  expect(await check()).toBe(true)
})
