import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Binary, Int32, Long } from 'bson'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepareFile } from '../engine/file-format.ts'
import { SqliteConnection } from '../engine/sqlite-connection.ts'
import { type BsonDocument, decodeDocument, encodeDocument, isArray, isDocument } from '../value/bson-value.ts'
import { StoreEngine } from './store-engine.ts'
import { storeFileOf } from './store-file.ts'

const [ZERO, ONE, TWO] = [new Int32(0), new Int32(1), new Int32(2)]

let directory: string
let nowMs: number
/** How far the clock moves at each look. */
let stepMs: number
let ids: number
let log: string[]
let engine: StoreEngine
let writer: SqliteConnection

function openEngine(): StoreEngine {
  const newId = (): Uint8Array => {
    ids += 1
    return Buffer.alloc(16, ids)
  }
  writer = new SqliteConnection(storeFileOf(directory), { readOnly: false })
  expect(prepareFile(writer, newId())).toBeUndefined()
  const clock = (): number => {
    nowMs += stepMs
    return nowMs
  }
  const world = { nowMs: clock, newId }
  return new StoreEngine({ directory, socketPath: '/unused.sock', replicaSet: 'legal', world, log: (line) => log.push(line), writer })
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ulan-engine-'))
  nowMs = Date.UTC(2026, 10, 24)
  stepMs = 0
  ids = 0
  log = []
  engine = openEngine()
})

afterEach(() => {
  engine.close()
  rmSync(directory, { recursive: true })
  expect(log).toEqual([])
})

async function ask(body: BsonDocument): Promise<BsonDocument> {
  // Both ways through BSON, as on the wire.
  const reply = await engine.answer(decodeDocument(encodeDocument({ ...body, $db: 'legal' })), 1)
  return decodeDocument(reply instanceof Uint8Array ? reply : encodeDocument(reply))
}

async function list(body: BsonDocument): Promise<readonly BsonDocument[]> {
  const cursor = (await ask(body))['cursor']
  const documents = isDocument(cursor) ? (cursor['firstBatch'] ?? cursor['nextBatch']) : []
  return isArray(documents) ? documents.filter(isDocument) : []
}

const session = (fill: number): BsonDocument => ({ id: new Binary(Buffer.alloc(16, fill), Binary.SUBTYPE_UUID) })
const inTransaction = (fill: number, number: number, start = false): BsonDocument => ({
  lsid: session(fill),
  txnNumber: Long.fromNumber(number),
  autocommit: false,
  ...(start ? { startTransaction: true } : {}),
})

describe('a repeated write', () => {
  const write = (txn: number): BsonDocument => ({
    findAndModify: 'counter',
    query: { _id: 'c' },
    update: { $inc: { n: 1 } },
    upsert: true,
    new: true,
    lsid: session(1),
    txnNumber: Long.fromNumber(txn),
  })

  it('gets its first reply again, also after a restart', async () => {
    const first = await ask(write(5))
    expect(await ask(write(5))).toEqual(first)
    engine.close()
    engine = openEngine()
    expect(await ask(write(5))).toEqual(first)
    expect(await list({ find: 'counter' })).toMatchObject([{ n: { value: 1 } }])
    expect(await ask(write(4))).toMatchObject({ ok: ZERO, codeName: 'TransactionTooOld' })
  })

  it('is forgotten when no driver can ask any more', async () => {
    await ask(write(5))
    nowMs += 31 * 60_000
    await engine.upkeep()
    await ask(write(5))
    expect(await list({ find: 'counter' })).toMatchObject([{ n: { value: 2 } }])
  })
})

describe('documents with a time to live', () => {
  it('go when it is over, of an array by the earliest date', async () => {
    await ask({ createIndexes: 'token', indexes: [{ key: { at: 1 }, name: 'at_1', expireAfterSeconds: 60 }] })
    const at = (seconds: number): Date => new Date(nowMs + seconds * 1000)
    const documents = [
      { _id: 1, at: at(-30) },
      { _id: 2, at: at(0) },
      { _id: 3, at: [at(90), at(-20)] },
      { _id: 4, at: 'never' },
      { _id: 5 },
    ]
    await ask({ insert: 'token', documents })
    nowMs += 45_000
    await engine.upkeep()
    expect((await list({ find: 'token' })).map((each) => String(each['_id']))).toEqual(['2', '4', '5'])
    await ask({ collMod: 'token', index: { name: 'at_1', expireAfterSeconds: 10 } })
    await engine.upkeep()
    expect((await list({ find: 'token' })).map((each) => String(each['_id']))).toEqual(['4', '5'])
  })
})

describe('a transaction', () => {
  beforeEach(async () => {
    await ask({ create: 'row' })
  })

  it('that nobody goes on with makes way for others', async () => {
    await ask({ insert: 'row', documents: [{ _id: 1 }], ...inTransaction(1, 1, true) })
    const outside = ask({ insert: 'row', documents: [{ _id: 2 }] })
    nowMs += 6_000
    engine.expireTransactions()
    expect(await outside).toMatchObject({ n: ONE, ok: ONE })
    expect(await ask({ commitTransaction: 1, ...inTransaction(1, 1) })).toMatchObject({
      codeName: 'NoSuchTransaction',
      errorLabels: ['TransientTransactionError'],
    })
    expect((await list({ find: 'row' })).map((each) => String(each['_id']))).toEqual(['2'])
  })

  it('ends with the connection of its client', async () => {
    await ask({ insert: 'row', documents: [{ _id: 1 }], ...inTransaction(1, 1, true) })
    engine.connectionClosed(1)
    expect(await ask({ insert: 'row', documents: [{ _id: 1 }] })).toMatchObject({ n: ONE })
  })

  it('may be committed twice', async () => {
    await ask({ insert: 'row', documents: [{ _id: 1 }], ...inTransaction(1, 1, true) })
    expect(await ask({ commitTransaction: 1, ...inTransaction(1, 1) })).toMatchObject({ ok: ONE })
    expect(await ask({ commitTransaction: 1, ...inTransaction(1, 1) })).toMatchObject({ ok: ONE })
    expect(await ask({ insert: 'row', documents: [{ _id: 2 }], ...inTransaction(1, 1) })).toMatchObject({
      codeName: 'TransactionCommitted',
    })
  })

  it('takes the writer first when its last try conflicted', async () => {
    await list({ find: 'row', ...inTransaction(1, 1, true) })
    await ask({ insert: 'row', documents: [{ _id: 1 }] })
    expect(await ask({ insert: 'row', documents: [{ _id: 2 }], ...inTransaction(1, 1) })).toMatchObject({ codeName: 'WriteConflict' })
    await list({ find: 'row', ...inTransaction(1, 2, true) })
    const outside = ask({ insert: 'row', documents: [{ _id: 3 }] })
    expect(await ask({ insert: 'row', documents: [{ _id: 2 }], ...inTransaction(1, 2) })).toMatchObject({ n: ONE })
    expect(await ask({ commitTransaction: 1, ...inTransaction(1, 2) })).toMatchObject({ ok: ONE })
    expect(await outside).toMatchObject({ n: ONE })
  })

  it('holds no command that makes no sense in it', async () => {
    expect(await ask({ drop: 'row', ...inTransaction(1, 1, true) })).toMatchObject({ codeName: 'OperationNotSupportedInTransaction' })
  })
})

describe('a change stream', () => {
  const open = (options: BsonDocument): BsonDocument => ({ aggregate: 'row', pipeline: [{ $changeStream: options }], cursor: {} })

  it('goes on after a restart, and says so when its place has been trimmed away', async () => {
    await ask({ insert: 'row', documents: [{ _id: 0 }] })
    const cursor = (await ask(open({})))['cursor']
    const token = isDocument(cursor) ? cursor['postBatchResumeToken'] : undefined
    await ask({ insert: 'row', documents: [{ _id: 1 }] })
    engine.close()
    engine = openEngine()
    expect(await list(open({ resumeAfter: token }))).toMatchObject([{ operationType: 'insert', documentKey: { _id: { value: 1 } } }])
    nowMs += 25 * 3_600_000
    await engine.upkeep()
    expect(await ask(open({ resumeAfter: token }))).toMatchObject({ codeName: 'ChangeStreamHistoryLost' })
    expect(await ask(open({ resumeAfter: { _data: 'zz' } }))).toMatchObject({ codeName: 'BadValue' })
  })

  it('ends when its collection is dropped', async () => {
    await ask({ insert: 'row', documents: [{ _id: 0 }] })
    const start = (await ask(open({})))['cursor']
    const token = isDocument(start) ? start['postBatchResumeToken'] : undefined
    await ask({ drop: 'row' })
    expect((await list(open({ resumeAfter: token }))).map((event) => event['operationType'])).toEqual(['drop', 'invalidate'])
  })
})

describe('the store', () => {
  it('tells the truth in explain', async () => {
    await ask({ createIndexes: 'row', indexes: [{ key: { n: 1 }, name: 'n_1' }] })
    await ask({ insert: 'row', documents: Array.from({ length: 50 }, (_, n) => ({ n, m: n })) })
    const explained = (filter: BsonDocument) => ask({ explain: { find: 'row', filter }, verbosity: 'executionStats' })
    expect(await explained({ n: 7 })).toMatchObject({
      queryPlanner: { winningPlan: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'n_1' } } },
      executionStats: { nReturned: ONE, totalKeysExamined: ONE, totalDocsExamined: ONE },
    })
    expect(await explained({ m: 7 })).toMatchObject({
      queryPlanner: { winningPlan: { stage: 'COLLSCAN' } },
      executionStats: { nReturned: ONE, totalKeysExamined: ZERO, totalDocsExamined: new Int32(50) },
    })
  })

  it('finds the same with and without an index', async () => {
    const values = [1, 2.5, '1', null, [1, 2], [], { a: 1 }, new Date(5), true, [null], [[1]]]
    const documents = values.map((v, _id) => ({ _id, v, w: _id % 3 }))
    await ask({ insert: 'plain', documents })
    await ask({ insert: 'row', documents })
    await ask({
      createIndexes: 'row',
      indexes: [
        { key: { w: 1, v: -1 }, name: 'wv' },
        { key: { v: 1 }, name: 'v' },
      ],
    })
    const filters = [
      1,
      '1',
      null,
      true,
      { a: 1 },
      { $in: [1, null, '1'] },
      { $gte: 1 },
      { $lt: 2, $gt: 0 },
      { $gt: '' },
      { $lte: new Date(5) },
    ]
    for (const v of filters) {
      for (const filter of [{ v }, { v, w: 1 }, { w: { $in: [0, 2] }, v }, { $or: [{ v }, { w: 0 }] }]) {
        const found = async (find: string) => (await list({ find, filter, sort: { _id: 1 } })).map((each) => String(each['_id']))
        expect({ filter, found: await found('row') }).toEqual({ filter, found: await found('plain') })
      }
    }
  })

  it('builds a unique index only over data that meet it', async () => {
    await ask({ insert: 'row', documents: [{ a: 1 }, { a: 1 }] })
    const index = { key: { a: 1 }, name: 'a_1', unique: true }
    expect(await ask({ createIndexes: 'row', indexes: [index] })).toMatchObject({ codeName: 'DuplicateKey', keyPattern: { a: ONE } })
    expect(await list({ listIndexes: 'row' })).toHaveLength(1)
    await ask({ delete: 'row', deletes: [{ q: { a: 1 }, limit: 1 }] })
    expect(await ask({ createIndexes: 'row', indexes: [index] })).toMatchObject({ ok: ONE })
    expect(await ask({ createIndexes: 'row', indexes: [{ ...index, unique: false }] })).toMatchObject({ codeName: 'IndexOptionsConflict' })
    expect(await ask({ dropIndexes: 'row', index: 'a_1' })).toMatchObject({ ok: ONE })
    expect(await ask({ insert: 'row', documents: [{ a: 1 }, { a: 1 }] })).toMatchObject({ n: TWO })
  })

  it('copies itself while it is in use', async () => {
    await ask({ insert: 'row', documents: [{ _id: 1 }] })
    const path = join(directory, 'copy.sqlite')
    const [copied] = await Promise.all([ask({ ulanBackup: path }), ask({ insert: 'row', documents: [{ _id: 2 }] })])
    expect(copied).toMatchObject({ ok: ONE })
    const copy = new SqliteConnection(path, { readOnly: true })
    expect(copy.row('SELECT count(*) FROM collection')).toEqual([1])
    copy.close()
    expect(await ask({ ulanBackup: path })).toMatchObject({ ok: ZERO })
  })

  it('stops a scan that takes longer than it may', async () => {
    await ask({ insert: 'row', documents: Array.from({ length: 600 }, (_, n) => ({ n })) })
    stepMs = 10
    expect(await ask({ find: 'row', filter: { m: 1 }, maxTimeMS: 5 })).toMatchObject({ codeName: 'MaxTimeMSExpired' })
  })

  it('says so when the disk is full, goes on reading, and writes again when there is room', async () => {
    await ask({ create: 'row' })
    writer.exec('PRAGMA max_page_count = 60')
    const write = (_id: number) => ask({ insert: 'row', documents: [{ _id, text: 'x'.repeat(20_000) }] })
    const replies: BsonDocument[] = []
    while (replies.at(-1)?.['codeName'] === undefined && replies.length < 100) replies.push(await write(replies.length))
    expect(replies.at(-1)).toMatchObject({ ok: ZERO, codeName: 'OutOfDiskSpace' })
    const answered = replies.length - 1
    expect(await list({ find: 'row' })).toHaveLength(answered)
    writer.exec('PRAGMA max_page_count = 6000')
    expect(await Promise.all([write(1_000), write(1_001)])).toMatchObject([{ n: ONE }, { n: ONE }])
    expect(await list({ find: 'row' })).toHaveLength(answered + 2)
  })

  it('renames a collection with what is in it', async () => {
    await ask({ insert: 'row', documents: [{ _id: 1 }] })
    expect(await ask({ renameCollection: 'legal.row', to: 'legal.line' })).toMatchObject({ ok: ONE })
    expect(await list({ find: 'line' })).toHaveLength(1)
    expect(await list({ find: 'row' })).toHaveLength(0)
  })
})
