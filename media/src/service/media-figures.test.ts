import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose from 'mongoose'
import { expect, test } from 'vitest'
import { AssetStore } from '../storage/asset-store.ts'
import { UnitStore } from '../storage/unit-store.ts'
import { createFileLayout } from '../store/file-layout.ts'
import { makeFolder } from '../test-lab.ts'
import { readMediaFigures } from './media-figures.ts'

test('figures are of what is there, and of nothing at first', async () => {
  const folder = await makeFolder()
  const opened = await openEmbeddedStore({ dataDir: folder })
  if (!opened.ok) throw new Error(opened.problem.kind)
  const connection = await mongoose.createConnection(opened.store.uri).asPromise()
  const clock = (): Date => new Date('2026-01-01T00:00:00Z')
  const assets = new AssetStore(connection, clock)
  const units = new UnitStore(connection, clock, { heartbeatMs: 10_000, expiryMs: 30_000 })
  const layout = createFileLayout(folder)
  await mkdir(join(layout.uploads, 'one'), { recursive: true })
  try {
    const empty = await readMediaFigures({ assets, units, layout })
    expect(empty).toEqual({ assets: {}, unitsWaiting: 0, unitsRunning: 0, uploadsOpen: 1, freeBytes: expect.any(Number) })
    expect(empty.freeBytes).toBeGreaterThan(0)
    for (const [id, status] of [
      ['a', 'ready'],
      ['b', 'ready'],
      ['c', 'failed'],
    ] as const) {
      await assets.insert({ _id: id, fileName: `${id}.mp4`, origin: 'upload', status })
    }
    const unit = (name: string) =>
      ({
        assetId: 'a',
        attempt: 1,
        step: { kind: 'audio', name, segmentCount: 3, isFirst: false },
        priority: 1,
        queuedAt: clock(),
        order: 1,
      }) as const
    await units.add(['x', 'y', 'z'].map(unit))
    await units.claim('worker')
    expect(await readMediaFigures({ assets, units, layout })).toMatchObject({
      assets: { ready: 2, failed: 1 },
      unitsWaiting: 2,
      unitsRunning: 1,
    })
  } finally {
    await connection.close()
    await opened.store.close()
  }
})
