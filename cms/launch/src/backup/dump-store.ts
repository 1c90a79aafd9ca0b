import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type CollectionSummary, chunkEntry } from './archive-format.ts'
import type { ArchiveWriter, WrittenEntry } from './archive-writer.ts'
import { type BsonRow, createTally, encodeRow, indexText } from './document-codec.ts'
import type { Progress } from './progress.ts'
import { readRows } from './store-rows.ts'
import type { StoreSnapshot } from './store-snapshot.ts'

const compress = promisify(gzip)
/** Before compression; a chunk is written and read back as a whole. */
const CHUNK_BYTES = 4 * 1024 * 1024
const OWN_INDEX = '_id_'

export type DumpedStore = { readonly collections: readonly CollectionSummary[]; readonly entries: readonly WrittenEntry[] }

/** Writes every collection of a snapshot but those left out. */
export async function dumpStore(
  snapshot: StoreSnapshot,
  leftOut: readonly string[],
  writer: ArchiveWriter,
  progress: Progress,
): Promise<DumpedStore> {
  const collections: CollectionSummary[] = []
  const entries: WrittenEntry[] = []
  for (const name of snapshot.collections.filter((each) => !leftOut.includes(each))) {
    const tally = createTally()
    const chunks: WrittenEntry[] = []
    for await (const chunk of inChunks(snapshot, name)) {
      for (const row of chunk) tally.add(row)
      chunks.push(await writer.add(chunkEntry(name, chunks.length + 1), await compress(Buffer.concat(chunk))))
      progress.show({ step: `reading ${name}`, items: `${String(tally.read().documents)} documents` })
    }
    collections.push({ name, ...tally.read(), chunks: chunks.length, indexes: await indexesOf(snapshot, name) })
    entries.push(...chunks)
  }
  return { collections, entries }
}

async function* inChunks({ database, session }: StoreSnapshot, name: string): AsyncGenerator<readonly Uint8Array[]> {
  let chunk: Uint8Array[] = []
  let sizeBytes = 0
  for await (const row of readRows(database.collection<BsonRow>(name), session)) {
    const bytes = encodeRow(row)
    chunk.push(bytes)
    sizeBytes += bytes.length
    if (sizeBytes < CHUNK_BYTES) continue
    yield chunk
    chunk = []
    sizeBytes = 0
  }
  if (chunk.length > 0) yield chunk
}

/** Every collection has the one over `_id` by itself. */
async function indexesOf({ database }: StoreSnapshot, name: string): Promise<string[]> {
  const specs = await database.collection(name).listIndexes().toArray()
  return specs.filter((spec) => spec['name'] !== OWN_INDEX).map(indexText)
}
