import { mongo } from 'mongoose'
import { expect, it } from 'vitest'
import { createTally, decodeRows, encodeRow, indexText, readIndex } from './document-codec.ts'

const { Int32, Double, Long, Decimal128, ObjectId, Binary, UUID, Timestamp, MinKey, MaxKey, BSONRegExp, Code } = mongo.BSON

const ROW = {
  _id: new ObjectId('65f000000000000000000001'),
  whole: new Int32(1),
  half: new Double(1),
  long: Long.fromString('9007199254740993'),
  exact: Decimal128.fromString('1.10'),
  at: new Date('2026-11-26T00:00:00.001Z'),
  bytes: new Binary(Buffer.from([1, 2, 3]), 0x80),
  uuid: new UUID('0189f7a4-0000-7000-8000-000000000000'),
  clock: new Timestamp({ t: 1, i: 2 }),
  least: new MinKey(),
  most: new MaxKey(),
  pattern: new BSONRegExp('^法', 'i'),
  code: new Code('return 1'),
  none: null,
  list: [new Int32(1), 'ᠮᠣᠩᠭᠣᠯ', { deep: new Double(0.1) }],
}

it('documents keep the kinds of their values, byte for byte', () => {
  const bytes = encodeRow(ROW)
  const rows = [...decodeRows(Buffer.concat([bytes, bytes]))]
  expect(rows).toHaveLength(2)
  for (const row of rows) expect(Buffer.from(encodeRow(row))).toEqual(Buffer.from(bytes))
})

it.each([
  ['cut off', (bytes: Uint8Array) => bytes.subarray(0, -1)],
  ['nothing but a length', () => Buffer.from([9, 0, 0, 0])],
  ['shorter than any', () => Buffer.from([4, 0, 0, 0])],
  ['of less than a length', () => Buffer.from([5, 0])],
])('what is %s is no document', (_what, spoil) => {
  expect(() => [...decodeRows(Buffer.from(spoil(encodeRow(ROW))))]).toThrow('no BSON document')
})

it('an index is read as it was written, with its order and its kinds', () => {
  const spec = { v: new Int32(2), key: { b: new Int32(1), a: new Int32(-1) }, name: 'b_1_a_-1', expireAfterSeconds: new Double(0.5) }
  expect(indexText(readIndex(indexText(spec)))).toBe(indexText(spec))
  expect(Object.keys(readIndex(indexText(spec)).key)).toEqual(['b', 'a'])
})

it('a tally counts documents, and differs when one of them does', () => {
  const [one, other] = [createTally(), createTally()]
  for (const tally of [one, other]) tally.add(encodeRow(ROW))
  expect(one.read()).toEqual(other.read())
  one.add(encodeRow({ _id: 'a', n: new Int32(1) }))
  other.add(encodeRow({ _id: 'a', n: new Double(1) }))
  expect(one.read().documents).toBe(2)
  expect(one.read().sha256).not.toBe(other.read().sha256)
})
