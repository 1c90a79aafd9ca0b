import { Decimal128, Int32, Long } from 'bson'
import { describe, expect, it } from 'vitest'
import { type BsonDocument, type BsonValue, isNumeric, toNumber } from '../value/bson-value.ts'
import { compileExpression } from './expression.ts'

const root: BsonDocument = {
  n: new Int32(7),
  text: '法律 law',
  list: [new Int32(3), new Int32(1)],
  items: [{ v: 1 }, { v: 2 }],
  at: new Date('2026-11-23T18:30:00Z'),
  big: Long.fromString('9007199254740993'),
}
const evaluate = (expression: BsonValue): BsonValue => compileExpression(expression)({ root, variables: {} })
const plain = (value: BsonValue): unknown => (isNumeric(value) ? toNumber(value) : value)

/** Operands with a field called `then`, which a literal may not have. */
const named = (...fields: readonly (readonly [string, BsonValue])[]): BsonDocument => Object.fromEntries(fields)

describe('an expression', () => {
  it.each<[BsonValue, unknown]>([
    ['$n', 7],
    ['$missing.deep', undefined],
    ['$items.v', [1, 2]],
    [{ $literal: '$n' }, '$n'],
    [{ $add: ['$n', 1, 2] }, 10],
    [{ $subtract: ['$n', 10] }, -3],
    [{ $multiply: ['$n', 2] }, 14],
    [{ $divide: ['$n', 2] }, 3.5],
    [{ $mod: ['$n', 4] }, 3],
    [{ $round: [{ $divide: ['$n', 3] }, 1] }, 2.3],
    [{ $size: '$list' }, 2],
    [{ $in: [3, '$list'] }, true],
    [{ $arrayElemAt: ['$list', -1] }, 1],
    [{ $max: '$list' }, 3],
    [{ $sum: '$items.v' }, 3],
    [{ $cond: named(['if', { $gt: ['$n', 5] }], ['then', 'yes'], ['else', 'no']) }, 'yes'],
    [{ $switch: { branches: [named(['case', { $lt: ['$n', 5] }], ['then', 1])], default: 2 } }, 2],
    [{ $ifNull: ['$missing', null, 'x'] }, 'x'],
    [{ $concat: ['a', '$missing'] }, null],
    [{ $concat: ['a', '-', 'b'] }, 'a-b'],
    [{ $toUpper: '$text' }, '法律 LAW'],
    [{ $strLenCP: '$text' }, 6],
    [{ $split: ['a,b', ','] }, ['a', 'b']],
    [{ $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } }, '2026-11-24'],
    [{ $dateTrunc: { date: '$at', unit: 'day', timezone: 'Asia/Shanghai' } }, new Date('2026-11-23T16:00:00Z')],
    [{ $dateToString: { date: '$at', format: '%H:%M:%S.%L %j %u%%', timezone: '+08:00' } }, '02:30:00.000 328 2%'],
    [{ $dateTrunc: { date: '$at', unit: 'week', timezone: 'Asia/Shanghai', startOfWeek: 'monday' } }, new Date('2026-11-22T16:00:00Z')],
    [{ $dateTrunc: { date: '$at', unit: 'month' } }, new Date('2026-11-01T00:00:00Z')],
    [{ $filter: { input: '$items', as: 'i', cond: { $gt: ['$$i.v', 1] } } }, [{ v: 2 }]],
    [{ $map: { input: '$items', as: 'i', in: '$$i.v' } }, [1, 2]],
    [{ $reduce: { input: ['a', 'b'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } }, 'ab'],
    [{ $let: { vars: { x: 2 }, in: { $eq: ['$$x', 2] } } }, true],
    [{ $mergeObjects: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
    [{ $arrayToObject: [[['k', 1]]] }, { k: 1 }],
    [{ $not: ['$missing'] }, true],
    [{ $gt: ['$missing', null] }, false],
    [{ $type: '$missing' }, 'missing'],
    [{ a: '$n', b: '$$REMOVE' }, { a: new Int32(7) }],
  ])('%j', (expression, expected) => {
    expect(plain(evaluate(expression))).toEqual(expected)
  })

  it('keeps int64 and decimal exact', () => {
    expect(String(evaluate({ $add: ['$big', 1] }))).toBe('9007199254740994')
    expect(String(evaluate({ $add: [Decimal128.fromString('0.1'), Decimal128.fromString('0.2')] }))).toBe('0.3')
  })

  it.each<[BsonValue, string]>([
    [{ $colour: 1 }, '$colour'],
    [{ $dateToString: { date: '$at', colour: 1 } }, 'colour'],
    [{ $cond: named(['if', 1], ['then', 2], ['colour', 3]) }, 'colour'],
    [{ $dateToString: { date: '$at', format: '%G' } }, '%G'],
    [{ $dateTrunc: { date: '$at', unit: 'day', timezone: 'Mars' } }, 'Mars'],
    ['$$colour', 'colour'],
    [{ $add: ['a', 1] }, '$add'],
    [{ $abs: '$big' }, 'int64'],
    [{ $divide: [1, 0] }, 'zero'],
    [{ $eq: [1] }, '$eq'],
  ])('%j is refused by name', (expression, name) => {
    expect(() => evaluate(expression)).toThrow(name)
  })
})
