import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { AssetId } from '@ulan/contract'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { makeFolder, openLab, renderClip, until, untilSettled } from '../test-lab.ts'

test('a worker whose unit was taken stops at once and writes nothing; the title is finished all the same', {
  timeout: 280_000,
}, async () => {
  const lab = await openLab({ lease: { heartbeatMs: 50, expiryMs: 30_000 } })
  const units = lab.connection.collection<{ _id: string; fence: number }>('units')
  const id = 'taken' as AssetId // a test id
  await lab.media.library.reserveAsset(id, 'taken.mp4')
  await lab.media.library.importMaster(id, await renderClip(join(await makeFolder(), 'clip.mp4'), 20))
  const name = 'taken.1.v00001-240p'
  await until(async () => (await units.findOne({ _id: name, state: 'running' })) ?? undefined, 120_000)
  // As another worker would: a higher fence, but a lease that is over at once, so that the unit can be claimed again.
  await units.updateOne({ _id: name, state: 'running' }, { $inc: { fence: 10 }, $set: { worker: 'elsewhere', leaseUntil: new Date(0) } })
  const again = await until(async () => (await units.findOne({ _id: name, fence: { $gt: 11 } })) ?? undefined, 120_000)
  expect(again.fence).toBe(12)
  expect(await untilSettled(lab.url, id)).toMatchObject({ status: 'ready', attempt: 1, durationSeconds: 20 })
  await lab.close()
})

test('a worker that slept through its lease, and finds its files cleared away, has not failed', { timeout: 120_000 }, async () => {
  const lines: { readonly level: number; readonly unit?: string; readonly msg: string }[] = []
  const kept = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)))
      done()
    },
  })
  // It hears nothing of its lease while it works.
  const lab = await openLab({ lease: { heartbeatMs: 600_000, expiryMs: 3_600_000 }, logger: pino({ level: 'debug' }, kept) })
  const units = lab.connection.collection<{ _id: string; state: string; fence: number }>('units')
  const id = 'asleep' as AssetId // a test id
  await lab.media.library.reserveAsset(id, 'asleep.mp4')
  await lab.media.library.importMaster(id, await renderClip(join(await makeFolder(), 'clip.mp4'), 20))
  const name = 'asleep.1.v00001-240p'
  await until(async () => (await units.findOne({ _id: name, state: 'running' })) ?? undefined, 60_000)
  await units.updateOne({ _id: name }, { $inc: { fence: 10 }, $set: { worker: 'elsewhere' } })
  const told = await until(async () => {
    // Its encoder may still be writing there.
    await rm(join(lab.folder, 'media/work', id, '1'), { recursive: true, force: true, maxRetries: 10 })
    return lines.find(({ unit, level }) => unit === name && level >= 40)
  }, 60_000)
  expect(told.msg).toBe('lease lost')
  // The next unit may have had files in that folder already: what it says of that is its own.
  expect(lines.filter(({ unit, level }) => unit === name && level >= 50)).toEqual([])
  expect(await units.findOne({ _id: name })).toMatchObject({ state: 'running', worker: 'elsewhere', failures: 0 })
  await lab.close()
})
