import { compilePipelineUpdate } from '../aggregate/pipeline-update.ts'
import type { CollectionEntry } from '../engine/catalogue.ts'
import type { StoredDocument } from '../engine/collection-scan.ts'
import { insertDocument, replaceDocument, withId } from '../engine/document-writer.ts'
import type { WriteView } from '../engine/view.ts'
import { matchedPosition } from '../query/positional-match.ts'
import { type CompiledUpdate, compileUpdate } from '../update/compile-update.ts'
import { upsertSeed } from '../update/upsert-seed.ts'
import { type BsonDocument, type BsonValue, isArray } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { readExpressionPath, splitPath } from '../value/field-path.ts'

export function compileStatement(
  update: BsonValue,
  arrayFilters: readonly BsonValue[],
  view: WriteView,
  variables: BsonDocument | undefined,
): CompiledUpdate {
  return compileUpdate(update, arrayFilters, (stages) => compilePipelineUpdate(stages, variables, view.world))
}

/** The collection as this write sees it now; an earlier statement may have changed its indexes' flags. */
function latest(view: WriteView, entry: CollectionEntry): CollectionEntry {
  return view.catalogue.byId(entry.id) ?? entry
}

/** Changes one found document; answers its next state and whether anything was written. */
export function applyUpdate(
  view: WriteView,
  entry: CollectionEntry,
  stored: StoredDocument,
  update: CompiledUpdate,
  filter: BsonDocument,
): { readonly document: BsonDocument; readonly modified: boolean } {
  const matched = (path: string): number | undefined => {
    const array = readExpressionPath(stored.document, splitPath(path))
    return isArray(array) ? matchedPosition(filter, path, array) : undefined
  }
  const { document, updateDescription } = update.apply(stored.document, { isInsert: false, nowMs: view.world.nowMs(), matched })
  const change = update.kind === 'replace' ? { operation: 'replace' as const } : { operation: 'update' as const, updateDescription }
  return { document, modified: replaceDocument(view, latest(view, entry), stored, document, change) }
}

/** Inserts what an upsert makes of its query and update. */
export function applyUpsert(view: WriteView, entry: CollectionEntry, filter: BsonDocument, update: CompiledUpdate): BsonDocument {
  const seed = upsertSeed(filter)
  const start = update.kind === 'replace' ? (seed['_id'] === undefined ? {} : { _id: seed['_id'] }) : seed
  const { document } = update.apply(start, { isInsert: true, nowMs: view.world.nowMs(), matched: () => undefined })
  const whole = withId(document)
  insertDocument(view, latest(view, entry), whole)
  return whole
}

/** How a statement's failure is told inside `writeErrors`. */
export function writeError(index: number, error: unknown): BsonDocument {
  if (!(error instanceof CommandFailure)) throw error
  // Extra fields of a failure are documents made by this store.
  return { index, code: error.code, errmsg: error.message, ...(error.extra as BsonDocument) }
}
