import { type BsonDocument, type BsonValue, isArray, isDocument } from '../value/bson-value.ts'
import { CommandFailure } from '../value/failure.ts'
import { equalValues } from '../value/value-order.ts'
import { compileOperatorUpdate, type Updater } from './updater.ts'

export type CompiledUpdate = { readonly kind: 'replace' | 'update'; readonly apply: Updater }

/** Turns an update pipeline into a document function; given by the layer that owns stages. */
type PipelineCompiler = (stages: readonly BsonValue[]) => (document: BsonDocument) => BsonDocument

function keepId(before: BsonDocument, next: BsonDocument): BsonDocument {
  const { _id: id, ...rest } = next
  if (id !== undefined && before['_id'] !== undefined && !equalValues(id, before['_id'])) {
    throw new CommandFailure('ImmutableField', "the (immutable) field '_id' was found to have been altered")
  }
  const kept = before['_id'] ?? id
  return kept === undefined ? rest : { _id: kept, ...rest }
}

function changedFields(before: BsonDocument, next: BsonDocument): BsonDocument {
  const updatedFields: BsonDocument = {}
  for (const [field, value] of Object.entries(next)) {
    if (!Object.hasOwn(before, field) || !equalValues(before[field], value)) updatedFields[field] = value
  }
  const removedFields = Object.keys(before).filter((field) => !Object.hasOwn(next, field))
  return { updatedFields, removedFields, truncatedArrays: [] }
}

function replacement(next: BsonDocument): Updater {
  for (const field of Object.keys(next)) {
    if (field.startsWith('$'))
      throw new CommandFailure('DollarPrefixedFieldName', `the field '${field}' may not begin with '$' in a replacement`)
  }
  return (before) => ({ document: keepId(before, next), updateDescription: {} })
}

/** Compiles an update of any form: operators, a replacement document or a pipeline. */
export function compileUpdate(update: BsonValue, arrayFilters: readonly BsonValue[], pipeline: PipelineCompiler): CompiledUpdate {
  if (isArray(update)) {
    if (arrayFilters.length > 0) throw new CommandFailure('FailedToParse', 'arrayFilters do not go with a pipeline')
    const transform = pipeline(update)
    return {
      kind: 'update',
      apply: (before) => {
        const document = keepId(before, transform(before))
        return { document, updateDescription: changedFields(before, document) }
      },
    }
  }
  if (!isDocument(update)) throw new CommandFailure('FailedToParse', 'an update is a document or a pipeline')
  if (Object.keys(update)[0]?.startsWith('$')) return { kind: 'update', apply: compileOperatorUpdate(update, arrayFilters) }
  if (arrayFilters.length > 0) throw new CommandFailure('FailedToParse', 'arrayFilters do not go with a replacement')
  return { kind: 'replace', apply: replacement(update) }
}
