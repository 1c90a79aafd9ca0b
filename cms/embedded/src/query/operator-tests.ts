import { BSONRegExp, Long } from 'bson'
import { type BsonValue, isArray, isDocument, isNumeric, toNumber, wrapperOf } from '../value/bson-value.ts'
import { exactOf } from '../value/exact-number.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { compareValues, equalValues, KIND_RANK, kindRankOf } from '../value/value-order.ts'

/** Decides on one value that a query found at a path; a missing field is `undefined`. */
export type ValueTest = (value: BsonValue) => boolean

export function equalTest(operand: BsonValue): ValueTest {
  if (typeof operand === 'string') return (value) => value === operand || (value !== undefined && equalValues(value, operand))
  return (value) => equalValues(value, operand)
}

/** $gt, $gte, $lt, $lte compare only within one kind; null meets missing; MinKey and MaxKey meet everything. */
export function orderTest(operand: BsonValue, accepts: (order: number) => boolean): ValueTest {
  const rank = kindRankOf(operand)
  const anyKind = rank === KIND_RANK.minKey || rank === KIND_RANK.maxKey
  const notANumber = isNumeric(operand) && Number.isNaN(toNumber(operand))
  return (value) => {
    if (kindRankOf(value) !== rank && !anyKind) return false
    if (isNumeric(value) && Number.isNaN(toNumber(value)) !== notANumber && !anyKind) return false
    return accepts(compareValues(value, operand))
  }
}

const REGEX_FLAGS = new Set(['i', 'm', 's', 'u'])

/** The JavaScript form of a query's regular expression; flag x is refused by name. */
function toRegExp(pattern: string, options: string): RegExp {
  let flags = ''
  for (const flag of options) {
    if (!REGEX_FLAGS.has(flag)) throw refuse('regular expression option', flag)
    if (!flags.includes(flag) && flag !== 'u') flags += flag
  }
  try {
    return new RegExp(pattern, `${flags}u`)
  } catch {
    // Patterns with needless escapes are valid in PCRE and in JavaScript without the u flag.
    try {
      return new RegExp(pattern, flags)
    } catch (error) {
      throw new CommandFailure('BadValue', `invalid regular expression: ${error instanceof Error ? error.message : pattern}`)
    }
  }
}

export function regexTest(pattern: BSONRegExp): ValueTest {
  const compiled = toRegExp(pattern.pattern, pattern.options)
  return (value) => {
    if (typeof value === 'string') return compiled.test(value)
    return value instanceof BSONRegExp && equalValues(value, pattern)
  }
}

const TYPE_ALIASES: Readonly<Record<string, number>> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  symbol: 14,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
}

const WRAPPER_TYPES: Readonly<Record<string, number>> = {
  Double: 1,
  Binary: 5,
  UUID: 5,
  ObjectId: 7,
  BSONRegExp: 11,
  Code: 13,
  BSONSymbol: 14,
  Int32: 16,
  Timestamp: 17,
  Long: 18,
  Decimal128: 19,
  MinKey: -1,
  MaxKey: 127,
}

/** The BSON type number of a value; 0 for a missing field. */
function typeNumberOf(value: BsonValue): number {
  if (value === undefined) return 0
  if (value === null) return 10
  if (typeof value === 'string') return 2
  if (typeof value === 'boolean') return 8
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff ? 16 : 1
  if (value instanceof Date) return 9
  if (isArray(value)) return 4
  if (isDocument(value)) return 3
  return WRAPPER_TYPES[wrapperOf(value) ?? ''] ?? 3
}

export function typeNameOf(value: BsonValue): string {
  const type = typeNumberOf(value)
  return Object.entries(TYPE_ALIASES).find(([, each]) => each === type)?.[0] ?? 'missing'
}

function typeNumbersFor(operand: BsonValue): readonly number[] {
  if (isArray(operand)) return operand.flatMap(typeNumbersFor)
  if (operand === 'number') return [1, 16, 18, 19]
  const type = typeof operand === 'string' ? TYPE_ALIASES[operand] : isNumeric(operand) ? toNumber(operand) : undefined
  if (type === undefined || !Object.values(TYPE_ALIASES).includes(type)) {
    throw new CommandFailure('BadValue', `unknown type name in $type: ${String(operand)}`)
  }
  return [type]
}

export function typeTest(operand: BsonValue): ValueTest {
  const wanted = new Set(typeNumbersFor(operand))
  return (value) => wanted.has(typeNumberOf(value))
}

function wholeNumber(value: BsonValue, what: string): bigint {
  if (!isNumeric(value)) throw new CommandFailure('BadValue', `${what} must be a number`)
  const plain = value instanceof Long ? value.toBigInt() : BigInt(Math.trunc(toNumber(value)))
  return plain
}

export function moduloTest(operand: BsonValue): ValueTest {
  if (!isArray(operand) || operand.length !== 2) throw new CommandFailure('BadValue', '$mod needs an array of divisor and remainder')
  const divisor = wholeNumber(operand[0], 'the divisor of $mod')
  const remainder = wholeNumber(operand[1], 'the remainder of $mod')
  if (divisor === 0n) throw new CommandFailure('BadValue', 'the divisor of $mod cannot be 0')
  return (value) => {
    if (!isNumeric(value) || typeof exactOf(value) === 'number') return false
    return wholeNumber(value, 'value') % divisor === remainder
  }
}

export function sizeTest(operand: BsonValue): ValueTest {
  const size = isNumeric(operand) ? toNumber(operand) : Number.NaN
  if (!Number.isInteger(size) || size < 0) throw new CommandFailure('BadValue', '$size must be a whole number, 0 or more')
  return (value) => isArray(value) && value.length === size
}

function bitMaskOf(operand: BsonValue, name: string): bigint {
  if (isArray(operand)) return operand.reduce<bigint>((mask, position) => mask | (1n << wholeNumber(position, name)), 0n)
  return wholeNumber(operand, name)
}

export function bitsTest(name: string, operand: BsonValue): ValueTest {
  const mask = bitMaskOf(operand, name)
  return (value) => {
    if (!isNumeric(value) || typeof exactOf(value) === 'number') return false
    const met = wholeNumber(value, 'value') & mask
    if (name === '$bitsAllSet') return met === mask
    if (name === '$bitsAllClear') return met === 0n
    return name === '$bitsAnySet' ? met !== 0n : met !== mask
  }
}
