import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ProgrammeId } from '@ulan/contract'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose from 'mongoose'
import { readMultivariantPlaylist } from '../../e2e/fixtures/playlist.ts'
import { type ApiClient, createApiClient } from '../../lab/api-client.ts'
import { type ExitState, freePort, REPOSITORY, type ServerProcess, spawnServer, waitForReady } from '../../lab/server-process.ts'

export type Ended = { readonly code: number | null; readonly output: string }

const entryOf = (command: 'backup' | 'restore'): string => join(REPOSITORY, `cms/launch/src/${command}-command.ts`)

/** The command as `npm run` starts it, before it has ended. */
export const begin = (
  command: 'backup' | 'restore',
  environment: Readonly<Record<string, string>>,
  ...words: readonly string[]
): ServerProcess => spawnServer(environment, [process.execPath, entryOf(command), `--${command}`, ...words])

export async function run(
  command: 'backup' | 'restore',
  environment: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<Ended> {
  const process = begin(command, environment, ...words)
  const { code }: ExitState = await process.waitForExit(120_000)
  return { code, output: process.output() }
}

export type StoreContent = Readonly<
  Record<string, { readonly documents: number; readonly sha256: string; readonly indexes: readonly string[] }>
>

/** Every collection of a data folder that no server uses: how many documents, one hash over all of them, and the indexes. */
export async function readStore(dataDir: string): Promise<StoreContent> {
  return await onStore(dataDir, async (database) => {
    const names = (await database.listCollections().toArray()).map(({ name }) => name)
    const entries = names.toSorted().map(async (name) => {
      const hash = createHash('sha256')
      let documents = 0
      for await (const row of database.collection(name).find({}, { raw: true }).sort({ _id: 1 })) {
        hash.update(row as unknown as Buffer) // raw: the bytes themselves
        documents += 1
      }
      const indexes = await database.collection(name).listIndexes().toArray()
      return [name, { documents, sha256: hash.digest('hex'), indexes: indexes.map((index) => JSON.stringify(index)).toSorted() }] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  })
}

/** Opens the store of a data folder that no server uses. */
export async function onStore<T>(dataDir: string, work: (database: mongoose.mongo.Db) => Promise<T>): Promise<T> {
  const opened = await openEmbeddedStore({ dataDir })
  if (!opened.ok) throw new Error(`${opened.problem.kind}: ${opened.problem.detail}`)
  const connection = await mongoose.createConnection(opened.store.uri).asPromise()
  try {
    return await work(connection.getClient().db('legal'))
  } finally {
    await connection.close()
    await opened.store.close()
  }
}

/** Starts the product on a free port, as on another machine. */
export async function onProduct(environment: Readonly<Record<string, string>>, work: (visitor: ApiClient) => Promise<void>): Promise<void> {
  const port = await freePort()
  const server = spawnServer({ ...environment, PORT: String(port) })
  try {
    await waitForReady(server)
    await work(createApiClient(`http://127.0.0.1:${port}`))
  } finally {
    server.signal('SIGTERM')
    await server.waitForExit()
  }
}

/** Fetches everything that a film consists of, by the addresses a player asks; how many segments. */
export async function playAll(visitor: ApiClient, id: ProgrammeId): Promise<number> {
  const { playlistUrl } = await visitor.must('readPlayback', { params: { id } })
  const { variants } = await readMultivariantPlaylist(visitor, playlistUrl)
  return variants.reduce((sum, { segmentCount }) => sum + segmentCount, 0)
}

/** Names and places of the contents of a tar whose names are short. */
export function entriesOf(bytes: Buffer): { readonly name: string; readonly at: number }[] {
  const entries: { name: string; at: number }[] = []
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const text = (from: number, length: number): string => bytes.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '')
    const [name, prefix] = [text(0, 100), text(345, 155)]
    const size = Number.parseInt(text(124, 12), 8)
    entries.push({ name: prefix === '' ? name : `${prefix}/${name}`, at: at + 512 })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return entries
}
