import { join } from 'node:path'
import type { Asset, Problem } from '@ulan/contract'
import { expect, test } from 'vitest'
import { ask, type LabOptions, type MediaLab, makeFolder, openLab, renderClip, sendFile, untilSettled } from '../test-lab.ts'

const DAY_MS = 86_400_000
const HEADERS = { 'x-staff': 'editor', 'tus-resumable': '1.0.0' }

/** Announces an upload; the problem in its way, or its address. */
async function announce(
  url: string,
  sizeBytes: number,
): Promise<{ readonly status: number; readonly problem?: Problem; readonly at: string }> {
  const response = await fetch(`${url}/api/v1/uploads`, { method: 'POST', headers: { ...HEADERS, 'upload-length': String(sizeBytes) } })
  const { status, headers } = response
  const text = await response.text()
  return { status, at: headers.get('location') ?? '', ...(status >= 400 && { problem: JSON.parse(text) as Problem }) } // the test says which
}
async function withLab(options: LabOptions, use: (lab: MediaLab) => Promise<void>): Promise<void> {
  const lab = await openLab({ workers: 0, ...options })
  await use(lab).finally(() => lab.close())
}

test('so many uploads may be open, and one that is given up makes room for another', async () => {
  await withLab({ quota: { mostUploads: 2 } }, async ({ url }) => {
    const first = await announce(url, 10)
    expect((await announce(url, 10)).status).toBe(201)
    const third = await announce(url, 10)
    expect(third).toMatchObject({ status: 429, problem: { type: '/problems/too-many-uploads', errors: [{ params: { max: 2 } }] } })
    expect(third.problem?.detail).toMatch(/\d/)
    await fetch(url + first.at, { method: 'DELETE', headers: HEADERS })
    expect((await announce(url, 10)).status).toBe(201)
  })
})

test('their bytes count as announced, not as arrived', async () => {
  await withLab({ quota: { mostBytes: 1000 } }, async ({ url }) => {
    expect((await announce(url, 600)).status).toBe(201)
    expect(await announce(url, 401)).toMatchObject({ status: 429, problem: { errors: [{ code: 'most-upload-bytes' }] } })
    expect((await announce(url, 400)).status).toBe(201)
  })
})

test('a disk that would be left too full takes no new upload, and says so before the first byte', async () => {
  await withLab({ quota: { reserveBytes: 1e18 } }, async ({ url }) => {
    expect(await announce(url, 10)).toMatchObject({ status: 507, problem: { type: '/problems/storage-full' } })
  })
})

test('a queue that is full takes no new upload, and one that has arrived before can still be claimed', async () => {
  const clip = await renderClip(join(await makeFolder(), 'clip.mp4'), 1, '64x36')
  await withLab({ quota: { mostWaiting: 1 } }, async ({ url }) => {
    const [one, two] = [await sendFile(url, clip), await sendFile(url, clip)]
    expect((await ask(`${url}/api/v1/assets`, { uploadId: one })).status).toBe(201)
    expect(await announce(url, 10)).toMatchObject({ status: 503, problem: { type: '/problems/queue-full' } })
    expect((await ask(`${url}/api/v1/assets`, { uploadId: two })).status).toBe(201)
  })
})

/** A lab whose clock is so many days ahead of the files in its folder. */
const later = (folder: string, days: number, workers = 0): Promise<MediaLab> =>
  openLab({ folder, workers, clock: () => new Date(Date.now() + days * DAY_MS) })

test('an upload whose page was closed too soon can be claimed days later, and is gone after a week', { timeout: 120_000 }, async () => {
  const folder = await makeFolder()
  const clip = await renderClip(join(folder, 'clip.mp4'), 1, '64x36')
  const before = await openLab({ folder, workers: 0 })
  const [kept, left] = [await sendFile(before.url, clip), await sendFile(before.url, clip)]
  await before.close()
  const friday = await later(folder, 6)
  expect((await ask(`${friday.url}/api/v1/assets`, { uploadId: kept })).status).toBe(201)
  await friday.close()
  const june = await later(folder, 8)
  expect((await ask<Asset>(`${june.url}/api/v1/assets/${kept}`)).body.status).toBe('encoding')
  // The sweep goes on beside us from the start on; a claim that comes before it would keep what it is to take.
  const look = (): Promise<Response> => fetch(`${june.url}/api/v1/uploads/${left}`, { method: 'HEAD', headers: HEADERS })
  await expect.poll(async () => (await look()).status, { timeout: 30_000 }).toBe(404)
  expect((await ask(`${june.url}/api/v1/assets`, { uploadId: left })).status).toBe(404)
  await june.close()
})

test('an upload that was claimed a moment before a power cut is not swept after a month without power', { timeout: 120_000 }, async () => {
  const folder = await makeFolder()
  const clip = await renderClip(join(folder, 'clip.mp4'), 1, '64x36')
  const before = await openLab({ folder, workers: 0 })
  const id = await sendFile(before.url, clip)
  const now = new Date()
  // What a claim writes first; its file is still where it arrived.
  const asset = { fileName: 'a.mp4', origin: 'upload', status: 'probing', attempt: 1, createdAt: now, queuedAt: now, sizeBytes: 1 }
  await before.connection.collection<{ _id: string }>('assets').insertOne({ _id: id, ...asset })
  await before.close()
  const after = await later(folder, 30, 1)
  expect(await untilSettled(after.url, id)).toMatchObject({ status: 'ready' })
  await after.close()
})
