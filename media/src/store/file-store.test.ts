import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeFolder } from '../test-lab.ts'
import { openFileStore } from './file-store.ts'
import type { MediaStore } from './media-store.ts'

let root: string
let store: MediaStore
beforeEach(async () => {
  root = join(await makeFolder(), 'media')
  await mkdir(root)
  store = await openFileStore(root)
})

test('a finished file is kept by a link, which costs no bytes and outlives the work folder', async () => {
  const made = join(root, 'work.m4s')
  await writeFile(made, 'segment')
  await store.putFile('assets/a1/7/240p/0.m4s', made)
  const path = store.localPath('assets/a1/7/240p/0.m4s') ?? ''
  expect((await stat(path)).ino).toBe((await stat(made)).ino)
  await rm(made)
  expect(await readFile(path, 'utf8')).toBe('segment')
  expect(await readdir(join(root, 'assets/a1/7/240p'))).toEqual(['0.m4s'])
})

test('what lies in its place already stays', async () => {
  const path = store.localPath('masters/a1/master') ?? ''
  await mkdir(join(root, 'masters/a1'), { recursive: true })
  await writeFile(path, 'master')
  await store.putFile('masters/a1/master', path)
  expect(await readFile(path, 'utf8')).toBe('master')
})

describe('whether it is there', () => {
  test('however often it was opened', async () => {
    await openFileStore(root)
    expect(await store.isReachable()).toBe(true)
  })

  test('looking makes nothing', async () => {
    const before = await readdir(root)
    await store.isReachable()
    expect(await readdir(root)).toEqual(before)
  })

  test('a folder that was moved away is missed, not made again', async () => {
    await rename(root, `${root}-elsewhere`)
    expect(await store.isReachable()).toBe(false)
    await expect(readdir(root)).rejects.toThrow('ENOENT')
    await rename(`${root}-elsewhere`, root)
    expect(await store.isReachable()).toBe(true)
  })

  test('an empty mount point in its place is not the store', async () => {
    await rm(root, { recursive: true })
    await mkdir(root)
    expect(await store.isReachable()).toBe(false)
  })

  // The superuser may write anywhere.
  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written is not ready', async () => {
    await chmod(root, 0o555)
    expect(await store.isReachable()).toBe(false)
    await chmod(root, 0o755)
  })
})
