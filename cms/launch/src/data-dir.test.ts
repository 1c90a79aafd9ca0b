import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepareDataDir } from './data-dir.ts'

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'legal-data-'))

test('makes what is missing, several levels deep, and leaves nothing else in it', async () => {
  const dataDir = join(await folder(), 'a/b')
  expect(await prepareDataDir({ dataDir, mediaDir: join(dataDir, 'media') })).toBeUndefined()
  expect(await prepareDataDir({ dataDir, mediaDir: join(dataDir, 'media') })).toBeUndefined()
  expect(await readdir(dataDir)).toEqual(['media'])
})

test.each([
  ['below a file', async () => join(await occupied(), 'data')],
  ['in the place of a file', occupied],
  // Node's own recursive mkdir never comes back from here.
  ['in a file system that makes no folders', async () => '/proc/legal/data'],
])('says so when the folder is %s', { timeout: 5_000 }, async (_where, place) => {
  const dataDir = await place()
  expect(await prepareDataDir({ dataDir, mediaDir: join(dataDir, 'media') })).toEqual({ kind: 'data-dir-unwritable', detail: dataDir })
})

async function occupied(): Promise<string> {
  const file = join(await folder(), 'file')
  await writeFile(file, '')
  return file
}
