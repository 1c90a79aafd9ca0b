import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  chunkEntry,
  HEADER_ENTRY,
  inventoryEntry,
  MANIFEST_ENTRY,
  type Manifest,
  mediaEntry,
  SEAL_ENTRY,
  writeHeader,
  writeInventory,
  writeManifest,
  writeSeal,
} from './archive-format.ts'
import { ArchiveWriter } from './archive-writer.ts'
import { type BackupProblem, BackupTrouble } from './backup-problem.ts'
import { checkArchive } from './check-archive.ts'
import { createProgress } from './progress.ts'

const QUIET = createProgress({ write: () => undefined }, () => 0)
const AT = '2026-11-26T00:00:00.000Z'
const KEY = 'assets/a1/7/0.m4s'
let folder: string
let whole: Buffer
let manifest: Manifest

/** A backup of one chunk and one media file, written as the product does. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-check-'))
  const file = join(folder, 'whole.ulan')
  const writer = await ArchiveWriter.open(file, new Date(AT))
  const entries = [await writer.add(HEADER_ENTRY, Buffer.from(writeHeader({ release: '0.1.0', takenAt: AT, hasMedia: true })))]
  entries.push(await writer.add(chunkEntry('laws', 1), Buffer.from('first, second, third')))
  const { sizeBytes, sha256 } = await writer.add(mediaEntry(KEY), Buffer.alloc(700, 5))
  const inventory = { assetId: 'a1', files: [{ key: KEY, sizeBytes, sha256 }] }
  entries.push(await writer.add(inventoryEntry('a1'), Buffer.from(writeInventory(inventory))))
  const media = { isIncluded: true, assets: 1, files: 1, sizeBytes, unfinished: 0, missing: [] }
  const laws = { name: 'laws', documents: 3, sizeBytes: 20, sha256, chunks: 1, indexes: [] }
  manifest = { takenAt: AT, hasSecretKey: false, collections: [laws], media, entries }
  const written = await writer.add(MANIFEST_ENTRY, Buffer.from(writeManifest(manifest)))
  await writer.add(SEAL_ENTRY, Buffer.from(writeSeal(written.sha256)))
  await writer.finish()
  whole = await readFile(file)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What is wrong with these bytes; undefined when nothing is. Anything but a problem fails the test. */
async function problemOf(bytes: Buffer): Promise<BackupProblem | undefined> {
  const file = join(folder, 'spoilt.ulan')
  await writeFile(file, bytes)
  return await checkArchive(file, QUIET).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof BackupTrouble) return error.problem
      throw error
    },
  )
}

it('what is whole is told with its lists', async () => {
  expect(await problemOf(whole)).toBeUndefined()
  expect((await checkArchive(join(folder, 'whole.ulan'), QUIET)).manifest).toEqual(manifest)
})

/** A sum in a heading may be written in several ways: a blank is as good as a leading zero, and its last byte means nothing. */
const isOfSum = (at: number): boolean => at % 512 >= 148 && at % 512 < 156

it('no changed byte goes unnoticed, but in what fills a block up', async () => {
  const unnoticed: number[] = []
  for (let at = 0; at < whole.length; at += 19) {
    const spoilt = Buffer.from(whole)
    spoilt[at] = (whole[at] ?? 0) ^ (1 << (at % 8))
    if ((await problemOf(spoilt)) === undefined) unnoticed.push(at)
  }
  expect(unnoticed.filter((at) => whole[at] !== 0 && !isOfSum(at))).toEqual([])
})

it('wherever it ends too early, it is cut short', async () => {
  for (let size = 512; size < whole.length; size += 256)
    expect([size, (await problemOf(whole.subarray(0, size)))?.kind]).toEqual([size, 'cut-short'])
})

it('what is changed is named', async () => {
  const spoilt = Buffer.from(whole)
  spoilt.write('First', whole.indexOf('first'))
  spoilt[whole.indexOf(Buffer.alloc(700, 5)) + 9] = 6
  expect(await problemOf(spoilt)).toEqual({
    kind: 'damaged',
    detail: 'media/assets/a1/7/0.m4s is not as it was written; store/laws/000001.bson.gz is not as it was written',
  })
})
