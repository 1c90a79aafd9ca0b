import { Int32 } from 'bson'
import type { CollectionEntry } from '../engine/catalogue.ts'
import { countAll, type Hint, scanDocuments } from '../engine/collection-scan.ts'
import type { ReadView } from '../engine/view.ts'
import { commandVariables, expressionTest } from '../expression/expression-test.ts'
import { compileFilter } from '../query/matcher.ts'
import { parseSort, sortByFields } from '../query/sort-order.ts'
import { type BsonDocument, type BsonValue, isArray, isDocument, isNumeric, toNumber } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import { compileGroup } from './group-stage.ts'
import { compileLookup } from './lookup-stage.ts'
import { documentStage, stageOf } from './pipeline-update.ts'
import { compileUnwind } from './shape-stages.ts'

export type PipelineScope = { readonly view: ReadView; readonly db: string; readonly variables: BsonDocument }
export type Stage = (documents: readonly BsonDocument[]) => readonly BsonDocument[]
export type PipelineRequest = {
  readonly pipeline: readonly BsonValue[]
  readonly hint?: Hint
  readonly variables?: BsonDocument | undefined
}

function whole(spec: BsonValue, stage: string, least: number): number {
  const value = isNumeric(spec) ? toNumber(spec) : Number.NaN
  if (!Number.isInteger(value) || value < least) throw new CommandFailure('BadValue', `${stage} must be a whole number, ${least} or more`)
  return value
}

function documentSpec(spec: BsonValue, stage: string): BsonDocument {
  if (!isDocument(spec)) throw new CommandFailure('BadValue', `the argument of ${stage} must be a document`)
  return spec
}

function facetStage(spec: BsonValue, scope: PipelineScope): Stage {
  const branches = Object.entries(documentSpec(spec, '$facet')).map(([name, stages]) => {
    if (!isArray(stages)) throw new CommandFailure('BadValue', `the branch '${name}' of $facet must be a pipeline`)
    return [name, compileStages(stages, scope)] as const
  })
  return (documents) => [Object.fromEntries(branches.map(([name, stages]) => [name, stages(documents)]))]
}

function countStage(spec: BsonValue): Stage {
  if (typeof spec !== 'string' || spec === '' || spec.startsWith('$')) throw new CommandFailure('BadValue', '$count needs a field name')
  return (documents) => (documents.length === 0 ? [] : [{ [spec]: new Int32(documents.length) }])
}

function sortByCount(spec: BsonValue, scope: PipelineScope): Stage {
  const group = compileGroup({ _id: spec, count: { $sum: 1 } }, scope.variables)
  const fields = parseSort({ count: -1 })
  return (documents) => sortByFields(group(documents), (document) => document, fields)
}

type StageMaker = (spec: BsonValue, scope: PipelineScope) => Stage

const STAGES: Readonly<Record<string, StageMaker>> = {
  $match: (spec, scope) => {
    const test = compileFilter(documentSpec(spec, '$match'), expressionTest(scope.variables, scope.view.world))
    return (documents) => documents.filter(test)
  },
  $sort: (spec) => {
    const fields = parseSort(documentSpec(spec, '$sort'))
    return (documents) => sortByFields(documents, (document) => document, fields)
  },
  $skip: (spec) => {
    const count = whole(spec, '$skip', 0)
    return (documents) => documents.slice(count)
  },
  $limit: (spec) => {
    const count = whole(spec, '$limit', 1)
    return (documents) => documents.slice(0, count)
  },
  $count: countStage,
  $group: (spec, scope) => compileGroup(spec, scope.variables),
  $unwind: (spec) => compileUnwind(spec),
  $lookup: (spec, scope) => compileLookup(documentSpec(spec, '$lookup'), scope, runPipeline),
  $facet: facetStage,
  $sortByCount: sortByCount,
  $unionWith: (spec, scope) => {
    const options = typeof spec === 'string' ? { coll: spec } : documentSpec(spec, '$unionWith')
    for (const option of Object.keys(options)) if (option !== 'coll' && option !== 'pipeline') throw refuse('option of $unionWith', option)
    const { coll, pipeline = [] }: BsonDocument = options
    if (typeof coll !== 'string' || !isArray(pipeline)) throw new CommandFailure('BadValue', '$unionWith needs coll')
    return (documents) => [...documents, ...runPipeline(scope, coll, { pipeline })]
  },
}

function compileStage(stage: BsonValue, scope: PipelineScope): Stage {
  const [name, spec] = stageOf(stage)
  const make = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
  if (make !== undefined) return make(spec, scope)
  const change = documentStage(name, spec, scope.variables)
  if (change === undefined) throw refuse('pipeline stage', name)
  return (documents) => documents.map(change)
}

export function compileStages(stages: readonly BsonValue[], scope: PipelineScope): Stage {
  const compiled = stages.map((stage) => compileStage(stage, scope))
  return (documents) => compiled.reduce<readonly BsonDocument[]>((current, stage) => stage(current), documents)
}

/** The leading stages that a collection scan can answer with its indexes, and how many they are. */
type Pushed = { filter: BsonDocument; sort: BsonDocument | undefined; skip: number; limit: number; used: number }

function pushDown(pipeline: readonly BsonValue[]): Pushed {
  const pushed: Pushed = { filter: {}, sort: undefined, skip: 0, limit: 0, used: 0 }
  const filters: BsonDocument[] = []
  for (const stage of pipeline) {
    const [name, spec] = stageOf(stage)
    const untouched = pushed.skip === 0 && pushed.limit === 0
    if (name === '$match' && untouched && pushed.sort === undefined && isDocument(spec)) filters.push(spec)
    else if (name === '$sort' && untouched && pushed.sort === undefined && isDocument(spec)) pushed.sort = spec
    else if (name === '$skip' && untouched) pushed.skip = whole(spec, '$skip', 0)
    else if (name === '$limit' && pushed.limit === 0) pushed.limit = whole(spec, '$limit', 1)
    else break
    pushed.used += 1
  }
  const [only] = filters
  pushed.filter = filters.length === 1 && only !== undefined ? only : filters.length === 0 ? {} : { $and: filters }
  return pushed
}

/** `countDocuments` of everything: the rows are counted, not read. */
function countsAll(pushed: Pushed, rest: readonly BsonValue[]): string | undefined {
  const [stage] = rest
  if (rest.length !== 1 || pushed.skip !== 0 || pushed.limit !== 0 || Object.keys(pushed.filter).length > 0 || !isDocument(stage))
    return undefined
  const group = stage['$group']
  if (!isDocument(group) || Object.keys(group).join() !== '_id,n' || !isDocument(group['n'])) return undefined
  const constant = isNumeric(group['_id']) && isNumeric(group['n']['$sum']) && toNumber(group['n']['$sum']) === 1
  return constant ? 'n' : undefined
}

function scanOf(view: ReadView, entry: CollectionEntry | undefined, pushed: Pushed, request: PipelineRequest): BsonDocument[] {
  const { filter, sort, skip, limit } = pushed
  const found = scanDocuments(view, entry, { filter, sort, skip, limit, hint: request.hint, variables: request.variables })
  return Array.from(found, (row) => row.document)
}

/** Runs a pipeline over a collection. */
export function runPipeline(scope: PipelineScope, name: string, request: PipelineRequest): readonly BsonDocument[] {
  const { view, db } = scope
  const entry = view.catalogue.find(db, name)
  const pushed = pushDown(request.pipeline)
  const rest = request.pipeline.slice(pushed.used)
  const variables = { ...commandVariables(undefined, view.world), ...scope.variables, ...request.variables }
  const inner: PipelineScope = { view, db, variables }
  const stages = compileStages(rest, inner)
  if (entry !== undefined && countsAll(pushed, rest) !== undefined) {
    const n = countAll(view, entry)
    return n === 0 ? [] : stages([{}]).map((document) => ({ ...document, n: new Int32(n) }))
  }
  return stages(scanOf(view, entry, pushed, { ...request, variables }))
}
