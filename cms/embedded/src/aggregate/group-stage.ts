import { Int32 } from 'bson'
import { compileExpression, type Expression } from '../expression/expression.ts'
import { averageOf, distinctOf, extremeOf, sumOf } from '../expression/value-operators.ts'
import { valueKey } from '../index/value-key.ts'
import { type BsonDocument, type BsonValue, isDocument, setField } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'

/** Gathers the values of one group and answers when all have been seen. */
type Accumulator = (values: readonly BsonValue[]) => BsonValue

function present(values: readonly BsonValue[]): readonly BsonValue[] {
  return values.filter((value) => value !== undefined)
}

const ACCUMULATORS: Readonly<Record<string, Accumulator>> = {
  $sum: sumOf,
  $avg: averageOf,
  $min: (values) => extremeOf(values, -1),
  $max: (values) => extremeOf(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => present(values),
  $addToSet: (values) => distinctOf(present(values)),
  $count: (values) => new Int32(values.length),
  $mergeObjects: (values) => Object.assign({}, ...values.filter(isDocument)),
}

type GroupField = { readonly name: string; readonly accumulate: Accumulator; readonly expression: Expression }

function groupField(name: string, value: BsonValue): GroupField {
  const entries = isDocument(value) ? Object.entries(value) : []
  const [operator, operand] = entries[0] ?? []
  if (operator === undefined || entries.length !== 1)
    throw new CommandFailure('BadValue', `the field '${name}' of $group must be an accumulator`)
  const accumulate = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined
  if (accumulate === undefined) throw refuse('accumulator', operator)
  return { name, accumulate, expression: compileExpression(operator === '$count' ? 1 : operand) }
}

type Group = { readonly id: BsonValue; readonly values: BsonValue[][] }

/** `$group`: one document a distinct `_id`, in the order in which the groups first appear. */
export function compileGroup(spec: BsonValue, variables: BsonDocument): (documents: readonly BsonDocument[]) => BsonDocument[] {
  if (!isDocument(spec) || !Object.hasOwn(spec, '_id')) throw new CommandFailure('BadValue', 'a group specification must include an _id')
  const { _id: idSpec, ...rest } = spec
  const idExpression = compileExpression(idSpec)
  const fields = Object.entries(rest).map(([name, value]) => groupField(name, value))
  return (documents) => {
    const groups = new Map<string, Group>()
    for (const root of documents) {
      const scope = { root, variables }
      const id = idExpression(scope) ?? null
      const key = valueKey(id).toString('latin1')
      const group = groups.get(key) ?? { id, values: fields.map(() => []) }
      groups.set(key, group)
      for (const [at, field] of fields.entries()) group.values[at]?.push(field.expression(scope))
    }
    return [...groups.values()].map((group) => {
      const document: BsonDocument = { _id: group.id }
      for (const [at, field] of fields.entries()) setField(document, field.name, field.accumulate(group.values[at] ?? []))
      return document
    })
  }
}
