import type { ClientSession, mongo } from 'mongoose'
import { type BsonRow, LOSSLESS } from './document-codec.ts'

/** Documents asked for at a time: the embedded store answers nobody else while it looks for them. */
const PAGE_ROWS = 500

type Rows = mongo.Collection<BsonRow>

/**
 * All documents of a collection, in order of `_id`, in the kinds they have in BSON. Asked for page by page: one long query
 * would hold up everybody else's. Throws when the pages are not as many documents as the collection has.
 */
export async function* readRows(collection: Rows, session?: ClientSession): AsyncGenerator<BsonRow> {
  const options = { ...LOSSLESS, ...(session && { session }) }
  const total = await collection.countDocuments({}, session && { session })
  let read = 0
  for await (const row of (await hasOneKindOfId(collection, options)) ? pages(collection, options) : whole(collection, options)) {
    read += 1
    yield row
  }
  if (read !== total) throw new Error(`${collection.collectionName}: ${String(read)} of ${String(total)} documents could be read`)
}

type Options = typeof LOSSLESS & { readonly session?: ClientSession }

/** A filter by order sees ids of one kind only, and kinds follow each other: when the first and the last agree, all do. */
async function hasOneKindOfId(collection: Rows, options: Options): Promise<boolean> {
  const [first] = await collection.find({}, options).sort({ _id: 1 }).limit(1).toArray()
  const [last] = await collection.find({}, options).sort({ _id: -1 }).limit(1).toArray()
  return kindOf(first?._id) === kindOf(last?._id)
}

const kindOf = (id: unknown): string => (typeof id === 'object' && id !== null && '_bsontype' in id ? String(id._bsontype) : typeof id)

async function* pages(collection: Rows, options: Options): AsyncGenerator<BsonRow> {
  for (let filter: mongo.Filter<BsonRow> = {}; ; ) {
    let last: BsonRow | undefined
    for await (const row of collection.find(filter, options).sort({ _id: 1 }).limit(PAGE_ROWS)) {
      last = row
      yield row
    }
    if (last === undefined) return
    filter = { _id: { $gt: last._id } } as mongo.Filter<BsonRow> // an id of any kind, as it came
  }
}

const whole = (collection: Rows, options: Options): AsyncIterable<BsonRow> => collection.find({}, options).sort({ _id: 1 })
