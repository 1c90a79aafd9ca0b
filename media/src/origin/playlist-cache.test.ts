import { expect, test } from 'vitest'
import { openFileStore } from '../store/file-store.ts'
import type { MediaStore } from '../store/media-store.ts'
import { makeFolder } from '../test-lab.ts'
import { PlaylistCache } from './playlist-cache.ts'

const put = (store: MediaStore, key: string, text: string): Promise<void> => store.put(key, Buffer.from(text))

test('many who ask at once for one playlist count as one', async () => {
  const store = await openFileStore(await makeFolder())
  await put(store, 'asked.m3u8', 'a'.repeat(1000))
  await put(store, 'other.m3u8', 'b'.repeat(1000))
  const cache = new PlaylistCache(store, 4_000)
  await Promise.all(Array.from({ length: 20 }, () => cache.read('asked.m3u8')))
  await cache.read('other.m3u8')
  await put(store, 'asked.m3u8', 'changed')
  // There is room for both, so the first is still kept.
  expect((await cache.read('asked.m3u8'))?.plain.bytes.length).toBe(1000)
})

test('the longest unused goes when the room is used up', async () => {
  const store = await openFileStore(await makeFolder())
  const keys = ['1', '2', '3', '4', '5']
  for (const key of keys) await put(store, key, 'a'.repeat(1000))
  const cache = new PlaylistCache(store, 4_000)
  for (const key of keys) await cache.read(key)
  for (const key of keys) await put(store, key, 'new')
  expect((await cache.read('1'))?.plain.bytes.toString()).toBe('new')
  expect((await cache.read('5'))?.plain.bytes.length).toBe(1000)
})
