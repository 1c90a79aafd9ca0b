import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { AssetId } from '@ulan/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AssetRecord } from '../storage/asset-model.ts'
import { openSweepLab, type SweepLab } from '../test-sweep-lab.ts'
import { presentAsset } from './asset-presenter.ts'
import { keepMasters } from './keep-masters.ts'
import { sweepOldMasters } from './sweep-old-masters.ts'

const DAY_HOURS = 24
let lab: SweepLab
let days: number
let published: Map<AssetId, Date>
beforeEach(async () => {
  lab = await openSweepLab()
  days = 0
  published = new Map()
})
afterEach(() => lab.close())

const sweep = (needs: Parameters<typeof sweepOldMasters>[0] = lab.needs) =>
  sweepOldMasters(needs, { publishedAssets: () => published, masterDays: () => Promise.resolve(days) })
async function title(id: string, members: Partial<AssetRecord> = {}): Promise<void> {
  await lab.asset(id, { version: 10, ...members })
  await lab.file(`masters/${id}/master`)
  await lab.file(`masters/${id}/track.t1`)
  published.set(id as AssetId, lab.needs.clock())
}
const shown = async (id: string) => {
  const record = await lab.needs.assets.read(id)
  if (record === undefined) throw new Error('not there')
  const { isMasterGone, masterLeavesAt } = presentAsset(record, [], { secretKey: 'lab', now: lab.needs.clock() })
  return { ...(isMasterGone && { isMasterGone }), ...(masterLeavesAt && { masterLeavesAt }) }
}
const masters = async (): Promise<readonly string[]> => (await lab.needs.store.list('masters')).map(({ key }) => key).toSorted()
/** Sees, waits two days, and sees again. */
async function sweepTwice(): Promise<void> {
  await sweep()
  lab.pass(48)
  await sweep()
}

describe('without a policy', () => {
  it('no master ever goes, neither of old titles nor of failed uploads', async () => {
    await title('old')
    await title('failed', { status: 'failed', failedAt: lab.needs.clock() })
    await lab.connection.collection('assets').updateOne({ fileName: 'failed.mp4' }, { $unset: { version: 1 } })
    lab.pass(10 * 365 * DAY_HOURS)
    await sweepTwice()
    expect(await masters()).toHaveLength(4)
  })
})

describe('with a policy of so many days', () => {
  beforeEach(() => {
    days = 30
  })
  it('the master of a published title leaves two days after it is due, and says so from when it is due', async () => {
    await title('old')
    lab.pass(30 * DAY_HOURS - 1)
    await sweepTwice()
    expect(await shown('old')).toEqual({ masterLeavesAt: new Date(lab.needs.clock().getTime() + 48 * 3_600_000).toISOString() })
    lab.pass(47.9)
    expect(await sweep()).toBe(0)
    lab.pass(0.1)
    expect(await sweep()).toBe(1)
    expect([await shown('old'), await masters()]).toEqual([{ isMasterGone: true }, ['masters/old/track.t1']])
    expect(await sweep()).toBe(0)
  })
  it('one that is not published, was taken down, is being added to or waits for that keeps it', async () => {
    for (const [id, members] of [
      ['draft', {}],
      ['taken-down', {}],
      ['growing', { status: 'encoding' }],
      ['wanted', { isWishful: true }],
    ] as const)
      await title(id, members)
    published.delete('draft' as AssetId)
    lab.pass(31 * DAY_HOURS)
    await sweep()
    published.delete('taken-down' as AssetId)
    lab.pass(48)
    await sweep()
    expect(await masters()).toHaveLength(8)
    expect(await shown('taken-down')).toEqual({})
  })
  it('whoever changes it back within two days loses nothing', async () => {
    await title('old')
    lab.pass(31 * DAY_HOURS)
    await sweep()
    days = 365
    lab.pass(48)
    await sweep()
    days = 0
    await sweep()
    expect([await shown('old'), await masters()]).toEqual([{}, ['masters/old/master', 'masters/old/track.t1']])
  })
  it.each([
    [7, 30],
    [90, 90],
  ])('of %i the master of a failed upload leaves after %i days', async (set, after) => {
    days = set
    await lab.asset('failed', { status: 'failed', failedAt: lab.needs.clock() })
    await lab.asset('waits', { status: 'failed', isResumable: true, failedAt: lab.needs.clock() })
    for (const id of ['failed', 'waits']) await lab.file(`masters/${id}/master`)
    lab.pass(after * DAY_HOURS - 1)
    await sweep()
    expect(await shown('failed')).toEqual({})
    lab.pass(1)
    await sweepTwice()
    expect(await masters()).toEqual(['masters/waits/master'])
    expect(await lab.needs.assets.restart('failed')).toBeUndefined()
  })
  it('a try that begins before a master leaves keeps it', async () => {
    await lab.asset('failed', { status: 'failed', failedAt: lab.needs.clock() })
    await lab.file('masters/failed/master')
    lab.pass(30 * DAY_HOURS)
    await sweep()
    expect(await lab.needs.assets.restart('failed')).toMatchObject({ status: 'probing', attempt: 2 })
    lab.pass(48)
    await sweep()
    expect(await masters()).toEqual(['masters/failed/master'])
  })
  it('a kill before the file is removed leaves that to the next sweep', async () => {
    await title('old')
    lab.pass(31 * DAY_HOURS)
    await sweep()
    lab.pass(48)
    const store = { ...lab.needs.store, removeFile: () => Promise.reject(new Error('killed')) }
    await expect(sweep({ ...lab.needs, store })).rejects.toThrow('killed')
    expect([await shown('old'), await masters()]).toEqual([{ isMasterGone: true }, ['masters/old/master', 'masters/old/track.t1']])
    days = 0
    expect(await sweep()).toBe(1)
    expect(await masters()).toEqual(['masters/old/track.t1'])
  })
  it('a machine that was away does not bring a master back', async () => {
    await title('old', { masterGoneAt: lab.needs.clock() })
    const local = lab.needs.layout.masterPath('old')
    await mkdir(dirname(local), { recursive: true })
    await writeFile(local, 'copy')
    const bucket = { ...lab.needs.store, localPath: () => undefined, putFile: () => Promise.reject(new Error('brought back')) }
    await lab.needs.store.removeFile('masters/old/track.t1')
    await keepMasters({ ...lab.needs, store: bucket }, new AbortController().signal)
    expect(await masters()).toEqual([])
  })
})
