import type { DocumentTest, ExpressionTest } from '../query/matcher.ts'
import { type BsonDocument, isTruthy } from '../value/bson-value.ts'
import { compileExpression } from './expression.ts'

/** The variables every expression of one command sees. */
export function commandVariables(given: BsonDocument | undefined, world: { readonly nowMs: () => number }): BsonDocument {
  return { ...given, NOW: new Date(world.nowMs()) }
}

/** Makes `$expr` available to the matcher. */
export function expressionTest(given: BsonDocument | undefined, world: { readonly nowMs: () => number }): ExpressionTest {
  const variables = commandVariables(given, world)
  return (operand): DocumentTest => {
    const expression = compileExpression(operand)
    return (document) => isTruthy(expression({ root: document, variables }))
  }
}
