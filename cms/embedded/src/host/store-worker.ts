import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { prepareFile } from '../engine/file-format.ts'
import { saysFull } from '../engine/full-disk.ts'
import { SqliteConnection } from '../engine/sqlite-connection.ts'
import { WireServer } from '../wire/wire-server.ts'
import { takeFileLock } from './file-lock.ts'
import { StoreEngine } from './store-engine.ts'
import { storeFileOf } from './store-file.ts'
import type { OpenStoreProblem, WorkerMessage, WorkerOrder, WorkerSettings } from './worker-protocol.ts'

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Random version-4 UUID bytes. */
function newId(): Uint8Array {
  const bytes = randomBytes(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes
}

type Opened = { readonly writer: SqliteConnection; readonly releaseLock: () => void }

function openFile(directory: string): Opened | OpenStoreProblem {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (error) {
    return { kind: 'data-dir-unwritable', detail: detailOf(error) }
  }
  const lock = takeFileLock(join(directory, 'lock'))
  if ('kind' in lock) return lock
  try {
    const writer = new SqliteConnection(storeFileOf(directory), { readOnly: false })
    const problem = prepareFile(writer, newId())
    if (problem === undefined) return { writer, releaseLock: lock.release }
    writer.close()
    lock.release()
    return problem
  } catch (error) {
    lock.release()
    if (saysFull(error)) return { kind: 'disk-full', detail: directory }
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
    // 8 read-only, 10 the disk fails, 14 cannot open; the rest (11 corrupt, 26 not a database, …) is about what the file holds.
    return { kind: [8, 10, 14].includes(code) ? 'data-dir-unwritable' : 'corrupt', detail: detailOf(error) }
  }
}

/** Takes the socket and its directory away, while the lock is still held, so that the next owner's are never meant. */
function removeSocket(socketPath: string): void {
  rmSync(socketPath, { force: true })
  rmSync(dirname(socketPath), { recursive: true, force: true })
}

const UPKEEP_EVERY_MS = 30_000
const TRANSACTION_CHECK_EVERY_MS = 1_000

function startTimers(engine: StoreEngine, log: (line: string) => void): readonly NodeJS.Timeout[] {
  const upkeep = (): void => {
    engine.upkeep().catch((error: unknown) => log(`upkeep put off: ${detailOf(error)}`))
  }
  return [setInterval(upkeep, UPKEEP_EVERY_MS), setInterval(() => engine.expireTransactions(), TRANSACTION_CHECK_EVERY_MS)]
}

async function serve(settings: WorkerSettings): Promise<void> {
  const opened = openFile(settings.directory)
  if ('kind' in opened) {
    send({ kind: 'problem', problem: opened })
    return
  }
  const log = (line: string): void => send({ kind: 'log', line })
  const engine = new StoreEngine({
    directory: settings.directory,
    socketPath: settings.socketPath,
    replicaSet: settings.replicaSet,
    world: { nowMs: Date.now, newId },
    log,
    writer: opened.writer,
  })
  const server = new WireServer({ answer: (body, id) => engine.answer(body, id), closed: (id) => engine.connectionClosed(id), log })
  const timers = startTimers(engine, log)
  // The lock is ours, so a socket that is still there belongs to a process that died.
  rmSync(settings.socketPath, { force: true })
  // Its last owner may have removed the directory since it was looked for.
  mkdirSync(dirname(settings.socketPath), { recursive: true, mode: 0o700 })
  await server.listen(settings.socketPath)
  parentPort?.on('message', (order: WorkerOrder) => {
    if (order.kind !== 'close') return
    for (const timer of timers) clearInterval(timer)
    void server.close().then(() => {
      engine.close()
      removeSocket(settings.socketPath)
      opened.releaseLock()
      send({ kind: 'closed' })
      parentPort?.close()
    })
  })
  send({ kind: 'ready' })
}

// The only sender of these settings is open-store.ts.
void serve(workerData as WorkerSettings).catch((error: unknown) => {
  const kind = saysFull(error) ? 'disk-full' : 'data-dir-unwritable'
  send({ kind: 'problem', problem: { kind, detail: detailOf(error) } })
})
