import { Decimal128, Double, Int32, Long } from 'bson'
import { describe, expect, it } from 'vitest'
import type { BsonDocument, BsonValue } from '../value/bson-value.ts'
import { compileOperatorUpdate } from './updater.ts'
import { upsertSeed } from './upsert-seed.ts'

const context = { isInsert: false, nowMs: 1_700_000_000_000, matched: () => undefined }
const updated = (document: BsonDocument, update: BsonDocument, arrayFilters: readonly BsonValue[] = []): BsonDocument =>
  compileOperatorUpdate(update, arrayFilters)(document, context).document

describe('an update by operators', () => {
  it('leaves the document that it starts from alone', () => {
    const before = { a: { list: [1] } }
    updated(before, { $push: { 'a.list': 2 }, $set: { 'a.b': 1 } })
    expect(before).toEqual({ a: { list: [1] } })
  })

  it.each<[BsonDocument, BsonDocument, BsonDocument]>([
    [{ a: new Int32(1) }, { $inc: { a: new Int32(2) } }, { a: new Int32(3) }],
    [{ a: new Int32(2 ** 31 - 1) }, { $inc: { a: new Int32(1) } }, { a: Long.fromNumber(2 ** 31) }],
    [{ a: Long.fromString('9007199254740993') }, { $inc: { a: new Int32(1) } }, { a: Long.fromString('9007199254740994') }],
    [{ a: new Int32(1) }, { $inc: { a: new Double(0.5) } }, { a: new Double(1.5) }],
    [{ a: Decimal128.fromString('0.1') }, { $mul: { a: new Int32(3) } }, { a: Decimal128.fromString('0.3') }],
    [{}, { $mul: { a: new Int32(3) } }, { a: new Int32(0) }],
    [{ a: [1, 2, 3] }, { $pop: { a: new Int32(-1) } }, { a: [2, 3] }],
    [{ a: [1, 1, 2] }, { $addToSet: { a: { $each: [2, 3] } } }, { a: [1, 1, 2, 3] }],
    [{ a: [{ b: 1 }, { b: 2 }] }, { $pull: { a: { b: { $gt: 1 } } } }, { a: [{ b: 1 }] }],
    [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [{ a: [3] }, { $push: { a: { $each: [1, 2], $position: new Int32(0) } } }, { a: [1, 2, 3] }],
    [{ a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    [{ a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    [{ a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    [{ a: new Int32(12) }, { $bit: { a: { and: new Int32(10) } } }, { a: new Int32(8) }],
    [{}, { $currentDate: { at: true } }, { at: new Date(1_700_000_000_000) }],
    [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
    [{ a: 5 }, { $min: { a: 3 }, $max: { b: 3 } }, { a: 3, b: 3 }],
  ])('%j with %j', (document, update, expected) => {
    expect(updated(document, update)).toEqual(expected)
  })

  it.each<[BsonDocument, BsonDocument, readonly BsonValue[], string]>([
    [{ a: 1 }, { $push: { a: 1 } }, [], 'must be an array'],
    [{ a: 'x' }, { $inc: { a: 1 } }, [], 'non-numeric'],
    [{ a: 1 }, { $set: { 'a.b': 1 } }, [], 'plain value'],
    [{ a: [1] }, { $set: { 'a.b': 1 } }, [], "field 'b'"],
    [{}, { $set: { a: 1 }, $inc: { 'a.b': 1 } }, [], 'conflict'],
    [{ _id: 1 }, { $unset: { _id: '' } }, [], 'immutable'],
    [{ a: [1] }, { $push: { a: { $each: [1], $colour: 1 } } }, [], '$colour'],
    [{ a: [1] }, { $set: { 'a.$[x]': 1 } }, [], "'x'"],
    [{ a: [1] }, { $set: { b: 1 } }, [{ x: 1 }], 'not used'],
    [{ a: Long.fromString('9223372036854775807') }, { $inc: { a: new Int32(1) } }, [], 'overflow'],
    [{}, { $colour: { a: 1 } }, [], '$colour'],
  ])('%j with %j and filters %j is refused', (document, update, filters, reason) => {
    expect(() => updated(document, update, filters)).toThrow(reason)
  })

  it('acts on the elements that a filter names, and tells the paths', () => {
    const update = compileOperatorUpdate({ $set: { 'a.$[low].v': 0 } }, [{ 'low.v': { $lt: 5 } }])
    const { document, updateDescription } = update({ a: [{ v: 1 }, { v: 9 }, { v: 2 }] }, context)
    expect(document).toEqual({ a: [{ v: 0 }, { v: 9 }, { v: 0 }] })
    expect(updateDescription).toEqual({ updatedFields: { 'a.0.v': 0, 'a.2.v': 0 }, removedFields: [], truncatedArrays: [] })
  })
})

it('an upsert starts from the fields that its query binds', () => {
  expect(upsertSeed({ a: 1, 'b.c': { $eq: 2 }, d: { $gt: 3 }, $and: [{ e: 4 }, { f: { $in: [5] } }], g: { $in: [1, 2] } })).toEqual({
    a: 1,
    b: { c: 2 },
    e: 4,
    f: 5,
  })
})
