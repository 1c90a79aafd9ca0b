import mongoose, { Schema } from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenTarget, targets } from './store-target.ts'

const { Decimal128, Int32, Long, Double, ObjectId, UUID, Binary } = mongoose.mongo.BSON

describe.each(targets)('documents on $name', ({ open }) => {
  let target: OpenTarget
  beforeAll(async () => {
    target = await open()
  })
  afterAll(async () => {
    expect(target.log).toEqual([])
    await target.close()
  })
  const collection = (name: string) => target.connection.collection(name)

  it('keeps every kind of value, and its width after another field changed', async () => {
    const things = collection('kinds')
    const value = {
      _id: new ObjectId(),
      int: new Int32(5),
      double: new Double(5),
      long: Long.fromString('9007199254740993'),
      decimal: Decimal128.fromString('1.50'),
      at: new Date('2026-11-23T01:02:03.004Z'),
      bytes: new Binary(Buffer.from([1, 2, 3])),
      uuid: new UUID(),
      none: null,
      text: 'ᠮᠣᠩᠭᠣᠯ 法律',
      nested: { list: [1, 'a', { b: true }] },
    }
    await things.insertOne(value)
    await things.updateOne({ _id: value._id }, { $set: { other: 1 } })
    const back = await things.findOne({ _id: value._id }, { promoteValues: false, promoteLongs: false })
    expect(back?.['int']).toBeInstanceOf(Int32)
    expect(back?.['double']).toBeInstanceOf(Double)
    expect(String(back?.['long'])).toBe('9007199254740993')
    expect(String(back?.['decimal'])).toBe('1.50')
    expect(back?.['at']).toEqual(value.at)
    expect(back?.['uuid']).toEqual(value.uuid)
    expect(back?.['text']).toBe(value.text)
    expect(await things.countDocuments({ 'nested.list.b': true, none: null })).toBe(1)
  })

  it('computes with int64 and decimal exactly', async () => {
    const sums = collection('sums')
    await sums.insertOne({ _id: 1 as never, long: Long.fromString('9007199254740993'), decimal: Decimal128.fromString('0.1') })
    await sums.updateOne({ _id: 1 as never }, { $inc: { long: 1, decimal: Decimal128.fromString('0.2') } })
    const back = await sums.findOne({ _id: 1 as never }, { promoteLongs: false })
    expect(String(back?.['long'])).toBe('9007199254740994')
    expect(String(back?.['decimal'])).toBe('0.3')
    expect(await sums.countDocuments({ long: { $gt: Long.fromString('9007199254740993') } })).toBe(1)
    expect(await sums.countDocuments({ decimal: { $lt: 0.31 } })).toBe(1)
  })

  it('refuses a second document with the same unique key and names key and value', async () => {
    const staff = collection('unique')
    await staff.createIndex({ email: 1 }, { unique: true })
    await staff.createIndex({ troupe: 1, seat: -1 }, { unique: true, name: 'seat' })
    await staff.insertOne({ email: 'a@b', troupe: 1, seat: 1 })
    const same = staff.insertOne({ email: 'a@b', troupe: 1, seat: 2 })
    await expect(same).rejects.toMatchObject({ code: 11000, keyPattern: { email: 1 }, keyValue: { email: 'a@b' } })
    const first = await staff.findOne({ email: 'a@b' })
    await expect(staff.insertOne({ ...first })).rejects.toMatchObject({ code: 11000, keyPattern: { _id: 1 } })
    await expect(staff.insertOne({ email: 'c', troupe: 1, seat: 1 })).rejects.toMatchObject({ keyPattern: { troupe: 1, seat: -1 } })
    const many = staff.insertMany(
      [
        { email: 'd', seat: 3 },
        { email: 'a@b', seat: 4 },
        { email: 'e', seat: 5 },
      ],
      { ordered: false },
    )
    await expect(many).rejects.toMatchObject({ code: 11000, insertedCount: 2 })
    await expect(staff.updateOne({ email: 'd' }, { $set: { email: 'e' } })).rejects.toMatchObject({ code: 11000 })
    await expect(staff.findOneAndUpdate({ email: 'd' }, { $set: { email: 'e' } })).rejects.toMatchObject({ code: 11000 })
    expect(await staff.countDocuments()).toBe(3)
  })

  it('limits a unique index to what its filter or sparseness covers', async () => {
    const drafts = collection('partial')
    await drafts.createIndex({ slug: 1 }, { unique: true, partialFilterExpression: { state: 'published' } })
    await drafts.createIndex({ code: 1 }, { unique: true, sparse: true })
    await drafts.insertMany([
      { slug: 'a', state: 'draft' },
      { slug: 'a', state: 'draft' },
      { slug: 'a', state: 'published' },
    ])
    await expect(drafts.insertOne({ slug: 'a', state: 'published' })).rejects.toMatchObject({ code: 11000 })
    expect(await drafts.countDocuments({ slug: 'a' })).toBe(3)
    await expect(drafts.updateOne({ state: 'draft' }, { $set: { state: 'published' } })).rejects.toMatchObject({ code: 11000 })
  })

  it('finds through arrays, ranges and logical operators', async () => {
    const shows = collection('shows')
    await shows.createIndex({ tags: 1, year: -1 })
    await shows.insertMany([
      {
        _id: 1 as never,
        tags: ['law', 'dance'],
        year: 2024,
        cast: [
          { name: 'a', age: 20 },
          { name: 'b', age: 40 },
        ],
        title: 'Grassland',
      },
      { _id: 2 as never, tags: ['law'], year: 2025, cast: [{ name: 'a', age: 50 }], title: 'river' },
      { _id: 3 as never, tags: [], year: 2026, title: null },
      { _id: 4 as never, year: 2026 },
    ])
    const ids = async (filter: object) => (await shows.find(filter).sort({ _id: 1 }).toArray()).map((each) => each._id)
    expect(await ids({ tags: 'law', year: { $gte: 2025 } })).toEqual([2])
    expect(await ids({ cast: { $elemMatch: { name: 'a', age: { $gt: 30 } } } })).toEqual([2])
    expect(await ids({ 'cast.name': 'a', 'cast.age': 40 })).toEqual([1])
    expect(await ids({ tags: { $all: ['law', 'dance'] } })).toEqual([1])
    expect(await ids({ tags: { $size: 0 } })).toEqual([3])
    expect(await ids({ title: null })).toEqual([3, 4])
    expect(await ids({ tags: { $exists: false } })).toEqual([4])
    expect(await ids({ title: /^GRASS/i })).toEqual([1])
    expect(await ids({ $or: [{ year: 2024 }, { title: 'river' }], $nor: [{ _id: 2 }] })).toEqual([1])
    expect(await ids({ year: { $not: { $gt: 2024 } } })).toEqual([1])
    expect(await ids({ year: { $in: [2025, 2026], $nin: [2025] } })).toEqual([3, 4])
    expect(await ids({ year: { $mod: [2, 1] } })).toEqual([2])
    expect(await ids({ $expr: { $gt: [{ $size: { $ifNull: ['$tags', []] } }, 1] } })).toEqual([1])
    expect(await ids({ 'cast.1.name': 'b' })).toEqual([1])
    expect(await ids({ tags: { $type: 'string' } })).toEqual([1, 2])
  })

  it('sorts by kind, pages and shapes what it returns', async () => {
    const mixed = collection('mixed')
    const values = [{ v: 'b' }, { v: 3 }, { v: null }, { v: [9, 0] }, {}, { v: 'a' }, { v: new Date(0) }, { v: { x: 1 } }, { v: true }]
    await mixed.insertMany(values.map((value, at) => ({ _id: at as never, ...value })))
    const ids = (await mixed.find().sort({ v: 1, _id: 1 }).toArray()).map((each) => each._id)
    expect(ids).toEqual([2, 4, 3, 1, 5, 0, 7, 8, 6])
    const page = await mixed.find().sort({ _id: -1 }).skip(2).limit(3).project({ _id: 1 }).toArray()
    expect(page).toEqual([{ _id: 6 }, { _id: 5 }, { _id: 4 }])
    await mixed.insertOne({
      _id: 20 as never,
      a: { b: 1, c: 2 },
      list: [1, 2, 3, 4],
      items: [
        { k: 1, v: 1 },
        { k: 2, v: 2 },
      ],
    })
    const shaped = (projection: object, filter: object = {}) => mixed.findOne({ _id: 20 as never, ...filter }, { projection })
    expect(await shaped({ 'a.b': 1, _id: 0 })).toEqual({ a: { b: 1 } })
    expect(await shaped({ list: { $slice: -2 }, a: 0, items: 0 })).toEqual({ _id: 20, list: [3, 4] })
    expect(await shaped({ 'items.$': 1 }, { 'items.k': 2 })).toEqual({ _id: 20, items: [{ k: 2, v: 2 }] })
    expect(await shaped({ items: { $elemMatch: { k: 1 } } })).toEqual({ _id: 20, items: [{ k: 1, v: 1 }] })
  })

  it('updates fields, arrays and positions', async () => {
    const lists = collection('lists')
    const update = async (change: object | object[], options: object = {}, filter: object = {}) => {
      await lists.updateOne({ _id: 1 as never, ...filter }, change as never, options)
      const { _id, ...rest } = (await lists.findOne({ _id: 1 as never })) ?? {}
      return rest
    }
    await lists.insertOne({
      _id: 1 as never,
      n: 1,
      list: [3, 1],
      items: [
        { k: 1, v: 1 },
        { k: 2, v: 2 },
      ],
    })
    expect(await update({ $push: { list: { $each: [2, 5], $sort: 1, $slice: 3 } }, $unset: { n: '' } })).toMatchObject({ list: [1, 2, 3] })
    expect(await update({ $addToSet: { list: { $each: [3, 4] } } })).toMatchObject({ list: [1, 2, 3, 4] })
    expect(await update({ $pull: { list: { $gte: 3 }, items: { k: 1 } } })).toEqual({ list: [1, 2], items: [{ k: 2, v: 2 }] })
    expect(await update({ $set: { 'items.$.v': 9 } }, {}, { 'items.k': 2 })).toMatchObject({ items: [{ k: 2, v: 9 }] })
    expect(await update({ $push: { items: { k: 3, v: 1 } } })).toMatchObject({
      items: [
        { k: 2, v: 9 },
        { k: 3, v: 1 },
      ],
    })
    const byFilter = await update({ $inc: { 'items.$[low].v': 5 } }, { arrayFilters: [{ 'low.v': { $lt: 5 } }] })
    expect(byFilter).toMatchObject({ items: [{ v: 9 }, { v: 6 }] })
    expect(await update({ $mul: { 'items.$[].v': 2 } })).toMatchObject({ items: [{ v: 18 }, { v: 12 }] })
    expect(await update({ $rename: { list: 'a.moved' }, $min: { low: 4 }, $max: { high: 4 } })).toMatchObject({
      a: { moved: [1, 2] },
      low: 4,
    })
    expect(await update([{ $set: { total: { $sum: '$items.v' } } }, { $unset: 'high' }])).toMatchObject({ total: 30 })
    await expect(update({ $set: { _id: 2 } })).rejects.toMatchObject({ code: 66 })
    await expect(update({ $set: { a: 1, 'a.b': 2 } })).rejects.toMatchObject({ code: 40 })
    const same = await lists.updateOne({ _id: 1 as never }, { $set: { total: 30 } })
    expect(same).toMatchObject({ matchedCount: 1, modifiedCount: 0 })
  })

  it('walks 5,000 documents by cursor', async () => {
    const many = collection('many')
    await many.insertMany(Array.from({ length: 5_000 }, (_, n) => ({ n, text: 'x'.repeat(50) })))
    let seen = 0
    for await (const document of many.find({ n: { $gte: 0 } }, { batchSize: 700 })) seen += document['n'] >= 0 ? 1 : 0
    expect(seen).toBe(5_000)
    expect(await many.estimatedDocumentCount()).toBe(5_000)
  })

  it('serves a mongoose model with its validators, versions and time stamps', async () => {
    const schema = new Schema(
      { email: { type: String, unique: true }, list: [Number], sub: { a: Number } },
      { timestamps: true, optimisticConcurrency: true },
    )
    const Model = target.connection.model('Person', schema)
    await Model.init()
    const one = await Model.create({ email: 'a', list: [1] })
    const other = await Model.findById(one._id).orFail()
    one.list.push(2)
    await one.save()
    other.list.push(3)
    await expect(other.save()).rejects.toMatchObject({ name: 'VersionError' })
    const upserted = await Model.findOneAndUpdate({ email: 'b' }, { $set: { 'sub.a': 1 } }, { upsert: true, returnDocument: 'after' })
    expect(upserted?.sub?.a).toBe(1)
    expect(await Model.syncIndexes()).toEqual([])
    const result = await Model.bulkWrite([
      { insertOne: { document: { email: 'c' } } },
      { updateOne: { filter: { email: 'c' }, update: { $push: { list: 7 } } } },
      { deleteOne: { filter: { email: 'b' } } },
    ])
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, deletedCount: 1 })
  })
})
