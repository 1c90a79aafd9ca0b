import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MediaStore } from '../store/media-store.ts'
import { openSweepLab, type SweepLab } from '../test-sweep-lab.ts'
import { deleteAsset, sweepDeletions, sweepLateFiles } from './delete-asset.ts'
import { sweepMasters } from './sweep-masters.ts'

const MINUTE_HOURS = 1 / 60
let lab: SweepLab
let used: Set<string>
beforeEach(async () => {
  lab = await openSweepLab()
  used = new Set()
  await lab.asset('gone', { version: 10, poster: 'p1', status: 'ready' })
  await lab.version('gone', 10)
  for (const key of ['assets/gone/p1/poster-480.jpg', 'assets/gone/9/240p/0.m4s', 'masters/gone/master', 'masters/gone/track.t1'])
    await lab.file(key)
  for (const path of [join(lab.needs.layout.unitDirectory('gone', 1, 'audio'), 'result.json'), join(uploadOf('gone'), 'file')]) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, 'x')
  }
  await lab.needs.units.add([unitOf('gone')])
  await lab.needs.superseded.mark('gone', '9', lab.needs.clock())
  await lab.asset('stays', { version: 10 })
  await lab.version('stays', 10)
  await lab.file('masters/stays/master')
})
afterEach(() => lab.close())

const uploadOf = (id: string): string => lab.needs.layout.uploadDirectory(id)
const unitOf = (assetId: string) => ({
  ...{ assetId, attempt: 1, priority: 0, order: 0, queuedAt: new Date(0) },
  step: { kind: 'probe', name: 'probe' } as const,
})
const uses = { usesAsset: (id: string) => Promise.resolve(used.has(id)) }
const sweep = (store: MediaStore = lab.needs.store) => sweepDeletions({ ...lab.needs, store }, uses)
const keys = async (): Promise<readonly string[]> =>
  (await Promise.all(['assets', 'masters', 'work', 'uploads'].map((folder) => lab.needs.store.list(folder)))).flat().map(({ key }) => key)
const ofGone = async () => (await keys()).filter((key) => key.includes('gone'))
const count = (collection: string) => lab.connection.collection(collection).countDocuments()

describe('a deleted asset', () => {
  it('is unknown at once, and within minutes all of it is gone, and nothing of others', async () => {
    const before = await keys()
    expect(await deleteAsset(lab.needs, 'gone')).toBe(true)
    expect(await lab.needs.assets.read('gone')).toBeUndefined()
    expect(await sweep()).toBe(0)
    expect(await ofGone()).toHaveLength(9)
    lab.pass(MINUTE_HOURS)
    expect(await sweep()).toBe(1)
    expect(await keys()).toEqual(before.filter((key) => !key.includes('gone')))
    expect([await count('units'), await count('superseded'), await count('assets')]).toEqual([0, 0, 1])
    expect(await sweep()).toBe(0)
  })
  it('can be deleted again, and one that never was cannot', async () => {
    expect(await deleteAsset(lab.needs, 'gone')).toBe(true)
    expect(await deleteAsset(lab.needs, 'gone')).toBe(true)
    lab.pass(1)
    await sweep()
    expect(await deleteAsset(lab.needs, 'gone')).toBe(true)
    expect(await deleteAsset(lab.needs, 'nobody')).toBe(false)
  })
  it('comes back whole when somebody gave it to a programme at the same moment', async () => {
    const record = await lab.needs.assets.read('gone')
    await deleteAsset(lab.needs, 'gone')
    used.add('gone')
    lab.pass(1)
    expect(await sweep()).toBe(0)
    expect(await lab.needs.assets.read('gone')).toEqual(record)
    expect(await ofGone()).toHaveLength(9)
    used.clear()
    lab.pass(1)
    expect(await sweep()).toBe(0)
    expect(await lab.needs.assets.read('gone')).toBeDefined()
  })
  it('loses also what a worker brings that heard of it late, and copies on machines that were away', async () => {
    await deleteAsset(lab.needs, 'gone')
    lab.pass(1)
    await sweep()
    await lab.file('assets/gone/10/240p/1.m4s')
    await lab.needs.units.add([unitOf('gone')])
    lab.pass(1)
    await sweepLateFiles(lab.needs)
    expect([await ofGone(), await count('units')]).toEqual([[], 0])
    await lab.file('masters/gone/master')
    lab.pass(24 * 365)
    await sweepLateFiles(lab.needs)
    expect(await ofGone()).toHaveLength(1)
    await sweepMasters(lab.needs)
    expect(await readdir(lab.needs.layout.masters)).toEqual(['stays'])
  })
})

describe('a kill', () => {
  it('between the wish and its first act changes nothing about the end', async () => {
    const record = await lab.needs.assets.read('gone')
    if (record === undefined) throw new Error('not there')
    await lab.needs.deletions.ask(record, lab.needs.clock())
    lab.pass(1)
    expect(await sweep()).toBe(1)
    expect([await ofGone(), await lab.needs.assets.read('gone')]).toEqual([[], undefined])
  })
  it.each(['assets/gone', 'masters/gone'])('at the removal of %s is made good by the next sweep', async (at) => {
    await deleteAsset(lab.needs, 'gone')
    lab.pass(1)
    const dying: MediaStore = {
      ...lab.needs.store,
      remove: async (folder) => {
        if (folder === at) throw new Error('killed')
        await lab.needs.store.remove(folder)
      },
    }
    await expect(sweep(dying)).rejects.toThrow('killed')
    expect((await ofGone()).length).toBeGreaterThan(0)
    expect(await sweep()).toBe(1)
    expect(await ofGone()).toEqual([])
  })
  it('while one comes back leaves it there once', async () => {
    const record = await lab.needs.assets.read('gone')
    if (record === undefined) throw new Error('not there')
    await lab.needs.deletions.ask(record, lab.needs.clock())
    used.add('gone')
    lab.pass(1)
    await sweep()
    expect([await lab.needs.assets.read('gone'), await count('deletions')]).toEqual([record, 0])
  })
})
