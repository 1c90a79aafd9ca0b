import { BSONRegExp } from 'bson'
import { type BsonDocument, type BsonValue, isArray, isDocument, isTruthy } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { splitPath, visitLeaves, visitPath } from '../value/field-path.ts'
import { bitsTest, equalTest, moduloTest, orderTest, regexTest, sizeTest, typeTest, type ValueTest } from './operator-tests.ts'

export type DocumentTest = (document: BsonDocument) => boolean

/** Compiles the operand of `$expr`; given by the layer that owns expressions. */
export type ExpressionTest = (expression: BsonValue) => DocumentTest

function refuseExpression(): never {
  throw refuse('operator in this place', '$expr')
}

type OperatorContext = { readonly parts: readonly string[]; readonly siblings: BsonDocument; readonly expressionTest: ExpressionTest }

function leaf(parts: readonly string[], test: ValueTest): DocumentTest {
  return (document) => visitLeaves(document, parts, test)
}

function not(test: DocumentTest): DocumentTest {
  return (document) => !test(document)
}

function all(tests: readonly DocumentTest[]): DocumentTest {
  const [first] = tests
  if (tests.length === 1 && first !== undefined) return first
  return (document) => tests.every((test) => test(document))
}

function isOperatorDocument(value: BsonValue): value is BsonDocument {
  return isDocument(value) && (Object.keys(value)[0]?.startsWith('$') ?? false)
}

function listOf(operand: BsonValue, name: string): readonly BsonValue[] {
  if (!isArray(operand)) throw new CommandFailure('BadValue', `${name} needs an array`)
  return operand
}

function memberTest(operand: BsonValue, name: string): ValueTest {
  const tests = listOf(operand, name).map((each) => {
    if (isOperatorDocument(each)) throw new CommandFailure('BadValue', `cannot nest $ under ${name}`)
    return each instanceof BSONRegExp ? regexTest(each) : equalTest(each)
  })
  return (value) => tests.some((test) => test(value))
}

function elementTest(operand: BsonValue, expressionTest: ExpressionTest): ValueTest {
  if (!isDocument(operand)) throw new CommandFailure('BadValue', '$elemMatch needs a document')
  const first = Object.keys(operand)[0] ?? ''
  if (first.startsWith('$') && !LOGICAL.has(first)) {
    const test = operatorTests(operand, { parts: ['value'], siblings: operand, expressionTest })
    return (value) => isArray(value) && value.some((element) => test({ value: isArray(element) ? [element] : element }))
  }
  const test = compileFilter(operand, expressionTest)
  return (value) => isArray(value) && value.some((element) => isDocument(element) && test(element))
}

function allTest(operand: BsonValue, context: OperatorContext): DocumentTest {
  const wanted = listOf(operand, '$all')
  if (wanted.length === 0) return () => false
  return all(
    wanted.map((each) => {
      if (isOperatorDocument(each)) return operatorTests(each, { ...context, siblings: each })
      return leaf(context.parts, each instanceof BSONRegExp ? regexTest(each) : equalTest(each))
    }),
  )
}

function notTest(operand: BsonValue, context: OperatorContext): DocumentTest {
  if (operand instanceof BSONRegExp) return not(leaf(context.parts, regexTest(operand)))
  if (!isOperatorDocument(operand)) throw new CommandFailure('BadValue', '$not needs a regular expression or a document of operators')
  return not(operatorTests(operand, { ...context, siblings: operand }))
}

function patternTest(operand: BsonValue, context: OperatorContext): DocumentTest {
  const options = context.siblings['$options']
  if (options !== undefined && typeof options !== 'string') throw new CommandFailure('BadValue', '$options must be a string')
  if (operand instanceof BSONRegExp) return leaf(context.parts, regexTest(new BSONRegExp(operand.pattern, options ?? operand.options)))
  if (typeof operand !== 'string') throw new CommandFailure('BadValue', '$regex must be a string or a regular expression')
  return leaf(context.parts, regexTest(new BSONRegExp(operand, [...(options ?? '')].sort().join(''))))
}

type Operator = (operand: BsonValue, context: OperatorContext) => DocumentTest

const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: (operand, { parts }) => leaf(parts, equalTest(operand)),
  $ne: (operand, { parts }) => not(leaf(parts, equalTest(operand))),
  $gt: (operand, { parts }) =>
    leaf(
      parts,
      orderTest(operand, (order) => order > 0),
    ),
  $gte: (operand, { parts }) =>
    leaf(
      parts,
      orderTest(operand, (order) => order >= 0),
    ),
  $lt: (operand, { parts }) =>
    leaf(
      parts,
      orderTest(operand, (order) => order < 0),
    ),
  $lte: (operand, { parts }) =>
    leaf(
      parts,
      orderTest(operand, (order) => order <= 0),
    ),
  $in: (operand, { parts }) => leaf(parts, memberTest(operand, '$in')),
  $nin: (operand, { parts }) => not(leaf(parts, memberTest(operand, '$nin'))),
  $exists: (operand, { parts }) => {
    const exists: DocumentTest = (document) => visitPath(document, parts, (value) => value !== undefined)
    return isTruthy(operand) ? exists : not(exists)
  },
  $type: (operand, { parts }) => leaf(parts, typeTest(operand)),
  $regex: patternTest,
  $not: notTest,
  $elemMatch: (operand, { parts, expressionTest }) => {
    const test = elementTest(operand, expressionTest)
    return (document) => visitPath(document, parts, test)
  },
  $all: allTest,
  $size: (operand, { parts }) => {
    const test = sizeTest(operand)
    return (document) => visitPath(document, parts, test)
  },
  $mod: (operand, { parts }) => leaf(parts, moduloTest(operand)),
  $bitsAllSet: (operand, { parts }) => leaf(parts, bitsTest('$bitsAllSet', operand)),
  $bitsAllClear: (operand, { parts }) => leaf(parts, bitsTest('$bitsAllClear', operand)),
  $bitsAnySet: (operand, { parts }) => leaf(parts, bitsTest('$bitsAnySet', operand)),
  $bitsAnyClear: (operand, { parts }) => leaf(parts, bitsTest('$bitsAnyClear', operand)),
  $comment: () => () => true,
}

function operatorTests(operators: BsonDocument, context: OperatorContext): DocumentTest {
  const tests: DocumentTest[] = []
  for (const name of Object.keys(operators)) {
    if (name === '$options') {
      if (operators['$regex'] === undefined) throw new CommandFailure('BadValue', '$options needs a $regex')
      continue
    }
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined
    if (operator === undefined) throw new CommandFailure('BadValue', `unknown operator: ${name}`)
    tests.push(operator(operators[name], context))
  }
  return all(tests)
}

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr', '$comment'])

function branches(operand: BsonValue, name: string, expressionTest: ExpressionTest): readonly DocumentTest[] {
  const list = listOf(operand, name)
  if (list.length === 0) throw new CommandFailure('BadValue', `${name} needs at least one document`)
  return list.map((each) => {
    if (!isDocument(each)) throw new CommandFailure('BadValue', `${name} needs documents`)
    return compileFilter(each, expressionTest)
  })
}

function logicalTest(name: string, operand: BsonValue, expressionTest: ExpressionTest): DocumentTest {
  if (name === '$comment') return () => true
  if (name === '$expr') return expressionTest(operand)
  if (name === '$and') return all(branches(operand, name, expressionTest))
  if (name === '$or' || name === '$nor') {
    const tests = branches(operand, name, expressionTest)
    const any: DocumentTest = (document) => tests.some((test) => test(document))
    return name === '$or' ? any : not(any)
  }
  throw new CommandFailure('BadValue', `unknown top level operator: ${name}`)
}

function fieldTest(path: string, condition: BsonValue, expressionTest: ExpressionTest): DocumentTest {
  const parts = splitPath(path)
  if (condition instanceof BSONRegExp) return leaf(parts, regexTest(condition))
  if (isOperatorDocument(condition)) return operatorTests(condition, { parts, siblings: condition, expressionTest })
  return leaf(parts, equalTest(condition))
}

/** Compiles a query filter once; anything it does not know is refused by name. */
export function compileFilter(filter: BsonDocument, expressionTest: ExpressionTest = refuseExpression): DocumentTest {
  const tests = Object.keys(filter).map((name) =>
    name.startsWith('$') ? logicalTest(name, filter[name], expressionTest) : fieldTest(name, filter[name], expressionTest),
  )
  return tests.length === 0 ? () => true : all(tests)
}
