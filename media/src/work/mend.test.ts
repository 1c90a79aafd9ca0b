import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, openLab, until } from '../test-lab.ts'

test('an upload whose taking was cut off by a kill becomes a master, though this machine encodes nothing', async () => {
  const folder = await makeFolder()
  const lab = await openLab({ folder, workers: 0 })
  const uploads = join(folder, 'media/uploads')
  await mkdir(join(uploads, 'cut-off'))
  await writeFile(join(uploads, 'cut-off/file'), 'a film')
  const queuedAt = new Date('2026-01-01T00:00:00Z')
  const asset = { fileName: 'film.mp4', sizeBytes: 6, origin: 'upload', status: 'probing', attempt: 1, createdAt: queuedAt, queuedAt }
  await lab.connection.collection<{ _id: string }>('assets').insertOne({ _id: 'cut-off', ...asset })
  const master = join(folder, 'media/masters/cut-off/master')
  expect(await until(() => readFile(master, 'utf8').catch(() => undefined), 30_000)).toBe('a film')
  await until(async () => ((await readdir(uploads)).length === 0 ? true : undefined))
  const probe = await until(async () => (await lab.connection.collection('units').findOne({ assetId: 'cut-off' })) ?? undefined)
  expect(probe).toMatchObject({ kind: 'probe', state: 'waiting' })
  await lab.close()
})
