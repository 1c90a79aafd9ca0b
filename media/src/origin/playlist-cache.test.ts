import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../test-lab.ts'
import { PlaylistCache } from './playlist-cache.ts'

test('many who ask at once for one playlist count as one', async () => {
  const folder = await makeFolder()
  const [asked, other] = [join(folder, 'asked.m3u8'), join(folder, 'other.m3u8')]
  await writeFile(asked, 'a'.repeat(1000))
  await writeFile(other, 'b'.repeat(1000))
  const cache = new PlaylistCache(4_000)
  await Promise.all(Array.from({ length: 20 }, () => cache.read(asked)))
  await cache.read(other)
  await writeFile(asked, 'changed')
  // There is room for both, so the first is still kept.
  expect((await cache.read(asked))?.plain.bytes.length).toBe(1000)
})

test('the longest unused goes when the room is used up', async () => {
  const folder = await makeFolder()
  const paths = ['1', '2', '3', '4', '5'].map((name) => join(folder, name))
  for (const path of paths) await writeFile(path, 'a'.repeat(1000))
  const cache = new PlaylistCache(4_000)
  for (const path of paths) await cache.read(path)
  for (const path of paths) await writeFile(path, 'new')
  expect((await cache.read(paths[0] ?? ''))?.plain.bytes.toString()).toBe('new')
  expect((await cache.read(paths[4] ?? ''))?.plain.bytes.length).toBe(1000)
})
