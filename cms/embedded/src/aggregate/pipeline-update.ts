import { commandVariables } from '../expression/expression-test.ts'
import { type BsonDocument, type BsonValue, isDocument } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { compileProject, compileReplaceRoot, compileSet, compileUnset, type DocumentChange } from './shape-stages.ts'

const STAGES: Readonly<Record<string, (spec: BsonValue, variables: BsonDocument) => DocumentChange>> = {
  $set: compileSet,
  $addFields: compileSet,
  $unset: compileUnset,
  $project: compileProject,
  $replaceWith: compileReplaceRoot,
  $replaceRoot: (spec, variables) => {
    if (!isDocument(spec) || Object.keys(spec).join() !== 'newRoot')
      throw new CommandFailure('BadValue', '$replaceRoot needs newRoot alone')
    return compileReplaceRoot(spec['newRoot'], variables)
  },
}

/** The stage's name and operand; a stage names exactly one operator. */
export function stageOf(stage: BsonValue): readonly [string, BsonValue] {
  const entries = isDocument(stage) ? Object.entries(stage) : []
  const [entry] = entries
  if (entry === undefined || entries.length !== 1) throw new CommandFailure('UnknownStage', 'a pipeline stage names exactly one operator')
  return entry
}

export function documentStage(name: string, spec: BsonValue, variables: BsonDocument): DocumentChange | undefined {
  const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
  return compile?.(spec, variables)
}

/** Compiles the pipeline form of an update. */
export function compilePipelineUpdate(
  stages: readonly BsonValue[],
  given: BsonDocument | undefined,
  world: { readonly nowMs: () => number },
): DocumentChange {
  const variables = commandVariables(given, world)
  const changes = stages.map((stage) => {
    const [name, spec] = stageOf(stage)
    const change = documentStage(name, spec, variables)
    if (change === undefined) throw refuse('stage in an update', name)
    return change
  })
  return (document) => changes.reduce((next, change) => change(next), document)
}
