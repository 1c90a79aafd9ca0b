import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose from 'mongoose'
import { expect, test } from 'vitest'
import { AssetStore } from '../storage/asset-store.ts'
import { createFileLayout } from '../store/file-layout.ts'
import { makeFolder } from '../test-lab.ts'
import { sweepWork } from './sweep-work.ts'

test('what was made for attempts that are over goes, also when another machine ended them', async () => {
  const folder = await makeFolder()
  const opened = await openEmbeddedStore({ dataDir: folder })
  if (!opened.ok) throw new Error(opened.problem.kind)
  const connection = await mongoose.createConnection(opened.store.uri).asPromise()
  try {
    const assets = new AssetStore(connection, () => new Date('2026-01-01T00:00:00Z'))
    const layout = createFileLayout(folder)
    expect(await sweepWork({ assets, layout })).toBe(0)
    for (const [id, status] of [
      ['under-way', 'encoding'],
      ['published', 'ready'],
    ] as const) {
      await assets.insert({ _id: id, fileName: `${id}.mp4`, origin: 'upload', status })
    }
    for (const [id, attempt] of [
      ['under-way', 0],
      ['under-way', 1],
      ['published', 1],
      ['unknown', 1],
    ] as const) {
      await mkdir(layout.unitDirectory(id, attempt, 'audio'), { recursive: true })
      await writeFile(join(layout.unitDirectory(id, attempt, 'audio'), 'result.json'), '[]')
    }
    expect(await sweepWork({ assets, layout })).toBe(3)
    expect(await readdir(layout.work)).toEqual(['under-way'])
    expect(await readdir(join(layout.work, 'under-way'))).toEqual(['1'])
  } finally {
    await connection.close()
    await opened.store.close()
  }
})
