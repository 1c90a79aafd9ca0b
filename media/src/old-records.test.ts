import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@ulan/contract'
import { assetSchema } from '@ulan/contract/schemas'
import { expect, test } from 'vitest'
import { ask, makeFolder, openLab, renderClip, untilSettled } from './test-lab.ts'

/** As the release before wrote them: one sound at most, a plan without its policy. */
const SOURCE = {
  ...{ demuxer: 'mov', durationSeconds: 2, audio: { streamIndex: 1, codec: 'aac', channels: 2 } },
  video: { streamIndex: 0, codec: 'h264', widthPx: 320, heightPx: 180, firstPts: 0, firstSeconds: 0, isInterlaced: false, transfer: 'sdr' },
}
const PLAN = {
  source: SOURCE,
  frameRate: { numerator: 25, denominator: 1 },
  frameCount: 50,
  segmentCount: 1,
  rungs: [{ name: '180p' }],
  units: [],
}
const record = (_id: string, more: object) => ({
  ...{ _id, fileName: 'show.mp4', sizeBytes: 10, origin: 'upload', attempt: 1, source: SOURCE, plan: PLAN },
  ...{ createdAt: new Date(), queuedAt: new Date(0), ...more },
})
const RUNGS = [{ name: '180p', state: 'done', segmentsDone: 1, segmentsTotal: 1 }]

test('what the release before published is still there, and what it was encoding begins anew', { timeout: 200_000 }, async () => {
  const folder = await makeFolder()
  const before = await openLab({ folder, workers: 0 })
  const ready = record('published', { status: 'ready', version: 7, durationSeconds: 2, rungs: RUNGS })
  await before.connection.collection<{ _id: string }>('assets').insertMany([ready, record('begun', { status: 'encoding' })])
  await before.close()
  await mkdir(join(folder, 'media/masters/begun'), { recursive: true })
  await renderClip(join(folder, 'media/masters/begun/master.mp4'), 2, '320x180')
  await rename(join(folder, 'media/masters/begun/master.mp4'), join(folder, 'media/masters/begun/master'))
  const after = await openLab({ folder })
  const { body } = await ask<Asset>(`${after.url}/api/v1/assets/published`)
  expect(assetSchema.parse(body)).toMatchObject({
    status: 'ready',
    playlistUrl: '/media/published/7/master.m3u8',
    rungs: RUNGS,
    audios: [],
  })
  expect((await ask<{ items: readonly Asset[] }>(`${after.url}/api/v1/assets`)).body.items).toHaveLength(2)
  expect(await untilSettled(after.url, 'begun')).toMatchObject({ status: 'ready', attempt: 2, durationSeconds: 2 })
  await after.close()
  await rm(folder, { recursive: true, force: true })
})
