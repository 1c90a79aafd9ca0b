import type { AssetId, Role } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
let cookie: string
let now = new Date('2026-01-01T00:00:00Z')
beforeAll(async () => {
  lab = await createCmsLab({}, { clock: () => now })
  const song = lab.library.put('clip-song', 'ready')
  lab.library.put('clip-waiting', 'encoding')
  await lab.cms.seed(SMALL_CATALOGUE)
  const asset = { fileName: 'a.mp4', createdAt: now, parts: { masters: 500, versions: 9 } }
  const assets = [
    { ...asset, id: song, status: 'ready' as const },
    { ...asset, id: 'clip-waiting' as AssetId, status: 'encoding' as const }, // a test id
  ]
  const disk = { totalBytes: 100, freeBytes: 40 }
  lab.library.setStorage({ place: 'disk', disk, counted: { at: now, kinds: {}, assets, leaving: [] } })
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const PATH = '/api/v1/storage/retention'
const read = async (query = '', as = cookie) => (await lab.call(PATH + query, { cookie: as })).json()
const change = (body: unknown, as = cookie) => lab.call(PATH, { method: 'PATCH', body, cookie: as })

describe('how long masters are kept', () => {
  it('is for good, until an administrator decides otherwise; what that would take away is told before', async () => {
    expect(await read()).toEqual({ masterDays: 0, rev: 0, due: { masters: 0, bytes: 0 } })
    expect(await lab.cms.uses.masterDays()).toBe(0)
    now = new Date('2026-02-15T00:00:00Z')
    expect(await read('?masterDays=90')).toMatchObject({ masterDays: 0, due: { masters: 0, bytes: 0 } })
    expect(await read('?masterDays=30')).toMatchObject({ masterDays: 0, due: { masters: 1, bytes: 500 } })
    const saved = await change({ rev: 0, masterDays: 30 })
    expect(saved.json()).toEqual({
      ...{ masterDays: 30, rev: 1, changedAt: now.toISOString(), changedBy: 'admin@localhost' },
      due: { masters: 1, bytes: 500 },
    })
    expect(await lab.cms.uses.masterDays()).toBe(30)
    expect([...lab.cms.uses.publishedAssets().keys()]).toContain('clip-song')
  })
  it('keeps every decision, and who took it', async () => {
    expect((await change({ rev: 1, masterDays: 0 })).status).toBe(200)
    const rows = await lab.connection.collection('retention').find().sort({ _id: 1 }).toArray()
    expect(rows.map(({ masterDays, changedBy }) => [masterDays, changedBy])).toEqual([
      [30, 'admin@localhost'],
      [0, 'admin@localhost'],
    ])
  })
  it('is not overwritten by who saw an older decision', async () => {
    const stale = await change({ rev: 1, masterDays: 5 })
    expect([stale.status, problemSchema.parse(stale.json()).type]).toEqual([409, '/problems/stale-revision'])
    const both = await Promise.all([2, 2].map((rev) => change({ rev, masterDays: 7 })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })
  it.each([-1, 3_651, 1.5, 'x'])('of %s days is refused by its field', async (masterDays) => {
    const reply = await change({ rev: 3, masterDays })
    expect([reply.status, problemSchema.parse(reply.json()).errors?.map(({ path }) => path)]).toEqual([400, ['masterDays']])
  })
  it.each([
    ['editor', 403, 403],
    ['inspector', 200, 403],
    ['publisher', 200, 403],
  ] satisfies [Role, number, number][])('answers a %s who reads it %i, who changes it %i', async (role, reads, changes) => {
    const theirs = await lab.signIn(role)
    expect((await lab.call(PATH, { cookie: theirs })).status).toBe(reads)
    expect((await change({ rev: 3, masterDays: 9 }, theirs)).status).toBe(changes)
  })
})
