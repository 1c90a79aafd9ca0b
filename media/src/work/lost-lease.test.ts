import { join } from 'node:path'
import type { AssetId } from '@ulan/contract'
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
