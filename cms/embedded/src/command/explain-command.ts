import type { CollectionEntry, IndexEntry } from '../engine/catalogue.ts'
import { planRequest, type ScanCounts, type ScanRequest, scanDocuments } from '../engine/collection-scan.ts'
import type { ReadView } from '../engine/view.ts'
import type { IndexScan, ScanPlan } from '../index/index-plan.ts'
import { type BsonDocument, isDocument } from '../value/bson-value.ts'
import { CommandFailure, refuse } from '../value/failure.ts'
import type { Command } from './command.ts'

function scanStage(scan: IndexScan<IndexEntry>): BsonDocument {
  const { definition, arrayFields } = scan.index
  return {
    stage: 'IXSCAN',
    indexName: definition.name,
    keyPattern: definition.spec['key'],
    isMultiKey: arrayFields !== 0,
    isUnique: definition.unique,
    direction: scan.backward ? 'backward' : 'forward',
    boundFields: scan.boundFields,
    seeks: scan.ranges.length,
  }
}

function planStage(plan: ScanPlan<IndexEntry>, request: ScanRequest): BsonDocument {
  if (plan.kind === 'collection') return sorted({ stage: 'COLLSCAN' }, request)
  if (plan.kind === 'union') return sorted({ stage: 'FETCH', inputStage: { stage: 'OR', inputStages: plan.scans.map(scanStage) } }, request)
  const fetch = { stage: 'FETCH', inputStage: scanStage(plan) }
  return plan.sorted ? fetch : sorted(fetch, request)
}

function sorted(stage: BsonDocument, request: ScanRequest): BsonDocument {
  return request.sort === undefined || Object.keys(request.sort).length === 0 ? stage : { stage: 'SORT', inputStage: stage }
}

/** The scan that a find, count, distinct, or aggregation's leading stages amount to. */
function requestOf(explained: BsonDocument): { readonly name: string; readonly request: ScanRequest } {
  const [command = ''] = Object.keys(explained)
  const name = explained[command]
  if (typeof name !== 'string') throw new CommandFailure('FailedToParse', 'explain needs a command on a collection')
  const filterField = { find: 'filter', count: 'query', distinct: 'query' }[command]
  if (filterField === undefined) throw refuse('explain of', command)
  const filter = explained[filterField]
  const sort = explained['sort']
  return { name, request: { filter: isDocument(filter) ? filter : {}, sort: isDocument(sort) ? sort : undefined } }
}

function executionOf(view: ReadView, entry: CollectionEntry | undefined, request: ScanRequest): BsonDocument {
  const counts: ScanCounts = { keys: 0, documents: 0 }
  let returned = 0
  for (const _row of scanDocuments(view, entry, request, counts)) returned += 1
  return { executionSuccess: true, nReturned: returned, totalKeysExamined: counts.keys, totalDocsExamined: counts.documents }
}

export const explainCommand: Command = {
  name: 'explain',
  effect: 'read',
  fields: { explain: 'document', verbosity: 'text' },
  run: (fields, view, _context, { db }) => {
    const { name, request } = requestOf(fields.optionalDocument('explain') ?? {})
    const entry = view.catalogue.find(db, name)
    const winningPlan = entry === undefined ? { stage: 'EOF' } : planStage(planRequest(entry, request), request)
    const queryPlanner = { namespace: `${db}.${name}`, parsedQuery: request.filter, winningPlan, rejectedPlans: [] }
    const executes = fields.value('verbosity') !== 'queryPlanner'
    return { queryPlanner, ...(executes ? { executionStats: executionOf(view, entry, request) } : {}) }
  },
}
