import { BSONRegExp, Decimal128, Double, Int32, Long, ObjectId } from 'bson'
import { describe, expect, it } from 'vitest'
import type { BsonDocument } from '../value/bson-value.ts'
import { compileFilter } from './matcher.ts'

const matches = (filter: BsonDocument, document: BsonDocument): boolean => compileFilter(filter)(document)
const id = new ObjectId()

describe('a filter', () => {
  it.each<[BsonDocument, BsonDocument, boolean]>([
    [{}, { a: 1 }, true],
    [{ a: 1 }, { a: new Double(1) }, true],
    [{ a: Long.fromNumber(5) }, { a: Decimal128.fromString('5.0') }, true],
    [{ a: '1' }, { a: 1 }, false],
    [{ a: id }, { a: new ObjectId(id.toHexString()) }, true],
    [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, false],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 2 } }, true],
    [{ a: [1, 2] }, { a: [1, 2] }, true],
    [{ a: [1, 2] }, { a: [[1, 2], 3] }, true],
    [{ a: 2 }, { a: [1, 2] }, true],
    [{ a: null }, {}, true],
    [{ 'a.b': null }, { a: [{ b: 1 }, {}] }, true],
    [{ 'a.b': null }, { a: 5 }, true],
    [{ 'a.b': { $exists: true } }, { a: [{ b: 1 }] }, true],
    [{ a: { $ne: 1 } }, { a: [1, 2] }, false],
    [{ a: { $ne: 1 } }, {}, true],
    [{ a: { $gt: 5, $lt: 3 } }, { a: [1, 10] }, true],
    [{ a: { $elemMatch: { $gt: 5, $lt: 8 } } }, { a: [1, 10] }, false],
    [{ a: { $gt: 1 } }, { a: '2' }, false],
    [{ a: { $gte: null } }, {}, true],
    [{ a: { $lt: Number.NaN } }, { a: 1 }, false],
    [{ a: { $in: [new BSONRegExp('^x', ''), null] } }, { a: 'xy' }, true],
    [{ a: { $in: [] } }, { a: 1 }, false],
    [{ a: { $not: { $gt: 1 } } }, {}, true],
    [{ a: { $not: new BSONRegExp('x', 'i') } }, { a: 'X' }, false],
    [{ a: { $regex: '^法', $options: '' } }, { a: '法律' }, true],
    [{ a: { $regex: 'LAW', $options: 'i' } }, { a: ['x', 'law'] }, true],
    [{ a: { $type: 'int' } }, { a: new Int32(1) }, true],
    [{ a: { $type: ['long', 'string'] } }, { a: new Int32(1) }, false],
    [{ a: { $type: 'array' } }, { a: [1] }, true],
    [{ a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } }, { a: [{ b: 1 }, { b: 2 }] }, true],
    [{ a: { $all: [] } }, { a: [] }, false],
    [{ a: { $mod: [4, 1] } }, { a: Long.fromString('9007199254740993') }, true],
    [{ a: { $bitsAllSet: 5 } }, { a: 7 }, true],
    [{ a: { $bitsAnyClear: [0, 3] } }, { a: 9 }, false],
    [{ $nor: [{ a: 1 }, { b: 1 }] }, { a: 2 }, true],
    [{ $comment: 'why', a: 1 }, { a: 1 }, true],
    [{ 'a.1': 'y' }, { a: ['x', 'y'] }, true],
    [{ 'a.0.b': 1 }, { a: [{ b: 1 }] }, true],
    [{ constructor: null }, {}, true],
  ])('%j on %j is %j', (filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected)
  })

  it.each([
    [{ a: { $near: 1 } }, '$near'],
    [{ $where: 'true' }, '$where'],
    [{ $text: { $search: 'x' } }, '$text'],
    [{ a: { $size: '3' } }, '$size'],
    [{ a: { $type: 'colour' } }, 'colour'],
    [{ a: { $mod: [0, 1] } }, '$mod'],
    [{ a: { $regex: 'x', $options: 'x' } }, "'x'"],
    [{ a: { $options: 'i' } }, '$options'],
    [{ 'a..b': 1 }, 'empty part'],
  ])('%j is refused by name', (filter, name) => {
    expect(() => compileFilter(filter)).toThrow(name)
  })
})
