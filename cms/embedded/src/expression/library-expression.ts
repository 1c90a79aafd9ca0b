import { Double, Int32, Long } from 'bson'
import { Context, evalExpr, ProcessingMode } from 'mingo/core'
import * as arithmetic from 'mingo/operators/expression/arithmetic'
import * as arrays from 'mingo/operators/expression/array'
import * as dates from 'mingo/operators/expression/date'
import * as strings from 'mingo/operators/expression/string'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumeric, setField, toNumber, wrapperOf } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { dateToString, dateTruncate } from './zoned-date.ts'

const DATE_PART = ['date', 'timezone'] as const
const DATE_STEP = ['startDate', 'unit', 'amount', 'timezone'] as const
const REGEX = ['input', 'regex', 'options'] as const
const TRIM = ['input', 'chars'] as const
const REPLACE = ['input', 'find', 'replacement'] as const

/**
 * Operators that mingo evaluates, each with the argument names it may have: mingo itself would ignore unknown ones.
 * Only operators whose answers hold no int64 or decimal128 are here, as mingo knows neither.
 */
export const LIBRARY_EXPRESSIONS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['$year', '$month', '$dayOfMonth', '$dayOfWeek', '$dayOfYear', '$hour', '$minute', '$second', '$millisecond'].map(
    (name): [string, readonly string[]] => [name, DATE_PART],
  ),
  ['$isoDayOfWeek', DATE_PART],
  ['$dateToString', ['date', 'format', 'timezone', 'onNull']],
  ['$dateTrunc', ['date', 'unit', 'binSize', 'timezone', 'startOfWeek']],
  ['$dateAdd', DATE_STEP],
  ['$dateSubtract', DATE_STEP],
  ['$dateDiff', ['startDate', 'endDate', 'unit', 'timezone', 'startOfWeek']],
  ['$abs', []],
  ['$ceil', []],
  ['$floor', []],
  ['$mod', []],
  ['$pow', []],
  ['$round', []],
  ['$sqrt', []],
  ['$trunc', []],
  ['$split', []],
  ['$strLenCP', []],
  ['$substrCP', []],
  ['$trim', TRIM],
  ['$ltrim', TRIM],
  ['$rtrim', TRIM],
  ['$regexMatch', REGEX],
  ['$replaceAll', REPLACE],
  ['$replaceOne', REPLACE],
  ['$slice', []],
  ['$range', []],
  ['$indexOfArray', []],
])

const options = {
  context: Context.init({ expression: { ...arithmetic, ...arrays, ...dates, ...strings } }),
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
}

function plainNumber(value: Parameters<typeof toNumber>[0]): number {
  if (wrapperOf(value) === 'Decimal128') throw refuse('in this expression the number kind', 'decimal128')
  const plain = toNumber(value)
  if (value instanceof Long && !Number.isSafeInteger(plain)) throw refuse('in this expression an int64 past', '2^53')
  return plain
}

/** Values as mingo understands them; texts that look like paths are quoted. */
function toLibrary(value: BsonValue): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? { $literal: value } : value
  if (isNumeric(value)) return plainNumber(value)
  if (isArray(value)) return value.map(toLibrary)
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, toLibrary(each)]))
}

function fromLibrary(value: unknown): BsonValue {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff ? new Int32(value) : new Double(value)
  if (Array.isArray(value)) return value.map(fromLibrary)
  if (isDocument(value)) {
    const document: BsonDocument = {}
    for (const [field, each] of Object.entries(value)) setField(document, field, fromLibrary(each))
    return document
  }
  // What remains are the scalars and wrappers that went in.
  return value as BsonValue
}

/** Time zones are this store's own: mingo truncates to the wrong day and garbles some formats. */
const OWN: Readonly<Record<string, (fields: BsonDocument) => BsonValue>> = { $dateToString: dateToString, $dateTrunc: dateTruncate }

/** Evaluates one allowed operator over already evaluated arguments. */
export function libraryExpression(name: string, argument: BsonValue): BsonValue {
  const own = OWN[name]
  if (own !== undefined) {
    if (!isDocument(argument)) throw new CommandFailure('FailedToParse', `${name} needs a document`)
    return own(argument)
  }
  try {
    return fromLibrary(evalExpr({}, { [name]: toLibrary(argument) }, options))
  } catch (error) {
    if (error instanceof CommandFailure) throw error
    throw new CommandFailure('BadValue', `${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
