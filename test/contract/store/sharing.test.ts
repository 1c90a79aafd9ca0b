import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenTarget, targets } from './store-target.ts'

type ChangeStream = mongoose.mongo.ChangeStream
type Document = mongoose.mongo.Document

async function take(stream: ChangeStream, count: number): Promise<Document[]> {
  const events: Document[] = []
  while (events.length < count) events.push(await stream.next())
  return events
}

describe.each(targets)('many at once on $name', ({ open }) => {
  let target: OpenTarget
  beforeAll(async () => {
    target = await open()
  })
  afterAll(async () => {
    expect(target.log).toEqual([])
    await target.close()
  })
  const collection = (name: string) => target.connection.collection(name)

  it('makes one document of 20 parallel upserts', async () => {
    const answers = collection('answers')
    await answers.createIndex({ key: 1 }, { unique: true })
    const upserts = Array.from({ length: 20 }, (_, n) =>
      answers.updateOne({ key: 'k' }, { $setOnInsert: { n }, $inc: { seen: 1 } }, { upsert: true }),
    )
    const results = await Promise.all(upserts)
    expect(results.filter((result) => result.upsertedCount === 1)).toHaveLength(1)
    expect(await answers.find({ key: 'k' }).toArray()).toMatchObject([{ seen: 20 }])
  })

  it('gives each of 50 jobs to exactly one of 16 workers', async () => {
    const jobs = collection('jobs')
    await jobs.createIndex({ state: 1, rank: 1 })
    await jobs.insertMany(Array.from({ length: 50 }, (_, rank) => ({ rank, state: 'waiting' })))
    const taken: number[] = []
    const worker = async (name: number): Promise<void> => {
      for (;;) {
        const change = { $set: { state: 'taken', by: name }, $inc: { attempts: 1 } }
        const job = await jobs.findOneAndUpdate({ state: 'waiting' }, change, { sort: { rank: 1 }, returnDocument: 'after' })
        if (job === null) return
        taken.push(job['rank'])
      }
    }
    await Promise.all(Array.from({ length: 16 }, (_, name) => worker(name)))
    expect(taken.sort((left, right) => left - right)).toEqual(Array.from({ length: 50 }, (_, rank) => rank))
    expect(await jobs.countDocuments({ attempts: 1, state: 'taken' })).toBe(50)
  })

  it('applies a write that is sent twice only once', async () => {
    await collection('retried').insertOne({ _id: 1 as never, n: 0 })
    // A client of its own: its sessions never mix with those of the other tests.
    const client = await target.connect()
    const session = await client.startSession()
    const command = {
      update: 'retried',
      updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }],
      txnNumber: mongoose.mongo.BSON.Long.fromNumber(1_000),
    }
    const database = client.db
    const first = await database?.command(command, { session })
    const second = await database?.command(command, { session })
    await session.endSession()
    await client.close()
    expect(second).toMatchObject({ n: first?.['n'], nModified: 1 })
    expect(await collection('retried').findOne({ _id: 1 as never })).toMatchObject({ n: 1 })
  })

  it('tells changes in order, and again from a token', async () => {
    const watched = collection('watched')
    await watched.insertOne({ _id: 0 as never })
    const stream = watched.watch([], { fullDocument: 'updateLookup' })
    const other = await target.connect()
    const reading = take(stream, 4)
    await untilOpen(stream)
    await other.collection('watched').insertOne({ _id: 1 as never, n: 1 })
    await other.collection('elsewhere').insertOne({ n: 1 })
    await other.collection('watched').updateOne({ _id: 1 as never }, { $set: { 'a.b': 2 }, $unset: { n: '' } })
    await other.collection('watched').replaceOne({ _id: 1 as never }, { m: 1 })
    await other.collection('watched').deleteOne({ _id: 1 as never })
    const events = await reading
    await stream.close()
    expect(events.map((event) => event['operationType'])).toEqual(['insert', 'update', 'replace', 'delete'])
    expect(events[0]).toMatchObject({ fullDocument: { _id: 1, n: 1 }, documentKey: { _id: 1 }, ns: { coll: 'watched' } })
    expect(events[1]).toMatchObject({ updateDescription: { updatedFields: { 'a.b': 2 }, removedFields: ['n'] } })
    const again = watched.watch([], { resumeAfter: events[0]?.['_id'] })
    expect((await take(again, 3)).map((event) => event['_id'])).toEqual(events.slice(1).map((event) => event['_id']))
    await again.close()
  })

  it('watches a database through a filter', async () => {
    const database = target.connection.getClient().db(target.connection.name)
    const stream: ChangeStream = database.watch([{ $match: { 'ns.coll': { $in: ['rails'] } } }])
    const reading = take(stream, 1)
    await untilOpen(stream)
    await collection('noise').insertOne({ n: 1 })
    await collection('rails').insertOne({ _id: 5 as never })
    expect(await reading).toMatchObject([{ operationType: 'insert', ns: { coll: 'rails' }, documentKey: { _id: 5 } }])
    await stream.close()
  })
})

/** A stream opens with its first read; from then on the driver holds a token. */
async function untilOpen(stream: ChangeStream): Promise<void> {
  while (stream.resumeToken === null || stream.resumeToken === undefined) await new Promise((resolve) => setImmediate(resolve))
}
