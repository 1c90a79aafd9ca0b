import { Binary, BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumeric, wrapperOf } from './bson-value.ts'
import { compareNumbers } from './exact-number.ts'

/** Rank of each kind in BSON comparison order; also the first byte of an index key, so values are part of the file format. */
export const KIND_RANK = {
  minKey: 1,
  undefined: 4,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  code: 60,
  maxKey: 127,
} as const

const WRAPPER_RANK: Readonly<Record<string, number>> = {
  Int32: KIND_RANK.number,
  Double: KIND_RANK.number,
  Long: KIND_RANK.number,
  Decimal128: KIND_RANK.number,
  BSONSymbol: KIND_RANK.string,
  Binary: KIND_RANK.binary,
  UUID: KIND_RANK.binary,
  ObjectId: KIND_RANK.objectId,
  Timestamp: KIND_RANK.timestamp,
  BSONRegExp: KIND_RANK.regex,
  Code: KIND_RANK.code,
  MinKey: KIND_RANK.minKey,
  MaxKey: KIND_RANK.maxKey,
}

/** The comparison rank of a value; a missing field ranks with null. */
export function kindRankOf(value: BsonValue): number {
  if (value === undefined || value === null) return KIND_RANK.null
  if (typeof value === 'string') return KIND_RANK.string
  if (typeof value === 'number') return KIND_RANK.number
  if (typeof value === 'boolean') return KIND_RANK.boolean
  if (value instanceof Date) return KIND_RANK.date
  if (isArray(value)) return KIND_RANK.array
  if (isDocument(value)) return KIND_RANK.object
  return WRAPPER_RANK[wrapperOf(value) ?? ''] ?? KIND_RANK.object
}

/** UTF-16 units order surrogates below U+E000; this moves them above, which is UTF-8 byte order. */
function byteOrderUnit(unit: number): number {
  if (unit < 0xd800) return unit
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000
}

/** Orders strings as their UTF-8 bytes (private-use letters of old Mongolian fonts sort below emoji, as on a server). */
function compareStrings(left: string, right: string): number {
  if (left === right) return 0
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at += 1) {
    const a = left.charCodeAt(at)
    const b = right.charCodeAt(at)
    if (a !== b) return byteOrderUnit(a) < byteOrderUnit(b) ? -1 : 1
  }
  return left.length < right.length ? -1 : 1
}

function compareDocuments(left: BsonDocument, right: BsonDocument): number {
  const leftFields = Object.keys(left)
  const rightFields = Object.keys(right)
  for (const [at, leftField] of leftFields.entries()) {
    const rightField = rightFields[at]
    if (rightField === undefined) return 1
    const order =
      kindRankOf(left[leftField]) - kindRankOf(right[rightField]) ||
      compareStrings(leftField, rightField) ||
      compareValues(left[leftField], right[rightField])
    if (order !== 0) return Math.sign(order)
  }
  return leftFields.length < rightFields.length ? -1 : 0
}

function compareArrays(left: readonly BsonValue[], right: readonly BsonValue[]): number {
  for (const [at, value] of left.entries()) {
    if (at >= right.length) return 1
    const order = compareValues(value, right[at])
    if (order !== 0) return order
  }
  return left.length < right.length ? -1 : 0
}

function textOf(value: BsonValue): string {
  return value instanceof BSONSymbol ? value.value : String(value)
}

function compareWrapped(left: BsonValue, right: BsonValue): number {
  if (left instanceof ObjectId && right instanceof ObjectId) return Math.sign(Buffer.compare(left.id, right.id))
  if (left instanceof Timestamp && right instanceof Timestamp) return left.compare(right)
  if (left instanceof Binary && right instanceof Binary) {
    return (
      Math.sign(left.position - right.position) ||
      Math.sign(left.sub_type - right.sub_type) ||
      Math.sign(Buffer.compare(left.value(), right.value()))
    )
  }
  if (left instanceof BSONRegExp && right instanceof BSONRegExp) {
    return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options)
  }
  if (left instanceof Code && right instanceof Code) return compareStrings(left.code, right.code)
  return 0
}

/** Total order over all values, as the server sorts them: −1, 0 or 1. */
export function compareValues(left: BsonValue, right: BsonValue): number {
  const rank = kindRankOf(left)
  const order = rank - kindRankOf(right)
  if (order !== 0) return Math.sign(order)
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right)
  if (rank === KIND_RANK.string) return compareStrings(textOf(left), textOf(right))
  if (left instanceof Date && right instanceof Date) return Math.sign(left.getTime() - right.getTime())
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  if (isArray(left) && isArray(right)) return compareArrays(left, right)
  if (isDocument(left) && isDocument(right)) return compareDocuments(left, right)
  return compareWrapped(left, right)
}

export function equalValues(left: BsonValue, right: BsonValue): boolean {
  return compareValues(left, right) === 0
}
