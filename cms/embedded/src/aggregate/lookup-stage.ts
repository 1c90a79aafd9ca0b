import { compileExpression } from '../expression/expression.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { splitPath, visitPath } from '../value/field-path.ts'
import type { PipelineRequest, PipelineScope, Stage } from './pipeline.ts'

type RunPipeline = (scope: PipelineScope, name: string, request: PipelineRequest) => readonly BsonDocument[]

const OPTIONS = ['from', 'localField', 'foreignField', 'let', 'pipeline', 'as']

function textOption(spec: BsonDocument, option: string): string | undefined {
  const value = spec[option]
  if (value !== undefined && typeof value !== 'string') throw new CommandFailure('FailedToParse', `'${option}' of $lookup must be a string`)
  return value
}

/** Local values to look for: an array stands for its elements, a missing field for null. */
function localValues(document: BsonDocument, parts: readonly string[]): readonly BsonValue[] {
  const values: BsonValue[] = []
  visitPath(document, parts, (value) => {
    if (isArray(value)) values.push(...value)
    else values.push(value ?? null)
    return false
  })
  return values.length === 0 ? [null] : values
}

function withAs(document: BsonDocument, as: string, found: readonly BsonDocument[]): BsonDocument {
  return { ...document, [as]: found }
}

/** `$lookup` by fields, by a pipeline with `let`, or by both; each lookup uses the indexes of the other collection. */
export function compileLookup(spec: BsonDocument, scope: PipelineScope, run: RunPipeline): Stage {
  for (const option of Object.keys(spec)) if (!OPTIONS.includes(option)) throw refuse('option of $lookup', option)
  const from = textOption(spec, 'from')
  const as = textOption(spec, 'as')
  if (from === undefined || as === undefined) throw new CommandFailure('FailedToParse', "$lookup needs 'from' and 'as'")
  if (as.includes('.')) throw refuse("in $lookup the dotted 'as'", as)
  const localField = textOption(spec, 'localField')
  const foreignField = textOption(spec, 'foreignField')
  const pipeline = spec['pipeline'] ?? []
  if (!isArray(pipeline)) throw new CommandFailure('FailedToParse', "'pipeline' of $lookup must be a list of stages")
  if ((localField === undefined) !== (foreignField === undefined) || (localField === undefined && spec['pipeline'] === undefined)) {
    throw new CommandFailure('FailedToParse', "$lookup needs 'localField' with 'foreignField', or a 'pipeline'")
  }
  const localParts = localField === undefined ? undefined : splitPath(localField)
  const bindings = Object.entries(isDocument(spec['let']) ? spec['let'] : {}).map(
    ([name, value]) => [name, compileExpression(value)] as const,
  )
  return (documents) =>
    documents.map((document) => {
      const bound: BsonDocument = {}
      for (const [name, expression] of bindings) bound[name] = expression({ root: document, variables: scope.variables }) ?? null
      const match =
        localParts === undefined || foreignField === undefined
          ? []
          : [{ $match: { [foreignField]: { $in: localValues(document, localParts) } } }]
      return withAs(document, as, run(scope, from, { pipeline: [...match, ...pipeline], variables: bound }))
    })
}
