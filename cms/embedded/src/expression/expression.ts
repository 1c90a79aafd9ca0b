import { type BsonDocument, type BsonValue, fieldOf, isArray, isDocument, isTruthy, setField } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { readExpressionPath, splitPath } from '../value/field-path.ts'
import { LIBRARY_EXPRESSIONS, libraryExpression } from './library-expression.ts'
import { VALUE_OPERATORS } from './value-operators.ts'

type Scope = { readonly root: BsonDocument; readonly variables: BsonDocument }
export type Expression = (scope: Scope) => BsonValue

/** What `$$REMOVE` leaves: no field at all. */
const REMOVED = undefined

function constant(value: BsonValue): Expression {
  return () => value
}

function pathExpression(path: string): Expression {
  const parts = splitPath(path)
  return (scope) => readExpressionPath(scope.root, parts)
}

function variableExpression(name: string): Expression {
  const [variable = '', ...parts] = splitPath(name)
  if (variable === 'REMOVE') return constant(REMOVED)
  if (variable === 'ROOT') return (scope) => readExpressionPath(scope.root, parts)
  return (scope) => {
    if (variable === 'CURRENT' && !Object.hasOwn(scope.variables, variable)) return readExpressionPath(scope.root, parts)
    if (!Object.hasOwn(scope.variables, variable)) throw new CommandFailure('BadValue', `use of undefined variable: ${variable}`)
    return readExpressionPath(scope.variables[variable], parts)
  }
}

function documentExpression(fields: BsonDocument): Expression {
  const parts = Object.entries(fields).map(([field, value]) => [field, compileExpression(value)] as const)
  return (scope) => {
    const built: BsonDocument = {}
    for (const [field, expression] of parts) {
      const value = expression(scope)
      if (value !== undefined) setField(built, field, value)
    }
    return built
  }
}

function fieldsOf(operand: BsonValue, operator: string, known: readonly string[], required: readonly string[]): BsonDocument {
  if (!isDocument(operand)) throw new CommandFailure('FailedToParse', `${operator} needs a document`)
  for (const field of Object.keys(operand)) if (!known.includes(field)) throw refuse(`argument of ${operator}`, field)
  for (const field of required)
    if (!Object.hasOwn(operand, field)) throw new CommandFailure('FailedToParse', `${operator} needs '${field}'`)
  return operand
}

function conditional(operand: BsonValue): Expression {
  const [test, yes, no] = isArray(operand)
    ? operand
    : Object.values(arrange(fieldsOf(operand, '$cond', ['if', 'then', 'else'], ['if', 'then', 'else']), ['if', 'then', 'else']))
  if (isArray(operand) && operand.length !== 3) throw new CommandFailure('FailedToParse', '$cond needs three arguments')
  const [when, then, otherwise] = [compileExpression(test), compileExpression(yes), compileExpression(no)]
  return (scope) => (isTruthy(when(scope)) ? then(scope) : otherwise(scope))
}

function arrange(document: BsonDocument, order: readonly string[]): BsonDocument {
  return Object.fromEntries(order.map((field) => [field, document[field]]))
}

function switchExpression(operand: BsonValue): Expression {
  const fields = fieldsOf(operand, '$switch', ['branches', 'default'], ['branches'])
  const list = fields['branches']
  if (!isArray(list) || list.length === 0) throw new CommandFailure('FailedToParse', '$switch needs at least one branch')
  const branches = list.map((each) => {
    const branch = fieldsOf(each, '$switch branch', ['case', 'then'], ['case', 'then'])
    return [compileExpression(branch['case']), compileExpression(branch['then'])] as const
  })
  const otherwise = Object.hasOwn(fields, 'default') ? compileExpression(fields['default']) : undefined
  return (scope) => {
    const found = branches.find(([test]) => isTruthy(test(scope)))
    if (found !== undefined) return found[1](scope)
    if (otherwise === undefined) throw new CommandFailure('BadValue', '$switch found no branch and has no default')
    return otherwise(scope)
  }
}

function letExpression(operand: BsonValue): Expression {
  const fields = fieldsOf(operand, '$let', ['vars', 'in'], ['vars', 'in'])
  const variables = documentExpression(isDocument(fields['vars']) ? fields['vars'] : {})
  const body = compileExpression(fields['in'])
  return (scope) => {
    const bound = variables(scope)
    return body({ root: scope.root, variables: { ...scope.variables, ...(isDocument(bound) ? bound : {}) } })
  }
}

type ElementWalk = (elements: readonly BsonValue[], evaluate: (element: BsonValue) => BsonValue) => BsonValue

function eachElement(operator: string, bodyField: string, walk: ElementWalk): (operand: BsonValue) => Expression {
  return (operand) => {
    const fields = fieldsOf(operand, operator, ['input', 'as', bodyField], ['input', bodyField])
    const name = typeof fields['as'] === 'string' ? fields['as'] : 'this'
    const input = compileExpression(fields['input'])
    const body = compileExpression(fields[bodyField])
    return (scope) => {
      const elements = input(scope)
      if (elements === undefined || elements === null) return null
      if (!isArray(elements)) throw new CommandFailure('BadValue', `the input of ${operator} must be an array`)
      return walk(elements, (element) => body({ root: scope.root, variables: { ...scope.variables, [name]: element ?? null } }))
    }
  }
}

function reduceExpression(operand: BsonValue): Expression {
  const fields = fieldsOf(operand, '$reduce', ['input', 'initialValue', 'in'], ['input', 'initialValue', 'in'])
  const [input, initial, body] = [
    compileExpression(fields['input']),
    compileExpression(fields['initialValue']),
    compileExpression(fields['in']),
  ]
  return (scope) => {
    const elements = input(scope)
    if (elements === undefined || elements === null) return null
    if (!isArray(elements)) throw new CommandFailure('BadValue', 'the input of $reduce must be an array')
    return elements.reduce<BsonValue>(
      (value, element) => body({ root: scope.root, variables: { ...scope.variables, value: value ?? null, this: element ?? null } }),
      initial(scope),
    )
  }
}

function logical(stopsAt: boolean): (operand: BsonValue) => Expression {
  return (operand) => {
    const parts = (isArray(operand) ? operand : [operand]).map(compileExpression)
    return (scope) => (parts.some((part) => isTruthy(part(scope)) === stopsAt) ? stopsAt : !stopsAt)
  }
}

/** Operators that decide themselves what of their operand is evaluated. */
const LAZY_OPERATORS: Readonly<Record<string, (operand: BsonValue) => Expression>> = {
  $literal: constant,
  $cond: conditional,
  $switch: switchExpression,
  $let: letExpression,
  $reduce: reduceExpression,
  $map: eachElement('$map', 'in', (elements, evaluate) => elements.map((element) => evaluate(element) ?? null)),
  $filter: eachElement('$filter', 'cond', (elements, evaluate) => elements.filter((element) => isTruthy(evaluate(element)))),
  $and: logical(false),
  $or: logical(true),
  $ifNull: (operand) => {
    const parts = (isArray(operand) ? operand : [operand]).map(compileExpression)
    return (scope) => {
      let value: BsonValue
      for (const part of parts) {
        value = part(scope)
        if (value !== undefined && value !== null) return value
      }
      return value
    }
  },
}

function operatorExpression(name: string, operand: BsonValue): Expression {
  const lazy = Object.hasOwn(LAZY_OPERATORS, name) ? LAZY_OPERATORS[name] : undefined
  if (lazy !== undefined) return lazy(operand)
  const eager = Object.hasOwn(VALUE_OPERATORS, name) ? VALUE_OPERATORS[name] : undefined
  if (eager !== undefined) {
    const parts = (isArray(operand) ? operand : [operand]).map(compileExpression)
    if (parts.length < eager.least || parts.length > eager.most)
      throw new CommandFailure('BadValue', `${name} takes another number of arguments`)
    return (scope) => eager.evaluate(parts.map((part) => part(scope)))
  }
  const known = LIBRARY_EXPRESSIONS.get(name)
  if (known === undefined) throw refuse('expression operator', name)
  if (isDocument(operand)) for (const field of Object.keys(operand)) if (!known.includes(field)) throw refuse(`argument of ${name}`, field)
  const argument = compileExpression(operand)
  return (scope) => libraryExpression(name, argument(scope))
}

/** Compiles an aggregation expression; operators and arguments that are not implemented are refused by name. */
export function compileExpression(value: BsonValue): Expression {
  if (typeof value === 'string' && value.startsWith('$')) {
    return value.startsWith('$$') ? variableExpression(value.slice(2)) : pathExpression(value.slice(1))
  }
  if (isArray(value)) {
    const parts = value.map(compileExpression)
    return (scope) => parts.map((part) => part(scope) ?? null)
  }
  if (!isDocument(value)) return constant(value)
  const names = Object.keys(value)
  const operator = names.find((name) => name.startsWith('$'))
  if (operator === undefined) return documentExpression(value)
  if (names.length > 1) throw new CommandFailure('FailedToParse', 'an expression names one operator')
  return operatorExpression(operator, fieldOf(value, operator))
}
