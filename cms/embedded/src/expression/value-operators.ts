import { Double, Int32, Long } from 'bson'
import { typeNameOf } from '../query/operator-tests.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumeric, isTruthy, setField, toNumber } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { addNumbers, multiplyNumbers } from '../value/number-arithmetic.ts'
import { compareValues, equalValues } from '../value/value-order.ts'

type ValueOperator = {
  readonly least: number
  readonly most: number
  readonly evaluate: (values: readonly BsonValue[]) => BsonValue
}

const MANY = Number.POSITIVE_INFINITY

function operator(least: number, most: number, evaluate: (values: readonly BsonValue[]) => BsonValue): ValueOperator {
  return { least, most, evaluate }
}

function isMissing(value: BsonValue): value is undefined | null {
  return value === undefined || value === null
}

/** Like most operators of the language: any missing operand makes the answer null. */
function strict(least: number, most: number, evaluate: (values: readonly BsonValue[]) => BsonValue): ValueOperator {
  return operator(least, most, (values) => (values.some(isMissing) ? null : evaluate(values)))
}

function compared(accepts: (order: number) => boolean): ValueOperator {
  // Between expressions a missing field is lower than null, unlike in a query.
  return operator(2, 2, ([left, right]) => accepts(orderOf(left, right)))
}

function orderOf(left: BsonValue, right: BsonValue): number {
  if (left === undefined || right === undefined) return Number(right === undefined) - Number(left === undefined)
  return compareValues(left, right)
}

function numeric(value: BsonValue, name: string) {
  if (!isNumeric(value)) throw new CommandFailure('TypeMismatch', `${name} only supports numeric types, not ${typeNameOf(value)}`)
  return value
}

function text(value: BsonValue, name: string): string {
  if (typeof value !== 'string') throw new CommandFailure('TypeMismatch', `${name} only supports strings, not ${typeNameOf(value)}`)
  return value
}

function array(value: BsonValue, name: string): readonly BsonValue[] {
  if (!isArray(value)) throw new CommandFailure('TypeMismatch', `${name} needs an array, not ${typeNameOf(value)}`)
  return value
}

function millisecondsOf(value: BsonValue): number {
  return isNumeric(value) ? Math.round(toNumber(value)) : 0
}

function addValues(values: readonly BsonValue[]): BsonValue {
  const date = values.find((value) => value instanceof Date)
  if (date instanceof Date) {
    const others = values.filter((value) => value !== date)
    for (const other of others) numeric(other, '$add')
    return new Date(others.reduce<number>((sum, value) => sum + millisecondsOf(value), date.getTime()))
  }
  return values.reduce<ReturnType<typeof numeric>>((sum, value) => addNumbers(sum, numeric(value, '$add')), new Int32(0))
}

function subtractValues([left, right]: readonly BsonValue[]): BsonValue {
  if (left instanceof Date && right instanceof Date) return Long.fromNumber(left.getTime() - right.getTime())
  if (left instanceof Date) return new Date(left.getTime() - millisecondsOf(numeric(right, '$subtract')))
  return addNumbers(numeric(left, '$subtract'), multiplyNumbers(numeric(right, '$subtract'), new Int32(-1)))
}

function divideValues([left, right]: readonly BsonValue[]): BsonValue {
  const divisor = toNumber(numeric(right, '$divide'))
  if (divisor === 0) throw new CommandFailure('BadValue', "can't $divide by zero")
  return new Double(toNumber(numeric(left, '$divide')) / divisor)
}

/** $sum and $avg leave aside what is no number. */
function numbersOf(values: readonly BsonValue[]) {
  const [only] = values
  return (values.length === 1 && isArray(only) ? only : values).filter(isNumeric)
}

export function sumOf(values: readonly BsonValue[]): BsonValue {
  return values.filter(isNumeric).reduce<ReturnType<typeof numeric>>((sum, value) => addNumbers(sum, value), new Int32(0))
}

export function averageOf(values: readonly BsonValue[]): BsonValue {
  const numbers = values.filter(isNumeric)
  if (numbers.length === 0) return null
  return new Double(toNumber(numeric(sumOf(numbers), '$avg')) / numbers.length)
}

export function extremeOf(values: readonly BsonValue[], sign: 1 | -1): BsonValue {
  let best: BsonValue = null
  for (const value of values) {
    if (!isMissing(value) && (best === null || compareValues(value, best) * sign > 0)) best = value
  }
  return best
}

function elementsOf(values: readonly BsonValue[]): readonly BsonValue[] {
  const [only] = values
  return values.length === 1 && isArray(only) ? only : values
}

function elementAt([source, position]: readonly BsonValue[]): BsonValue {
  return array(source, '$arrayElemAt').at(toNumber(numeric(position, '$arrayElemAt')))
}

function mergeObjects(values: readonly BsonValue[]): BsonValue {
  const merged: BsonDocument = {}
  for (const value of elementsOf(values)) {
    if (isMissing(value)) continue
    if (!isDocument(value)) throw new CommandFailure('TypeMismatch', '$mergeObjects needs documents')
    for (const [field, each] of Object.entries(value)) setField(merged, field, each)
  }
  return merged
}

function arrayToObject([source]: readonly BsonValue[]): BsonValue {
  const built: BsonDocument = {}
  for (const entry of array(source, '$arrayToObject')) {
    const [key, value] = isArray(entry) ? entry : isDocument(entry) ? [entry['k'], entry['v']] : []
    setField(built, text(key, '$arrayToObject'), value ?? null)
  }
  return built
}

export function distinctOf(values: readonly BsonValue[]): readonly BsonValue[] {
  const sorted = values
    .map((value, at) => ({ value, at }))
    .sort((left, right) => compareValues(left.value, right.value) || left.at - right.at)
  const kept = sorted.filter((each, at) => at === 0 || !equalValues(each.value, sorted[at - 1]?.value))
  return kept.sort((left, right) => left.at - right.at).map((each) => each.value)
}

function toText(value: BsonValue): string {
  if (value instanceof Date) return value.toISOString()
  return String(value)
}

/** Operators that see their evaluated operands. */
export const VALUE_OPERATORS: Readonly<Record<string, ValueOperator>> = {
  $eq: compared((order) => order === 0),
  $ne: compared((order) => order !== 0),
  $gt: compared((order) => order > 0),
  $gte: compared((order) => order >= 0),
  $lt: compared((order) => order < 0),
  $lte: compared((order) => order <= 0),
  $cmp: operator(2, 2, ([left, right]) => new Int32(orderOf(left, right))),
  $not: operator(1, 1, ([value]) => !isTruthy(value)),
  $add: strict(0, MANY, addValues),
  $subtract: strict(2, 2, subtractValues),
  $multiply: strict(0, MANY, (values) =>
    values.reduce<ReturnType<typeof numeric>>((product, value) => multiplyNumbers(product, numeric(value, '$multiply')), new Int32(1)),
  ),
  $divide: strict(2, 2, divideValues),
  $sum: operator(1, MANY, (values) => sumOf(numbersOf(values))),
  $avg: operator(1, MANY, (values) => averageOf(numbersOf(values))),
  $min: operator(1, MANY, (values) => extremeOf(elementsOf(values), -1)),
  $max: operator(1, MANY, (values) => extremeOf(elementsOf(values), 1)),
  $size: operator(1, 1, ([value]) => new Int32(array(value, '$size').length)),
  $in: operator(2, 2, ([value, list]) => array(list, '$in').some((each) => equalValues(each, value))),
  $isArray: operator(1, 1, ([value]) => isArray(value)),
  $isNumber: operator(1, 1, ([value]) => isNumeric(value)),
  $type: operator(1, 1, ([value]) => typeNameOf(value)),
  $arrayElemAt: strict(2, 2, elementAt),
  $first: strict(1, 1, ([value]) => array(value, '$first')[0]),
  $last: strict(1, 1, ([value]) => array(value, '$last').at(-1)),
  $concatArrays: strict(0, MANY, (values) => values.flatMap((value) => array(value, '$concatArrays'))),
  $reverseArray: strict(1, 1, ([value]) => [...array(value, '$reverseArray')].reverse()),
  $setUnion: strict(0, MANY, (values) => distinctOf(values.flatMap((value) => array(value, '$setUnion')))),
  $setDifference: strict(2, 2, ([left, right]) => {
    const taken = array(right, '$setDifference')
    return distinctOf(array(left, '$setDifference')).filter((value) => !taken.some((each) => equalValues(each, value)))
  }),
  $setIntersection: strict(1, MANY, ([first, ...others]) =>
    distinctOf(array(first, '$setIntersection')).filter((value) =>
      others.every((other) => array(other, '$setIntersection').some((each) => equalValues(each, value))),
    ),
  ),
  $mergeObjects: operator(0, MANY, mergeObjects),
  $objectToArray: strict(1, 1, ([value]) => (isDocument(value) ? Object.entries(value).map(([k, v]) => ({ k, v })) : null)),
  $arrayToObject: strict(1, 1, arrayToObject),
  $concat: strict(0, MANY, (values) => values.map((value) => text(value, '$concat')).join('')),
  $toString: strict(1, 1, ([value]) => toText(value)),
  $toLower: operator(1, 1, ([value]) => (isMissing(value) ? '' : toText(value).toLowerCase())),
  $toUpper: operator(1, 1, ([value]) => (isMissing(value) ? '' : toText(value).toUpperCase())),
}
