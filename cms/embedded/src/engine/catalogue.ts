import type { IndexDefinition } from '../index/index-definition.ts'
import { parseIndexDefinition } from '../index/index-definition.ts'
import { type BsonDocument, decodeDocument } from '../value/bson-value.ts'
import { blobAt, integerAt, type SqliteConnection, textAt } from './sqlite-connection.ts'

export type IndexEntry = { readonly id: number; readonly definition: IndexDefinition; readonly arrayFields: number }

export type CollectionEntry = {
  readonly id: number
  readonly db: string
  readonly name: string
  readonly uuid: Uint8Array
  readonly options: BsonDocument
  /** Without the `_id` index, which every collection has. */
  readonly indexes: readonly IndexEntry[]
}

/** The index on `_id` lives in the collection's own table; id 0 marks it. */
export const ID_INDEX: IndexEntry = { id: 0, definition: parseIndexDefinition({ key: { _id: 1 }, name: '_id_' }), arrayFields: 0 }

export function allIndexes(entry: CollectionEntry): readonly IndexEntry[] {
  return [ID_INDEX, ...entry.indexes]
}

export function namespaceOf(db: string, name: string): string {
  return `${db}.${name}`
}

/** An immutable list of collections and indexes: a rolled-back change is undone by dropping the newer value. */
export class Catalogue {
  private readonly byNamespace: ReadonlyMap<string, CollectionEntry>
  private readonly byNumber: ReadonlyMap<number, CollectionEntry>

  constructor(entries: Iterable<CollectionEntry>) {
    const list = [...entries]
    this.byNamespace = new Map(list.map((entry) => [namespaceOf(entry.db, entry.name), entry]))
    this.byNumber = new Map(list.map((entry) => [entry.id, entry]))
  }

  find(db: string, name: string): CollectionEntry | undefined {
    return this.byNamespace.get(namespaceOf(db, name))
  }

  byId(id: number): CollectionEntry | undefined {
    return this.byNumber.get(id)
  }

  all(): readonly CollectionEntry[] {
    return [...this.byNamespace.values()]
  }

  inDatabase(db: string): readonly CollectionEntry[] {
    return this.all()
      .filter((entry) => entry.db === db)
      .sort((left, right) => (left.name < right.name ? -1 : 1))
  }

  with(entry: CollectionEntry): Catalogue {
    return new Catalogue([...this.without(entry.id).all(), entry])
  }

  without(id: number): Catalogue {
    return new Catalogue(this.all().filter((entry) => entry.id !== id))
  }
}

export function loadCatalogue(connection: SqliteConnection): Catalogue {
  const indexes = new Map<number, IndexEntry[]>()
  for (const row of connection.rows('SELECT id, collection_id, spec, array_fields FROM collection_index ORDER BY id')) {
    const entry = {
      id: integerAt(row, 0),
      definition: parseIndexDefinition(decodeDocument(blobAt(row, 2))),
      arrayFields: integerAt(row, 3),
    }
    const collectionId = integerAt(row, 1)
    indexes.set(collectionId, [...(indexes.get(collectionId) ?? []), entry])
  }
  return new Catalogue(
    connection.rows('SELECT id, db, name, uuid, options FROM collection ORDER BY id').map((row) => ({
      id: integerAt(row, 0),
      db: textAt(row, 1),
      name: textAt(row, 2),
      uuid: blobAt(row, 3),
      options: decodeDocument(blobAt(row, 4)),
      indexes: indexes.get(integerAt(row, 0)) ?? [],
    })),
  )
}
