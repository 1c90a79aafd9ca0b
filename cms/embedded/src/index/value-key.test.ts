import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BsonValue } from '../value/bson-value.ts'
import { compareValues } from '../value/value-order.ts'
import { valueKey } from './value-key.ts'

const number = fc.oneof(
  fc.integer().map((value) => new Int32(value)),
  fc.double().map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -400, max: 400 }))
    .map(([digits, exponent]) => Decimal128.fromString(`${digits}E${exponent}`)),
  fc.constantFrom(0, -0, 1, 0.1, 2 ** 53, Number.MAX_VALUE, Number.MIN_VALUE, Number.NaN, Number.POSITIVE_INFINITY),
)

const scalar: fc.Arbitrary<BsonValue> = fc.oneof(
  number,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes)),
  fc.constantFrom<BsonValue>(new MinKey(), new MaxKey(), new Timestamp({ t: 1, i: 2 })),
)

const value: fc.Arbitrary<BsonValue> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'ab'), scalar, { maxKeys: 3, noNullPrototype: true }),
)

it('orders the keys of any two values as the values are ordered', () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      expect(Math.sign(Buffer.compare(valueKey(left), valueKey(right)))).toBe(compareValues(left, right))
    }),
    { numRuns: 3_000, seed: 20_261_124 },
  )
})

it('orders numbers of all kinds by their exact value', () => {
  fc.assert(
    fc.property(number, number, (left, right) => {
      expect(Math.sign(Buffer.compare(valueKey(left), valueKey(right)))).toBe(compareValues(left, right))
    }),
    { numRuns: 3_000, seed: 20_261_124 },
  )
})

it('gives equal numbers one key, whatever their kind', () => {
  const five = [5, new Int32(5), new Double(5), Long.fromNumber(5), Decimal128.fromString('5.00')]
  expect(new Set(five.map((each) => valueKey(each).toString('hex'))).size).toBe(1)
  expect(valueKey(new Double(0.1)).equals(valueKey(Decimal128.fromString('0.1')))).toBe(false)
  expect(valueKey(-0).equals(valueKey(0))).toBe(true)
})

it('tells neighbours of 2^53 apart', () => {
  const near = ['9007199254740992', '9007199254740993', '9007199254740994'].map((text) => valueKey(Long.fromString(text)))
  expect([...near].sort(Buffer.compare)).toEqual(near)
  expect(new Set(near.map((key) => key.toString('hex'))).size).toBe(3)
})

it('never lets the bytes of one key begin those of another', () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      const [a, b] = [valueKey(left), valueKey(right)]
      expect(a.equals(b) || !b.subarray(0, a.length).equals(a)).toBe(true)
    }),
    { numRuns: 1_000, seed: 20_261_124 },
  )
})
