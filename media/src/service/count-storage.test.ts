import { link, lstat, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { StorageCount } from '@ulan/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '../test-lab.ts'
import { openSweepLab, type SweepLab } from '../test-sweep-lab.ts'
import { countStorage } from './count-storage.ts'
import { deleteAsset } from './delete-asset.ts'
import { StorageCounter } from './storage-counter.ts'
import { sweepVersions } from './sweep-versions.ts'

let lab: SweepLab
beforeEach(async () => {
  lab = await openSweepLab()
})
afterEach(() => lab.close())

const uses = { namesVersion: () => Promise.resolve(false) }
const count = (tell: Parameters<typeof countStorage>[2] = () => undefined) => countStorage(lab.needs, uses, tell)
const bytesOf = ({ kinds }: NonNullable<StorageCount['counted']>) =>
  Object.fromEntries(Object.entries(kinds).map(([kind, { bytes }]) => [kind, bytes]))

async function put(path: string, bytes: number): Promise<string> {
  const full = join(lab.needs.layout.root, path)
  await mkdir(dirname(full), { recursive: true })
  await writeFile(full, Buffer.alloc(bytes, 1))
  return full
}

/** What `du --apparent-size` counts of files: each one once, however many names it has. */
async function diskUse(): Promise<{ readonly bytes: number; readonly files: number }> {
  const seen = new Map<number, number>()
  for (const entry of await readdir(lab.needs.layout.root, { recursive: true, withFileTypes: true })) {
    const { ino, size } = await lstat(join(entry.parentPath, entry.name))
    if (entry.isFile()) seen.set(ino, size)
  }
  return { bytes: [...seen.values()].reduce((sum, size) => sum + size, 0), files: seen.size }
}

/** A store with something of every kind. */
async function fill(): Promise<void> {
  const queuedAt = new Date(500_000)
  await lab.asset('film', { version: 20, poster: 'p2' })
  await lab.version('film', 10)
  await lab.version('film', 20)
  await put('assets/film/20/240p/1.m4s', 5_000)
  await put('assets/film/p1/poster-480.jpg', 300)
  await put('assets/film/p2/poster-480.jpg', 400)
  await put('assets/film/stray', 3)
  await put('assets/pictures/p0000000000000001/poster-480.jpg', 77)
  await put('masters/film/master', 70_001)
  await put('masters/film/track.t1', 900)
  await lab.asset('made', { status: 'encoding', version: 10, attempt: 2, queuedAt })
  await lab.version('made', 10)
  const piece = await put('work/made/2/240p-0/240p-0.m4s', 2_000)
  await mkdir(join(lab.needs.layout.root, 'assets/made/501/240p'), { recursive: true })
  await link(piece, join(lab.needs.layout.root, 'assets/made/501/240p/0.m4s'))
  await put('work/made/2/audio/result.json', 50)
  await put(`uploads/${'a'.repeat(32)}/file`, 12_345)
  const sound = await put(`uploads/${'b'.repeat(32)}/file`, 600)
  await link(sound, join(lab.needs.layout.root, 'masters/film/track.t2'))
  await put('assets/nobody/1/master.m3u8', 11)
  await put('masters/nobody/master', 22)
  await put('old-copies/film.mp4', 33)
  await put('notes.txt', 44)
  await lab.asset('gone', { version: 10, fileName: 'gone.mp4' })
  await put('assets/gone/10/240p/0.m4s', 555)
  await put('masters/gone/master', 666)
  await deleteAsset(lab.needs, 'gone')
}

describe('the count of what is stored', () => {
  it('is right to the byte, and tells every kind and every title apart', async () => {
    await fill()
    const counted = await count()
    const total = Object.values(counted.kinds).reduce((sum, { bytes, files }) => ({ bytes: sum.bytes + bytes, files: sum.files + files }), {
      bytes: 0,
      files: 0,
    })
    // The two marks of a store are no files of anybody's: one is empty, the other is not there yet.
    expect({ ...total, files: total.files + 1 }).toEqual(await diskUse())
    const [film, made] = [counted.assets.find(({ id }) => id === 'film'), counted.assets.find(({ id }) => id === 'made')]
    expect(film?.parts).toEqual({
      masters: 71_501,
      versions: 5_000 + versionBytes('film', 20),
      superseded: 300 + versionBytes('film', 10),
      posters: 400,
      other: 3,
    })
    expect(made?.parts).toEqual({ versions: versionBytes('made', 10), work: 2_050 })
    expect(bytesOf(counted)).toMatchObject({
      uploads: 12_345,
      posters: 400 + 77,
      other: 3 + 11 + 22 + 33 + 44,
      deleted: 555 + 666,
      work: 2_050,
    })
    expect(counted.assets).toHaveLength(2)
  })
  const versionBytes = (id: string, version: number): number =>
    `assets/${id}/${version}/master.m3u8`.length + `assets/${id}/${version}/240p/0.m4s`.length + manifestBytes(version)
  const manifestBytes = (version: number): number =>
    JSON.stringify({ plan: { units: [] }, renditions: [{ version, record: {} }], cues: {} }).length

  it('says what goes, how much that is, and when', async () => {
    await fill()
    const now = lab.needs.clock().getTime()
    await sweepVersions(lab.needs, uses)
    lab.pass(10)
    const { leaving } = await count()
    expect(leaving.map(({ fileName, what, bytes, at }) => [fileName, what, bytes, (at.getTime() - now) / 3_600_000])).toEqual([
      ['gone.mp4', 'deleted', 1221, 1 / 60],
      ['film.mp4', 'superseded', 300, 48],
      ['film.mp4', 'superseded', versionBytes('film', 10), 48],
    ])
  })
  it('of an empty store is nothing', async () => {
    expect(await count()).toEqual({ at: lab.needs.clock(), kinds: {}, assets: [], leaving: [] })
  })
})

describe('whoever asks', () => {
  it('is answered at once, sees how far a count is, and then its result with its time', async () => {
    await fill()
    const counter = new StorageCounter(lab.needs)
    expect(await counter.read()).toMatchObject({ place: 'disk', disk: { totalBytes: expect.any(Number) } })
    counter.mount(uses)
    const first = await counter.read()
    expect(first.counted).toBeUndefined()
    expect(first.counting?.total).toBeGreaterThan(0)
    const counted = await until(async () => (await counter.read()).counted)
    expect(counted.at).toEqual(lab.needs.clock())
    expect(counter.figures()).toEqual({ stored: { countedAt: counted.at, bytes: bytesOf(counted) } })
    await put('masters/film/track.t3', 1)
    lab.pass(0.5)
    expect((await counter.read()).counting).toBeUndefined()
    lab.pass(0.5)
    expect((await counter.read()).counting).toBeDefined()
    const later = await until(async () => ((await counter.read()).counting === undefined ? (await counter.read()).counted : undefined))
    expect((later.kinds.masters?.bytes ?? 0) - (counted.kinds.masters?.bytes ?? 0)).toBe(1)
    await counter.close()
  })
  it('gets the last count when a new one fails, and a count that is cut off by the end of the process ends', async () => {
    await fill()
    const counter = new StorageCounter({
      ...lab.needs,
      store: { ...lab.needs.store, list: () => Promise.reject(new Error('away')) },
    })
    counter.mount(uses)
    counter.begin()
    await until(async () => ((await counter.read()).counting === undefined ? undefined : true))
    await counter.close()
    expect(counter.figures()).toEqual({})
    counter.begin()
    expect((await counter.read()).counting).toBeUndefined()
  })
})
