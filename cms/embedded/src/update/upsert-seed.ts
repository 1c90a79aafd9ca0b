import { type BsonDocument, type BsonValue, isArray, isDocument, setField } from '../value/bson-value.ts'
import { splitPath } from '../value/field-path.ts'

function setPath(document: BsonDocument, parts: readonly string[], value: BsonValue): void {
  const [part = '', ...rest] = parts
  if (rest.length === 0) {
    setField(document, part, value)
    return
  }
  const child = document[part]
  const next: BsonDocument = isDocument(child) ? child : {}
  setField(document, part, next)
  setPath(next, rest, value)
}

function equalityOf(condition: BsonValue): BsonValue {
  if (!isDocument(condition) || !(Object.keys(condition)[0]?.startsWith('$') ?? false)) return condition
  if (condition['$eq'] !== undefined) return condition['$eq']
  const members = condition['$in']
  return isArray(members) && members.length === 1 ? members[0] : undefined
}

function collect(filter: BsonDocument, seed: BsonDocument): void {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && isArray(condition)) {
      for (const each of condition) if (isDocument(each)) collect(each, seed)
    } else if (path === '$or' && isArray(condition) && condition.length === 1 && isDocument(condition[0])) collect(condition[0], seed)
    else if (!path.startsWith('$')) {
      const value = equalityOf(condition)
      if (value !== undefined && !isPattern(value)) setPath(seed, splitPath(path), value)
    }
  }
}

function isPattern(value: BsonValue): boolean {
  return typeof value === 'object' && value !== null && '_bsontype' in value && value['_bsontype'] === 'BSONRegExp'
}

/** What an upsert starts from: the fields that its query binds to one value. */
export function upsertSeed(filter: BsonDocument): BsonDocument {
  const seed: BsonDocument = {}
  collect(filter, seed)
  return seed
}
