import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose, { mongo } from 'mongoose'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chunkEntry } from './archive-format.ts'
import { bufferEntry, readArchive } from './archive-reader.ts'
import { ArchiveWriter } from './archive-writer.ts'
import type { BsonRow } from './document-codec.ts'
import { dumpStore } from './dump-store.ts'
import { compareCollection, finishCollection, loadChunk } from './load-store.ts'
import { createProgress } from './progress.ts'
import { readRows } from './store-rows.ts'
import { collectionNames, databaseOf, onSnapshot } from './store-snapshot.ts'

const { Int32, Double, ObjectId } = mongo.BSON
const QUIET = createProgress({ write: () => undefined }, () => 0)
let folder: string
let close: () => Promise<void>
let connection: mongoose.Connection
let source: mongo.Db
let target: mongo.Db

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-copy-'))
  const opened = await openEmbeddedStore({ dataDir: folder })
  if (!opened.ok) throw new Error(opened.problem.kind)
  connection = await mongoose.createConnection(opened.store.uri).asPromise()
  source = databaseOf(connection)
  target = connection.getClient().db('restored')
  close = () => opened.store.close()
})
afterEach(async () => {
  await connection.close()
  await close()
  await rm(folder, { recursive: true, force: true })
})

const rowsOf = (database: mongo.Db, name: string) => database.collection<BsonRow>(name)
const idsOf = async (name: string, session?: mongo.ClientSession): Promise<unknown[]> => {
  const ids: unknown[] = []
  for await (const row of readRows(rowsOf(source, name), session)) ids.push(row._id)
  return ids
}

/** Dumps everything and loads it into the other database; what differs there. */
async function copy(leftOut: readonly string[] = []): Promise<readonly string[]> {
  const file = join(folder, 'b.ulan')
  const writer = await ArchiveWriter.open(file, new Date(0))
  const { collections } = await onSnapshot(connection, 'embedded', (snapshot) => dumpStore(snapshot, leftOut, writer, QUIET))
  await writer.finish()
  const chunks = new Map(
    collections.flatMap(({ name, chunks: n }) => Array.from({ length: n }, (_, at) => [chunkEntry(name, at + 1), name])),
  )
  for await (const entry of readArchive(file)) {
    await loadChunk(target, chunks.get(entry.name) ?? 'nowhere', (await bufferEntry(entry)).bytes)
  }
  const differences = await Promise.all(collections.map((each) => compareCollection(target, each)))
  for (const each of collections) await finishCollection(target, each)
  return differences.filter((difference) => difference !== undefined)
}

it('a copy has every document in the kinds it had, and the indexes', async () => {
  await rowsOf(source, 'laws').insertMany([
    { _id: 'b', n: new Int32(1) },
    { _id: 'a', n: new Double(1), at: new Date(0), list: [null, '法'] },
  ])
  await rowsOf(source, 'staff').insertOne({ _id: new ObjectId(), email: 'a@b.cn' })
  await source.collection('staff').createIndex({ email: 1 }, { unique: true })
  await source.collection('staff').createIndex({ at: 1 }, { expireAfterSeconds: 60 })
  await rowsOf(source, 'units').insertOne({ _id: 'u' })
  await source.createCollection('empty')
  expect(await copy(['units'])).toEqual([])
  expect(await collectionNames(target)).toEqual(['empty', 'laws', 'staff'])
  const laws = await rowsOf(target, 'laws').find({}, { promoteValues: false }).sort({ _id: 1 }).toArray()
  expect(laws.map(({ n }) => n)).toEqual([new Double(1), new Int32(1)])
  const indexesOf = (database: mongo.Db) => database.collection('staff').listIndexes().toArray()
  expect(await indexesOf(target)).toEqual(await indexesOf(source))
  expect(await indexesOf(target)).toHaveLength(3)
})

it('a collection of many chunks is copied to its last document', async () => {
  const text = 'x'.repeat(9_000)
  await rowsOf(source, 'attempts').insertMany(
    Array.from({ length: 1_200 }, (_, n) => ({ _id: `t${String(n)}`, text: `${text}${String(n)}` })),
  )
  expect(await copy()).toEqual([])
  expect(await target.collection('attempts').countDocuments()).toBe(1_200)
})

it('a document that is missing, changed or too many is told', async () => {
  await rowsOf(source, 'laws').insertMany([{ _id: 'a' }, { _id: 'b', n: 1 }])
  const summary = await onSnapshot(connection, 'embedded', async (snapshot) => {
    const writer = await ArchiveWriter.open(join(folder, 'b.ulan'), new Date(0))
    const dumped = await dumpStore(snapshot, [], writer, QUIET)
    await writer.abandon()
    return dumped.collections[0]
  })
  if (summary === undefined) throw new Error('laws were not dumped')
  await rowsOf(target, 'laws').insertOne({ _id: 'a' })
  expect(await compareCollection(target, summary)).toBe('laws has 1 of 2 documents')
  await rowsOf(target, 'laws').insertOne({ _id: 'b', n: 2 })
  expect(await compareCollection(target, summary)).toBe('laws does not have the documents of the backup')
  await target.collection<{ _id: string }>('laws').updateOne({ _id: 'b' }, { $set: { n: 1 } })
  expect(await compareCollection(target, summary)).toBeUndefined()
})

it('ids of several kinds are all read, and in order', async () => {
  const ids = [new Int32(5), 'a', 'b', new ObjectId(), new Date(0)]
  await rowsOf(source, 'mixed').insertMany(ids.toReversed().map((_id) => ({ _id })))
  expect(await idsOf('mixed')).toEqual(ids)
})

it('more documents than a page are read once each', async () => {
  await rowsOf(source, 'many').insertMany(Array.from({ length: 1_001 }, (_, n) => ({ _id: n })))
  const ids = await idsOf('many')
  expect([ids.length, new Set(ids.map(String)).size]).toEqual([1_001, 1_001])
})

it('a snapshot stays as it was while others write, also into what was not there yet', async () => {
  await rowsOf(source, 'attempts').insertMany([{ _id: 'a' }, { _id: 'b' }])
  await onSnapshot(connection, 'embedded', async ({ session }) => {
    await rowsOf(source, 'attempts').insertOne({ _id: 'c' })
    await source.collection<{ _id: string }>('attempts').deleteOne({ _id: 'a' })
    await rowsOf(source, 'new').insertOne({ _id: 'n' })
    expect(await idsOf('attempts', session)).toEqual(['a', 'b'])
    expect(await idsOf('new', session)).toEqual([])
  })
  expect(await idsOf('attempts')).toEqual(['b', 'c'])
})

it('an empty database is nothing to back up', async () => {
  await expect(onSnapshot(connection, 'embedded', () => Promise.resolve())).rejects.toMatchObject({ problem: { kind: 'store-empty' } })
})
