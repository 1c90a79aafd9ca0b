import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSweepLab, type SweepLab } from '../test-sweep-lab.ts'
import { keepMasters } from './keep-masters.ts'

let lab: SweepLab
beforeEach(async () => {
  lab = await openSweepLab()
})
afterEach(() => lab.close())

it('half a copy that nobody goes on with is cleared away, one that is still growing is not', async () => {
  await lab.asset('film', { version: 10 })
  const folder = dirname(lab.needs.layout.masterPath('film'))
  await mkdir(folder, { recursive: true })
  for (const name of ['master-left', 'master-growing']) await writeFile(join(folder, name), 'half')
  const elevenMinutesAgo = new Date(Date.now() - 660_000)
  await utimes(join(folder, 'master-left'), elevenMinutesAgo, elevenMinutesAgo)
  const bucket = { ...lab.needs.store, localPath: () => undefined }
  await keepMasters({ ...lab.needs, store: bucket }, new AbortController().signal)
  expect(await readdir(folder)).toEqual(['master-growing'])
})
