import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AssetRecord } from '../storage/asset-model.ts'
import { openFileStore } from '../store/file-store.ts'
import type { MediaStore } from '../store/media-store.ts'
import { makeFolder } from '../test-lab.ts'
import { findAssetFiles, mediaOf, mediaOfPictures } from './asset-files.ts'

const RECORD: AssetRecord = {
  _id: 'a1',
  fileName: 'show.mp4',
  sizeBytes: 6,
  origin: 'upload',
  status: 'ready',
  createdAt: new Date(0),
  queuedAt: new Date(0),
  attempt: 1,
  version: 7,
  poster: 'p1',
}
const FILES: Readonly<Record<string, string>> = {
  'assets/a1/7/master.m3u8': '#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,URI="audio/index.m3u8"\n240p/index.m3u8\n',
  'assets/a1/7/240p/index.m3u8': '#EXTM3U\n#EXT-X-MAP:URI="init.mp4"\n0.m4s\n',
  'assets/a1/7/240p/init.mp4': 'init',
  'assets/a1/7/240p/0.m4s': 'picture',
  'assets/a1/7/audio/index.m3u8': '#EXTM3U\n0.m4s\n',
  'assets/a1/7/audio/0.m4s': 'sound',
  'assets/a1/p1/poster-480.jpg': 'poster',
  'masters/a1/master': 'master',
}
let root: string
let store: MediaStore
beforeEach(async () => {
  root = await makeFolder()
  store = await openFileStore(root)
  for (const [key, text] of Object.entries(FILES)) await store.put(key, Buffer.from(text))
  // Another attempt's, which no record names.
  await store.put('assets/a1/8/240p/0.m4s', Buffer.from('half-done'))
})
const find = (record: Partial<AssetRecord> = {}, place = store) => findAssetFiles(mediaOf({ ...RECORD, ...record }), place, root)

describe('the files of an asset', () => {
  it('are its version, its posters and its master, and nothing else', async () => {
    const { files, missing } = await find()
    expect(missing).toEqual([])
    expect(files.map(({ key }) => key).toSorted()).toEqual(Object.keys(FILES).toSorted())
    for (const { key, sizeBytes, open } of files) {
      const stream = await open()
      const text = stream === undefined ? undefined : (await buffer(stream)).toString()
      expect([text, sizeBytes]).toEqual([FILES[key], Buffer.byteLength(FILES[key] ?? '')])
    }
  })

  it('miss no master that went by the policy, nor one that is about to go, and have that as long as it is there', async () => {
    const leaving = await find({ masterLeavesAt: new Date(0) })
    expect(leaving.files.map(({ key }) => key)).toContain('masters/a1/master')
    await store.removeFile('masters/a1/master')
    expect((await find({ masterLeavesAt: new Date(0) })).missing).toEqual([])
    expect((await find({ masterGoneAt: new Date(0) })).missing).toEqual([])
    expect((await find()).missing).toEqual(['masters/a1/master'])
  })

  it('are those of older versions too that the newest one names, and the files that were added', async () => {
    await store.put('assets/a1/9/master.m3u8', Buffer.from('#EXTM3U\n../7/240p/index.m3u8\n'))
    await store.put('masters/a1/track.t1', Buffer.from('sound'))
    const track = {
      kind: 'cues',
      id: 't1',
      language: 'zh-Hans',
      offsetMs: 0,
      fileName: 'a.srt',
      sha256: 'x',
      addedAt: new Date(0),
    } as const
    const { files, missing } = await find({ version: 9, tracks: [track] })
    expect(missing).toEqual([])
    expect(files.map(({ key }) => key).toSorted()).toEqual(
      [...Object.keys(FILES), 'assets/a1/9/master.m3u8', 'masters/a1/track.t1'].toSorted(),
    )
    await rm(join(root, 'assets/a1/7/240p/0.m4s'))
    await rm(join(root, 'masters/a1/track.t1'))
    expect((await find({ version: 9, tracks: [track] })).missing).toEqual(['assets/a1/7/240p/0.m4s', 'masters/a1/track.t1'])
  })

  it('are those of a version too that programmes show still, as it was signed', async () => {
    await store.put('assets/a1/9/master.m3u8', Buffer.from('#EXTM3U\n240p/index.m3u8\n'))
    await store.put('assets/a1/9/240p/index.m3u8', Buffer.from('#EXTM3U\n0.m4s\n'))
    await store.put('assets/a1/9/240p/0.m4s', Buffer.from('anew'))
    const newest = { ...RECORD, version: 9 }
    const keysOf = async (shown: readonly number[]) =>
      (await findAssetFiles(mediaOf(newest, shown), store, root)).files.map(({ key }) => key).filter((key) => key.includes('/7/'))
    expect(await keysOf([])).toEqual([])
    expect((await keysOf([7])).toSorted()).toEqual(
      Object.keys(FILES)
        .filter((key) => key.includes('/7/'))
        .toSorted(),
    )
    await rm(join(root, 'assets/a1/7/240p/0.m4s'))
    expect((await findAssetFiles(mediaOf(newest, [7]), store, root)).missing).toEqual(['assets/a1/7/240p/0.m4s'])
  })

  it.each(Object.keys(FILES))('without %s say that it is missing', async (key) => {
    await rm(join(root, key))
    const { missing } = await find()
    const gone = key.endsWith('.jpg') ? dirname(key) : key
    expect(missing).toEqual([gone])
  })

  it('that go between two looks are gone, not an error', async () => {
    const { files } = await find()
    await rm(join(root, 'assets/a1/7/240p/0.m4s'))
    expect(await files.find(({ key }) => key.endsWith('240p/0.m4s'))?.open()).toBeUndefined()
  })
})

it.each<[Partial<AssetRecord>, string, boolean]>([
  [{ status: 'awaiting-master' }, 'none', false],
  [{ status: 'probing' }, 'needed', true],
  [{ status: 'encoding' }, 'needed', true],
  [{ status: 'ready' }, 'needed', false],
  [{ status: 'failed' }, 'if-there', false],
  [{ status: 'failed', isRefused: true }, 'none', false],
])('of an asset that is %j the master is %s', (record, master, isUnfinished) => {
  expect(mediaOf({ ...RECORD, ...record })).toMatchObject({ master, isUnfinished })
})

it('a failed asset may have lost its master before', async () => {
  await rm(join(root, 'masters'), { recursive: true })
  expect((await find({ status: 'failed' })).missing).toEqual([])
})

it.each(['masters/a1/master', 'uploads/a1/file'])(
  'a master that a bucket does not have yet is found in %s of this machine',
  async (path) => {
    const bucket = await openFileStore(await makeFolder())
    await rm(join(root, 'masters'), { recursive: true })
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), 'master')
    const { _id, fileName, sizeBytes, origin, createdAt, queuedAt, attempt } = RECORD
    const record: AssetRecord = { _id, fileName, sizeBytes, origin, createdAt, queuedAt, attempt, status: 'probing' }
    const { files, missing } = await findAssetFiles(mediaOf(record), bucket, root)
    expect([files.map(({ key, isHereOnly }) => [key, isHereOnly]), missing]).toEqual([[['masters/a1/master', true]], []])
  },
)

it('posters that people made are found by their names, and missed by them', async () => {
  await store.put('assets/pictures/p0000000000000001/poster-480.jpg', Buffer.from('one'))
  await store.put('assets/pictures/p0000000000000003/poster-480.jpg', Buffer.from('unwanted'))
  const { files, missing } = await findAssetFiles(mediaOfPictures(['p0000000000000001', 'p0000000000000002']), store, root)
  expect(files.map(({ key }) => key)).toEqual(['assets/pictures/p0000000000000001/poster-480.jpg'])
  expect(missing).toEqual(['assets/pictures/p0000000000000002'])
})
