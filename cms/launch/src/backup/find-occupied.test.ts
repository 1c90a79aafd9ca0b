import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose from 'mongoose'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findOccupied } from './find-occupied.ts'

const NEEDS = { logger: pino({ level: 'silent' }), clock: () => new Date(0) }
let folder: string
let dataDir: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-occupied-'))
  dataDir = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const look = (bringsMedia: boolean, mediaDir = join(dataDir, 'media')) =>
  findOccupied({ dataDir, mediaDir, mediaStore: { kind: 'file', folder: mediaDir }, store: { kind: 'embedded' } }, bringsMedia, NEEDS)

it('nothing is in the way where nothing is, and looking makes nothing', async () => {
  expect(await look(true)).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})

it('a disk that was just formatted is empty', async () => {
  await mkdir(join(dataDir, 'lost+found'), { recursive: true })
  expect(await look(true)).toBeUndefined()
})

it.each(['store', 'secret-key', '.hidden'])('%s is in the way', async (name) => {
  await mkdir(join(dataDir, name), { recursive: true })
  expect(await look(true)).toEqual({ kind: 'data-dir-not-empty', detail: dataDir })
})

it('a file in the place of the folder is in the way', async () => {
  await writeFile(dataDir, '')
  expect(await look(true)).toEqual({ kind: 'data-dir-unwritable', detail: dataDir })
})

it('media that are there already are in the way of media only', async () => {
  await mkdir(join(dataDir, 'media/assets'), { recursive: true })
  expect(await look(false)).toBeUndefined()
  expect(await look(true)).toEqual({ kind: 'data-dir-not-empty', detail: dataDir })
  const elsewhere = join(folder, 'srv')
  await rm(dataDir, { recursive: true })
  await mkdir(join(elsewhere, 'assets'), { recursive: true })
  expect(await look(false, elsewhere)).toBeUndefined()
  expect(await look(true, elsewhere)).toEqual({ kind: 'media-not-empty', detail: elsewhere })
})

it('a database elsewhere may have collections, but no documents', async () => {
  const opened = await openEmbeddedStore({ dataDir: join(folder, 'elsewhere') })
  if (!opened.ok) throw new Error(opened.problem.kind)
  const connection = await mongoose.createConnection(opened.store.uri).asPromise()
  const lookThere = () =>
    findOccupied(
      { dataDir, mediaDir: dataDir, mediaStore: { kind: 'file', folder: dataDir }, store: { kind: 'mongodb', uri: opened.store.uri } },
      true,
      NEEDS,
    )
  await connection.createCollection('laws')
  expect(await lookThere()).toBeUndefined()
  await connection.collection('laws').insertOne({ title: '宪法' })
  expect(await lookThere()).toEqual({ kind: 'database-not-empty', detail: 'legal.laws' })
  await connection.close()
  await opened.store.close()
})
