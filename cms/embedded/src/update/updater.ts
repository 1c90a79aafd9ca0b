import { Int32, Long, Timestamp } from 'bson'
import { compileFilter, type DocumentTest } from '../query/matcher.ts'
import { type BsonDocument, type BsonValue, cloneValue, isArray, isDocument, isNumeric } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { splitPath } from '../value/field-path.ts'
import { addNumbers, multiplyNumbers } from '../value/number-arithmetic.ts'
import { compareValues, equalValues } from '../value/value-order.ts'
import { type ArrayChange, addToSetChange, popChange, pullAllChange, pullChange, pushChange } from './array-operators.ts'
import { childOf, type PathChoices, removeTarget, resolveTargets, type Target, writeTarget } from './update-target.ts'

type UpdateContext = {
  readonly isInsert: boolean
  readonly nowMs: number
  readonly matched: PathChoices['matched']
}

type UpdateResult = { readonly document: BsonDocument; readonly updateDescription: BsonDocument }
export type Updater = (document: BsonDocument, context: UpdateContext) => UpdateResult

type Changes = { readonly updatedFields: BsonDocument; readonly removedFields: Set<string> }
type Work = { readonly document: BsonDocument; readonly context: UpdateContext; readonly choices: PathChoices; readonly changes: Changes }
type FieldOperator = (path: readonly string[], operand: BsonValue) => (work: Work) => void

function set(work: Work, target: Target, value: BsonValue): void {
  if (target.path === '_id' || target.path.startsWith('_id.')) {
    const before = childOf(target.container, target.field)
    if (before !== undefined && !equalValues(before, value)) throw immutableId()
  }
  writeTarget(target, cloneValue(value))
  work.changes.updatedFields[target.path] = value
}

function immutableId(): CommandFailure {
  return new CommandFailure('ImmutableField', "performing an update on the path '_id' would modify the immutable field '_id'")
}

/** An operator that makes a value from the present one; answers undefined to leave the place alone. */
function valueOperator(next: (current: BsonValue, operand: BsonValue, context: UpdateContext) => BsonValue): FieldOperator {
  return (path, operand) => (work) => {
    for (const target of resolveTargets(work.document, path, true, work.choices)) {
      const value = next(childOf(target.container, target.field), operand, work.context)
      if (value !== undefined) set(work, target, value)
    }
  }
}

function numeric(value: BsonValue, name: string) {
  if (!isNumeric(value)) throw new CommandFailure('TypeMismatch', `cannot apply ${name} with or to a non-numeric value`)
  return value
}

function arrayOperator(name: string, make: (operand: BsonValue) => ArrayChange, creates: boolean): FieldOperator {
  return (path, operand) => {
    const change = make(operand)
    return (work) => {
      for (const target of resolveTargets(work.document, path, creates, work.choices)) {
        const current = childOf(target.container, target.field)
        if (current !== undefined && !isArray(current)) {
          throw new CommandFailure('BadValue', `${name}: the field '${target.path}' must be an array`)
        }
        const next = change(current)
        if (next !== undefined && !(current !== undefined && equalValues(current, next))) set(work, target, next)
      }
    }
  }
}

function unset(path: readonly string[]): (work: Work) => void {
  return (work) => {
    for (const target of resolveTargets(work.document, path, false, work.choices)) {
      if (childOf(target.container, target.field) === undefined) continue
      if (target.path === '_id') throw immutableId()
      removeTarget(target)
      work.changes.removedFields.add(target.path)
    }
  }
}

function rename(path: readonly string[], operand: BsonValue): (work: Work) => void {
  if (typeof operand !== 'string') throw new CommandFailure('BadValue', '$rename needs the new path as a string')
  const destination = splitPath(operand)
  return (work) => {
    const [source] = resolveTargets(work.document, path, false, work.choices)
    const value = source === undefined ? undefined : childOf(source.container, source.field)
    if (value === undefined) return
    unset(path)(work)
    for (const target of resolveTargets(work.document, destination, true, work.choices)) set(work, target, value)
  }
}

function bitwise(current: BsonValue, operand: BsonValue): BsonValue {
  const [[name, mask] = ['', undefined], ...more] = isDocument(operand) ? Object.entries(operand) : []
  if (more.length > 0 || !['and', 'or', 'xor'].includes(name) || !isNumeric(mask))
    throw new CommandFailure('BadValue', '$bit needs one of and, or, xor')
  const left = current === undefined ? 0n : BigInt(numeric(current, '$bit').toString())
  const right = BigInt(mask.toString())
  const value = name === 'and' ? left & right : name === 'or' ? left | right : left ^ right
  return current instanceof Long || mask instanceof Long ? Long.fromBigInt(value) : new Int32(Number(value))
}

function currentDate(_current: BsonValue, operand: BsonValue, context: UpdateContext): BsonValue {
  const type = isDocument(operand) ? operand['$type'] : 'date'
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(context.nowMs / 1000), i: 1 })
  if (type !== 'date') throw new CommandFailure('BadValue', "$currentDate knows the types 'date' and 'timestamp'")
  return new Date(context.nowMs)
}

const OPERATORS: Readonly<Record<string, FieldOperator>> = {
  $set: valueOperator((_current, operand) => operand),
  $setOnInsert: valueOperator((_current, operand, context) => (context.isInsert ? operand : undefined)),
  $inc: valueOperator((current, operand) =>
    current === undefined ? numeric(operand, '$inc') : addNumbers(numeric(current, '$inc'), numeric(operand, '$inc')),
  ),
  $mul: valueOperator((current, operand) =>
    multiplyNumbers(current === undefined ? new Int32(0) : numeric(current, '$mul'), numeric(operand, '$mul')),
  ),
  $min: valueOperator((current, operand) => (current === undefined || compareValues(operand, current) < 0 ? operand : undefined)),
  $max: valueOperator((current, operand) => (current === undefined || compareValues(operand, current) > 0 ? operand : undefined)),
  $bit: valueOperator(bitwise),
  $currentDate: valueOperator(currentDate),
  $unset: unset,
  $rename: rename,
  $push: arrayOperator('$push', pushChange, true),
  $addToSet: arrayOperator('$addToSet', addToSetChange, true),
  $pull: arrayOperator('$pull', pullChange, false),
  $pullAll: arrayOperator('$pullAll', pullAllChange, false),
  $pop: arrayOperator('$pop', popChange, false),
}

function checkConflicts(paths: readonly string[]): void {
  const sorted = [...paths].sort()
  for (const path of sorted) {
    const other = sorted.find((each) => each !== path && each.startsWith(`${path}.`))
    if (other !== undefined || sorted.filter((each) => each === path).length > 1) {
      throw new CommandFailure('ConflictingUpdateOperators', `updating the path '${other ?? path}' would create a conflict at '${path}'`)
    }
  }
}

function compileFilters(arrayFilters: readonly BsonValue[]): ReadonlyMap<string, DocumentTest> {
  const filters = new Map<string, DocumentTest>()
  for (const filter of arrayFilters) {
    if (!isDocument(filter)) throw new CommandFailure('BadValue', 'an array filter must be a document')
    const identifier = Object.keys(filter)[0]?.split('.')[0] ?? ''
    if (filters.has(identifier)) throw new CommandFailure('FailedToParse', `two array filters for identifier '${identifier}'`)
    filters.set(identifier, compileFilter(filter))
  }
  return filters
}

function checkFiltersUsed(filters: ReadonlyMap<string, unknown>, paths: readonly string[]): void {
  for (const identifier of filters.keys()) {
    if (!paths.some((path) => path.split('.').includes(`$[${identifier}]`))) {
      throw new CommandFailure('FailedToParse', `the array filter for identifier '${identifier}' was not used in the update`)
    }
  }
}

/** Compiles an update by operators such as `$set` and `$push`. */
export function compileOperatorUpdate(update: BsonDocument, arrayFilters: readonly BsonValue[] = []): Updater {
  const paths: string[] = []
  const steps: ((work: Work) => void)[] = []
  for (const [name, operands] of Object.entries(update)) {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined
    if (operator === undefined) throw name.startsWith('$') ? refuse('update operator', name) : mixedUpdate(name)
    if (!isDocument(operands)) throw new CommandFailure('FailedToParse', `${name} needs a document of fields`)
    for (const [path, operand] of Object.entries(operands)) {
      paths.push(path)
      if (name === '$rename' && typeof operand === 'string') paths.push(operand)
      steps.push(operator(splitPath(path), operand))
    }
  }
  checkConflicts(paths)
  const filters = compileFilters(arrayFilters)
  checkFiltersUsed(filters, paths)
  return (before, context) => {
    // cloneValue of a document is a document of the same fields.
    const document = cloneValue(before) as BsonDocument
    const changes: Changes = { updatedFields: {}, removedFields: new Set() }
    const work: Work = { document, context, choices: { matched: context.matched, filters }, changes }
    for (const step of steps) step(work)
    return {
      document,
      updateDescription: { updatedFields: changes.updatedFields, removedFields: [...changes.removedFields], truncatedArrays: [] },
    }
  }
}

function mixedUpdate(name: string): CommandFailure {
  return new CommandFailure('FailedToParse', `unknown modifier: ${name}; expected an update operator such as $set`)
}
