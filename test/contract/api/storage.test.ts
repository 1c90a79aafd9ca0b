import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AssetId, Role, StorageReport } from '@ulan/contract'
import { problemSchema, ROUTES, staffProgrammeSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderClip } from '../../e2e/fixtures/clip.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { viewStore } from '../../lab/store-view.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

const AT = new Date('2026-01-02T00:00:00Z')

describe('how much is stored', () => {
  let lab: CmsLab
  let cookie: string
  beforeAll(async () => {
    lab = await createCmsLab()
    lab.library.put('clip-song', 'ready')
    await lab.cms.seed(SMALL_CATALOGUE)
    cookie = await lab.signIn()
  })
  afterAll(() => lab.close())
  const read = async () => ROUTES.readStorage.answer.parse((await lab.call('/api/v1/storage', { cookie })).json())
  const assets = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `clip-${index}` as AssetId, // a test id
      ...{ fileName: `${index}.mp4`, status: 'ready' as const, createdAt: AT, parts: { masters: 100 * index, versions: 1 } },
    }))

  it('is not known before the first count, and the disk is', async () => {
    expect(await read()).toEqual({ place: 'disk', disk: { totalBytes: 100, freeBytes: 40 } })
    const begun = await lab.call('/api/v1/storage/count', { method: 'POST', cookie })
    expect(begun.json()).toMatchObject({ counting: { done: 0, total: 1 } })
  })
  it('names the largest titles first, who uses each, and those that nobody uses', async () => {
    const draft = staffProgrammeSchema.parse(
      (
        await lab.call('/api/v1/programmes', { cookie, body: { kind: 'lecture', title: {}, assetId: lab.library.put('clip-2', 'ready') } })
      ).json(),
    )
    lab.library.setStorage({
      ...{ place: 'bucket', disk: { totalBytes: 100, freeBytes: 40 } },
      counted: {
        at: AT,
        kinds: { masters: { bytes: 600, files: 4 }, versions: { bytes: 4, files: 4 } },
        assets: assets(4),
        leaving: [{ id: 'clip-1' as AssetId, fileName: '1.mp4', what: 'superseded', bytes: 7, at: AT }], // a test id
      },
    })
    const { counted, place } = await read()
    expect([place, counted?.bytes, counted?.at]).toEqual(['bucket', 604, AT.toISOString()])
    expect(counted?.titles.map(({ assetId, bytes }) => [assetId, bytes])).toEqual([
      ['clip-3', 301],
      ['clip-2', 201],
      ['clip-1', 101],
      ['clip-0', 1],
    ])
    expect(counted?.titles[1]?.uses).toEqual([{ kind: 'programme', id: draft.id, title: '', status: 'draft', rev: 1 }])
    expect(counted?.unused.map(({ assetId }) => assetId)).toEqual(['clip-3', 'clip-1', 'clip-0'])
    expect(counted?.leaving).toEqual([{ assetId: 'clip-1', fileName: '1.mp4', what: 'superseded', bytes: 7, at: AT.toISOString() }])
  })
  it('lists no more titles than somebody reads, and says how many it leaves out', async () => {
    const before = await lab.library.readStorage()
    if (before.counted === undefined) throw new Error('not counted')
    lab.library.setStorage({ ...before, counted: { ...before.counted, assets: assets(130) } })
    const { counted } = await read()
    expect([counted?.titles.length, counted?.titlesLeftOut, counted?.titles[0]?.assetId]).toEqual([100, 30, 'clip-129'])
  })
  it.each(['editor', 'translator', 'proofreader', 'reviewer-1'] satisfies Role[])('is nothing for a %s', async (role) => {
    const theirs = await lab.signIn(role)
    for (const [path, method] of [
      ['/storage', 'GET'],
      ['/storage/count', 'POST'],
    ] as const) {
      const reply = await lab.call(`/api/v1${path}`, { method, cookie: theirs })
      expect(problemSchema.parse(reply.json()).type).toBe('/problems/not-allowed')
    }
  })
  it.each(['publisher', 'inspector', 'administrator'] satisfies Role[])('is shown to a %s', async (role) => {
    expect((await lab.call('/api/v1/storage', { cookie: await lab.signIn(role) })).status).toBe(200)
  })
})

describe('the whole product', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await createLab({ env: { TRANSCODE_WORKERS: '0' } })
  })
  afterAll(() => lab.stop())

  it('counts its media, refuses to delete what is used, and frees what is deleted though it is killed at that moment', async () => {
    const before = await lab.signIn()
    const clip = await renderClip({ seconds: 2, widthPx: 320, heightPx: 180 })
    const { id } = await before.uploadAsset(clip.bytes, clip.fileName)
    const draft = await before.must('createProgramme', { body: { kind: 'lecture', title: { 'zh-Hans': '讲座' }, assetId: id } })
    await before.must('countStorage')
    const isCounted = (report: StorageReport): boolean => report.counting === undefined && report.counted !== undefined
    const { counted } = await waitUntil('the count', () => before.must('readStorage'), isCounted)
    expect(counted?.titles).toMatchObject([{ assetId: id, fileName: clip.fileName, parts: { masters: clip.bytes.length } }])
    expect([counted?.unused, counted?.kinds.other]).toEqual([[], undefined])
    const refused = await before.call('deleteAsset', { params: { id } })
    expect(refused.ok ? [] : refused.problem.errors?.map(({ path }) => path)).toEqual([`programmes.${draft.id}`])
    await before.must('deleteProgramme', { params: { id: draft.id }, query: { rev: '1' } })
    await before.must('deleteAsset', { params: { id } })
    await lab.kill9()

    await lab.restart()
    const staff = await lab.signIn()
    expect((await staff.call('readAsset', { params: { id } })).status).toBe(404)
    const master = join(lab.dataDir, 'media/masters', id)
    expect(existsSync(master)).toBe(true)
    // The minute that a deletion waits is over sooner.
    const view = await viewStore(lab.dataDir)
    await view.connection.collection<{ _id: string }>('deletions').updateOne({ _id: id }, { $set: { askedAt: new Date(0) } })
    await view.close()
    const isGone = async (): Promise<boolean> => !existsSync(master)
    await waitUntil('the master to go', isGone, (gone) => gone, 60_000)
    const after = await waitUntil('the count after it', () => staff.must('readStorage'), isCounted)
    expect([after.counted?.titles, after.counted?.kinds.masters]).toEqual([[], undefined])
  })
})
