import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenTarget, targets } from './store-target.ts'

describe.each(targets)('what is unknown on $name', ({ open }) => {
  let target: OpenTarget
  beforeAll(async () => {
    target = await open()
    await target.connection.collection('things').insertOne({ n: 1, list: [1] })
  })
  afterAll(async () => {
    expect(target.log).toEqual([])
    await target.close()
  })

  /** The text of a refusal, whether it came for the command or for one of its statements. */
  const refusal = async (document: object): Promise<string> => {
    try {
      const reply = await target.connection.db?.command(document as never)
      return String(reply?.['writeErrors']?.[0]?.errmsg ?? 'accepted')
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  it('refuses an answer too large for any message, and goes on', async () => {
    const rows = target.connection.collection<{ _id: number; text: string }>('large')
    for (let id = 0; id < 3; id += 1) await rows.insertOne({ _id: id, text: 'x'.repeat(8_000_000) + String(id) })
    await expect(rows.distinct('text')).rejects.toThrow(/large|big/)
    expect(await rows.countDocuments({})).toBe(3)
  })

  it.each([
    ['$group', { $group: { _id: null, texts: { $push: '$text' } } }],
    ['$project', { $project: { text: { $concat: ['$text', '$text', '$text'] } } }],
    ['$lookup', { $lookup: { from: 'large', pipeline: [], as: 'all' } }],
  ])('refuses what %s makes larger than a document may be, as MongoDB does, and goes on', async (_stage, stage) => {
    const rows = target.connection.collection('large')
    await expect(rows.aggregate([stage]).toArray()).rejects.toMatchObject({ code: 10334, codeName: 'BSONObjectTooLarge' })
    expect(await rows.aggregate([{ $group: { _id: null, count: { $sum: 1 } } }]).toArray()).toEqual([{ _id: null, count: 3 }])
  })

  it.each([
    [{ find: 'things', filter: {}, colour: 1 }, 'colour'],
    [{ update: 'things', updates: [{ q: {}, u: { $set: { n: 2 } }, colour: 1 }] }, 'colour'],
    [{ delete: 'things', deletes: [{ q: {}, limit: 1, colour: 1 }] }, 'colour'],
    [{ aggregate: 'things', pipeline: [], cursor: {}, colour: 1 }, 'colour'],
    [{ aggregate: 'things', pipeline: [{ $colour: 1 }], cursor: {} }, '$colour'],
    [{ aggregate: 'things', pipeline: [{ $project: { x: { $colour: 1 } } }], cursor: {} }, '$colour'],
    [{ aggregate: 'things', pipeline: [{ $group: { _id: 1, x: { $colour: 1 } } }], cursor: {} }, '$colour'],
    [{ find: 'things', filter: { n: { $colour: 1 } } }, '$colour'],
    [{ find: 'things', filter: { $colour: 1 } }, '$colour'],
    [{ update: 'things', updates: [{ q: {}, u: { $colour: { n: 1 } } }] }, '$colour'],
    [{ createIndexes: 'things', indexes: [{ key: { n: 1 }, name: 'n', colour: 1 }] }, 'colour'],
    [{ createIndexes: 'things', indexes: [{ key: { n: 'colour' }, name: 'n' }] }, 'colour'],
    [{ colour: 'things' }, 'colour'],
  ])('is refused by name: %j', async (document, name) => {
    expect(await refusal(document)).toContain(name)
    expect(await target.connection.collection('things').countDocuments({ n: 1 })).toBe(1)
  })

  it.each([
    { find: 'things', filter: { $and: [] } },
    { find: 'things', filter: { n: { $in: 1 } } },
    { find: 'things', filter: { n: { $regex: '(' } } },
    { find: 'things', filter: 5 },
    { find: 'things', limit: 'many' },
    { aggregate: 'things', pipeline: [{ $limit: 0 }], cursor: {} },
    { aggregate: 'things', pipeline: [{ $unwind: 'list' }], cursor: {} },
    { update: 'things', updates: [{ q: {}, u: { $inc: { list: 1 } } }] },
    { update: 'things', updates: [{ q: {}, u: { $push: { n: 1 } } }] },
    { update: 'things', updates: [{ q: {}, u: { $set: { 'n.a': 1 } } }] },
    { insert: 'things', documents: [{ _id: [1] }] },
    { create: '$bad' },
  ])('is a refusal, not a guess: %j', async (document) => {
    expect(await refusal(document)).not.toContain('accepted')
    expect(await target.connection.collection('things').findOne({ n: 1 })).toMatchObject({ list: [1] })
  })
})

describe('opening the embedded store', () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ulan-open-'))
  })
  afterAll(async () => {
    await rm(dataDir, { recursive: true, force: true })
  })

  it('has one owner at a time, and the next one after it closed', async () => {
    const first = await openEmbeddedStore({ dataDir })
    const second = await openEmbeddedStore({ dataDir })
    expect(second).toMatchObject({ ok: false, problem: { kind: 'locked-by-other-process' } })
    if (first.ok) await first.store.close()
    const third = await openEmbeddedStore({ dataDir })
    expect(third.ok).toBe(true)
    if (third.ok) await third.store.close()
  })

  it('ends a connection that speaks something else, and goes on serving the others', async () => {
    const opened = await openEmbeddedStore({ dataDir })
    if (!opened.ok) throw new Error(opened.problem.detail)
    const { store } = opened
    const head = Buffer.alloc(16)
    head.writeInt32LE(16 + 9, 0)
    head.writeInt32LE(2013, 12)
    for (const bytes of [Buffer.from('GET / HTTP/1.1\r\n\r\n'), Buffer.alloc(64, 0xff), Buffer.concat([head, Buffer.alloc(9, 7)])]) {
      const socket = connect(store.socketPath)
      socket.on('error', () => undefined)
      socket.write(bytes)
      await once(socket, 'close')
    }
    const connection = await mongoose.createConnection(store.uri).asPromise()
    expect(await connection.collection('things').countDocuments()).toBe(0)
    await connection.close()
    await store.close()
  })

  it('names what is wrong with a file or a place', async () => {
    await writeFile(join(dataDir, 'store/legal.sqlite'), 'this is no database, only some text that is long enough to be read')
    await rm(join(dataDir, 'store/legal.sqlite-wal'), { force: true })
    expect(await openEmbeddedStore({ dataDir })).toMatchObject({ ok: false, problem: { kind: 'corrupt' } })
    expect(await openEmbeddedStore({ dataDir: '/proc/nowhere' })).toMatchObject({ ok: false, problem: { kind: 'data-dir-unwritable' } })
  })
})
