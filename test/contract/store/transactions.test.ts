import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenTarget, targets } from './store-target.ts'

describe.each(targets)('transactions on $name', ({ open }) => {
  let target: OpenTarget
  beforeAll(async () => {
    target = await open()
    await target.connection.createCollection('account')
  })
  afterAll(async () => {
    expect(target.log).toEqual([])
    await target.close()
  })
  const accounts = () => target.connection.collection('account')
  const balance = async (id: string): Promise<number> => (await accounts().findOne({ _id: id as never }))?.['sum'] ?? Number.NaN

  it('commits all or nothing, and shows nothing before', async () => {
    await accounts().insertMany([
      { _id: 'a' as never, sum: 10 },
      { _id: 'b' as never, sum: 0 },
    ])
    const session = await target.connection.startSession()
    await session.withTransaction(async () => {
      await accounts().updateOne({ _id: 'a' as never }, { $inc: { sum: -4 } }, { session })
      await accounts().updateOne({ _id: 'b' as never }, { $inc: { sum: 4 } }, { session })
      expect(await balance('a')).toBe(10)
      expect((await accounts().findOne({ _id: 'a' as never }, { session }))?.['sum']).toBe(6)
    })
    expect([await balance('a'), await balance('b')]).toEqual([6, 4])
    const failed = session.withTransaction(async () => {
      await accounts().updateOne({ _id: 'a' as never }, { $inc: { sum: -4 } }, { session })
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await balance('a')).toBe(6)
    await session.endSession()
  })

  it('reads one state throughout', async () => {
    const session = await target.connection.startSession()
    session.startTransaction({ readConcern: { level: 'snapshot' } })
    const before = await accounts().findOne({ _id: 'a' as never }, { session })
    await accounts().updateOne({ _id: 'a' as never }, { $set: { sum: 100 } })
    expect(await accounts().findOne({ _id: 'a' as never }, { session })).toEqual(before)
    await session.commitTransaction()
    expect(await balance('a')).toBe(100)
    await session.endSession()
  })

  it('tells a transaction whose reads have been overtaken to try again', async () => {
    const session = await target.connection.startSession()
    session.startTransaction()
    await accounts().findOne({ _id: 'a' as never }, { session })
    await accounts().updateOne({ _id: 'a' as never }, { $set: { sum: 1 } })
    const late = accounts().updateOne({ _id: 'a' as never }, { $inc: { sum: 5 } }, { session })
    await expect(late).rejects.toMatchObject({ code: 112, errorLabels: ['TransientTransactionError'] })
    await session.abortTransaction()
    await session.endSession()
    expect(await balance('a')).toBe(1)
  })

  it('keeps the sum of 12 transfers that run into each other', async () => {
    await accounts().insertMany(Array.from({ length: 4 }, (_, n) => ({ _id: `p${n}` as never, sum: 100 })))
    const transfer = async (n: number): Promise<void> => {
      const session = await target.connection.startSession()
      await session.withTransaction(async () => {
        const from = await accounts().findOne({ _id: `p${n % 4}` as never }, { session })
        await accounts().updateOne({ _id: `p${n % 4}` as never }, { $set: { sum: (from?.['sum'] ?? 0) - 1 } }, { session })
        await accounts().updateOne({ _id: `p${(n + 1) % 4}` as never }, { $inc: { sum: 1 } }, { session })
      })
      await session.endSession()
    }
    await Promise.all(Array.from({ length: 12 }, (_, n) => transfer(n)))
    const sums = await accounts()
      .find({ _id: /^p/ as never })
      .toArray()
    expect(sums.reduce((sum, account) => sum + account['sum'], 0)).toBe(400)
  })

  it('writes from outside wait for a transaction and then happen', async () => {
    const session = await target.connection.startSession()
    session.startTransaction()
    await accounts().insertOne({ _id: 'held' as never, sum: 1 }, { session })
    const outside = accounts().insertOne({ _id: 'outside' as never, sum: 2 })
    expect(await accounts().countDocuments({ _id: { $in: ['held', 'outside'] as never } })).toBeLessThan(2)
    await session.commitTransaction()
    await outside
    await session.endSession()
    expect(await accounts().countDocuments({ _id: { $in: ['held', 'outside'] as never } })).toBe(2)
  })

  it('ends a transaction at a duplicate key', async () => {
    const session = await target.connection.startSession()
    session.startTransaction()
    await accounts().insertOne({ _id: 'gone' as never }, { session })
    await expect(accounts().insertOne({ _id: 'a' as never }, { session })).rejects.toMatchObject({ code: 11000 })
    await expect(accounts().insertOne({ _id: 'more' as never }, { session })).rejects.toMatchObject({ code: 251 })
    await session.abortTransaction()
    await session.endSession()
    expect(await accounts().countDocuments({ _id: { $in: ['gone', 'more'] as never } })).toBe(0)
  })
})
