import { compileFilter } from '../query/matcher.ts'
import { parseSort, sortByFields } from '../query/sort-order.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumeric, toNumber } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { compareValues, equalValues } from '../value/value-order.ts'

/** Computes the next value of a place from its present one; `undefined` leaves it alone. */
export type ArrayChange = (current: readonly BsonValue[] | undefined) => readonly BsonValue[] | undefined

function wholeNumber(value: BsonValue, name: string): number | undefined {
  if (value === undefined) return undefined
  if (!isNumeric(value) || !Number.isInteger(toNumber(value))) throw new CommandFailure('BadValue', `${name} must be a whole number`)
  return toNumber(value)
}

function sortElements(elements: BsonValue[], sort: BsonValue): BsonValue[] {
  if (sort === undefined) return elements
  if (isNumeric(sort)) return elements.sort((left, right) => compareValues(left, right) * toNumber(sort))
  if (!isDocument(sort)) throw new CommandFailure('BadValue', '$sort of $push must be a number or a document')
  return sortByFields(elements, (element) => (isDocument(element) ? element : {}), parseSort(sort))
}

function modifiersOf(operand: BsonValue, known: readonly string[], operator: string): BsonDocument | undefined {
  if (!isDocument(operand) || !Object.hasOwn(operand, '$each')) return undefined
  for (const name of Object.keys(operand)) if (!known.includes(name)) throw refuse(`modifier of ${operator}`, name)
  if (!isArray(operand['$each'])) throw new CommandFailure('BadValue', `$each of ${operator} must be an array`)
  return operand
}

function eachOf(modifiers: BsonDocument | undefined, operand: BsonValue): readonly BsonValue[] {
  const each = modifiers?.['$each']
  return isArray(each) ? each : [operand]
}

export function pushChange(operand: BsonValue): ArrayChange {
  const modifiers = modifiersOf(operand, ['$each', '$position', '$slice', '$sort'], '$push')
  const added = eachOf(modifiers, operand)
  const position = wholeNumber(modifiers?.['$position'], '$position')
  const slice = wholeNumber(modifiers?.['$slice'], '$slice')
  const sort = modifiers?.['$sort']
  return (current = []) => {
    const next = [...current]
    next.splice(position ?? next.length, 0, ...added)
    const sorted = sortElements(next, sort)
    if (slice === undefined) return sorted
    return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice)
  }
}

export function addToSetChange(operand: BsonValue): ArrayChange {
  const added = eachOf(modifiersOf(operand, ['$each'], '$addToSet'), operand)
  return (current = []) => {
    const next = [...current]
    for (const value of added) if (!next.some((each) => equalValues(each, value))) next.push(value)
    return next
  }
}

export function pullChange(operand: BsonValue): ArrayChange {
  const operators = isDocument(operand) && (Object.keys(operand)[0]?.startsWith('$') ?? false)
  const byField = isDocument(operand) && !operators ? compileFilter(operand) : undefined
  const byValue = compileFilter({ value: byField === undefined ? operand : null })
  const isPulled = (element: BsonValue): boolean => {
    if (byField !== undefined) return isDocument(element) && byField(element)
    if (isArray(operand)) return equalValues(element, operand)
    return byValue({ value: element })
  }
  return (current) => current?.filter((element) => !isPulled(element))
}

export function pullAllChange(operand: BsonValue): ArrayChange {
  if (!isArray(operand)) throw new CommandFailure('BadValue', '$pullAll needs an array')
  return (current) => current?.filter((element) => !operand.some((value) => equalValues(value, element)))
}

export function popChange(operand: BsonValue): ArrayChange {
  const end = wholeNumber(operand, '$pop')
  if (end !== 1 && end !== -1) throw new CommandFailure('FailedToParse', '$pop expects 1 or -1')
  return (current) => (end === 1 ? current?.slice(0, -1) : current?.slice(1))
}
