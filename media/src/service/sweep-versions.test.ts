import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SupersededStore } from '../storage/superseded-store.ts'
import type { MediaStore } from '../store/media-store.ts'
import { openSweepLab, type SweepLab } from '../test-sweep-lab.ts'
import { keepPosters } from './keep-posters.ts'
import { sweepVersions } from './sweep-versions.ts'

let lab: SweepLab
let named: Set<string>
beforeEach(async () => {
  lab = await openSweepLab()
  named = new Set()
})
afterEach(() => lab.close())

const uses = { namesVersion: (id: string, version: number) => Promise.resolve(named.has(`${id}/${version}`)) }
const sweep = (store: MediaStore = lab.needs.store) => sweepVersions({ ...lab.needs, store }, uses)
/** Sees everything once, and again when two days have passed. */
async function sweepTwice(): Promise<void> {
  expect(await sweep()).toBe(0)
  lab.pass(48)
  await sweep()
}

describe('a version that a newer one replaced', () => {
  it('stays for two days, for players that hold its playlist, and then goes', async () => {
    await lab.asset('a1', { version: 10 })
    await lab.version('a1', 10)
    expect(await sweep()).toBe(0)
    lab.pass(100)
    await lab.version('a1', 20)
    await lab.change('a1', { version: 20 })
    expect(await sweep()).toBe(0)
    lab.pass(47.9)
    expect(await sweep()).toBe(0)
    expect(await lab.folders('a1')).toEqual(['10', '20'])
    lab.pass(0.1)
    expect(await sweep()).toBe(1)
    expect(await lab.folders('a1')).toEqual(['20'])
    expect(await sweep()).toBe(0)
  })
  it('stays as long as the newest one takes pictures, subtitles or the storyboard from it', async () => {
    await lab.asset('a1', { version: 50 })
    for (const version of [10, 20, 30, 40]) await lab.version('a1', version)
    await lab.version('a1', 50, [10, 50], { cues: { cues: 20 }, storyboard: 30 })
    await sweepTwice()
    expect(await lab.folders('a1')).toEqual(['10', '20', '30', '50'])
  })
  it('stays, with what it is made of, while a snapshot names it, and two days more', async () => {
    await lab.asset('a1', { version: 30 })
    await lab.version('a1', 10)
    await lab.version('a1', 20, [10, 20])
    await lab.version('a1', 30)
    named.add('a1/20')
    await sweepTwice()
    expect(await lab.folders('a1')).toEqual(['10', '20', '30'])
    named.clear()
    await sweepTwice()
    expect(await lab.folders('a1')).toEqual(['30'])
  })
  it('stays when nobody can say what the newest one is made of, and keeps no other title back', async () => {
    await lab.asset('a1', { version: 20 })
    await lab.version('a1', 10)
    await lab.file('assets/a1/20/master.m3u8')
    await lab.asset('a2', { version: 20 })
    await lab.version('a2', 10)
    await lab.version('a2', 20)
    await sweepTwice()
    expect([await lab.folders('a1'), await lab.folders('a2')]).toEqual([['10', '20'], ['20']])
    await lab.file('assets/a1/20/manifest.json', '{"plan":')
    lab.pass(1)
    await expect(sweep()).rejects.toThrow('versions of a1 cannot be swept')
    expect(await lab.folders('a1')).toEqual(['10', '20'])
  })
})

describe('a version that no record knows', () => {
  it('goes after two days when a crash left it, and stays while it is being made or waits for another try', async () => {
    const queuedAt = new Date(500_000)
    await lab.asset('made', { status: 'encoding', version: 10, attempt: 2, queuedAt })
    await lab.asset('waits', { status: 'failed', isResumable: true, attempt: 2, queuedAt })
    await lab.asset('over', { status: 'failed', attempt: 2, queuedAt })
    await lab.version('made', 10)
    for (const id of ['made', 'waits', 'over']) await lab.file(`assets/${id}/501/240p/0.m4s`)
    await sweepTwice()
    expect([await lab.folders('made'), await lab.folders('waits'), await lab.folders('over')]).toEqual([['10', '501'], ['501'], []])
  })
  it('is left alone when there is no title of that name: the database may be the wrong one', async () => {
    await lab.version('nobody', 10)
    await lab.file('masters/nobody/master')
    await sweepTwice()
    expect(await lab.folders('nobody')).toEqual(['10'])
  })
})

describe('posters', () => {
  it('of a picture that was changed go after two days', async () => {
    await lab.asset('a1', { version: 10, poster: 'p2' })
    await lab.version('a1', 10)
    await lab.file('assets/a1/p1/poster-480.jpg')
    await lab.file('assets/a1/p2/poster-480.jpg')
    await sweepTwice()
    expect(await lab.folders('a1')).toEqual(['10', 'p2'])
  })
  it('of a picture that comes back while its folder is going get another folder', async () => {
    const picture = { name: 'p1111111111111111', files: [{ name: 'poster-480.jpg', bytes: Buffer.from('picture') }] }
    await lab.asset('a1', { poster: 'p2' })
    expect(await keepPosters(lab.needs, 'a1', picture)).toBe('p1111111111111111')
    expect(await sweep()).toBe(0)
    const folder = await keepPosters(lab.needs, 'a1', picture)
    expect(folder).toBe('p0707070707070707')
    await lab.change('a1', { poster: folder })
    lab.pass(48)
    expect(await sweep()).toBe(1)
    expect(await lab.folders('a1')).toEqual([folder])
  })
})

describe('a kill', () => {
  /** A store that dies in the middle of a removal. */
  const dying = (dies: 'half-way' | 'after'): MediaStore => ({
    ...lab.needs.store,
    remove: async (folder) => {
      await lab.needs.store.remove(dies === 'half-way' ? `${folder}/240p` : folder)
      throw new Error('killed')
    },
  })
  const marks = () => lab.connection.collection('superseded').countDocuments()

  it.each(['half-way', 'after'] as const)('%s a removal leaves nothing that the next sweep does not clear', async (dies) => {
    await lab.asset('a1', { version: 20 })
    await lab.version('a1', 10)
    await lab.version('a1', 20)
    expect([await sweep(), await marks()]).toEqual([0, 1])
    lab.pass(48)
    await expect(sweep(dying(dies))).rejects.toThrow('cannot be swept')
    expect(await lab.folders('a1')).toEqual(dies === 'half-way' ? ['10', '20'] : ['20'])
    expect(await sweep()).toBe(dies === 'half-way' ? 1 : 0)
    expect([await lab.folders('a1'), await marks()]).toEqual([['20'], 0])
  })
  it('between the sight of a folder and its mark costs only time', async () => {
    await lab.asset('a1', { version: 20 })
    await lab.version('a1', 10)
    await lab.version('a1', 20)
    const superseded = new (class extends SupersededStore {
      override mark = () => Promise.reject(new Error('killed'))
    })(lab.connection)
    await expect(sweepVersions({ ...lab.needs, superseded }, uses)).rejects.toThrow('cannot be swept')
    await sweepTwice()
    expect(await lab.folders('a1')).toEqual(['20'])
  })
})
