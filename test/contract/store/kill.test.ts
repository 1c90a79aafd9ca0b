import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../lab/seeded-random.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'

const WRITERS = 8

type Running = { readonly child: ChildProcess; readonly uri: string }

async function startStore(dataDir: string): Promise<Running> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'kill-child.ts'), dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (child.stdout === null) throw new Error('the child has no output')
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  if (!String(line).startsWith('mongodb://')) throw new Error(String(line))
  return { child, uri: String(line) }
}

async function kill({ child }: Running): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

type Ledger = { readonly answered: Set<number>; next: number }

/** Writes until the connection breaks; only what was answered goes into the ledger. */
async function write(connection: mongoose.Connection, ledger: Ledger, mayGoOn: () => boolean): Promise<void> {
  const rows = connection.collection<{ n: number; key: string; pair?: number }>('row')
  while (mayGoOn()) {
    const n = ledger.next
    ledger.next += 1
    try {
      if (n % 10 === 0) {
        await rows.insertMany([
          { n, key: `k${n}`, pair: n },
          { n: -n - 1, key: `p${n}`, pair: n },
        ])
      } else {
        await rows.insertOne({ n, key: `k${n}` })
        if (n % 3 === 0) await rows.updateOne({ n }, { $set: { key: `u${n}` } })
      }
      ledger.answered.add(n)
    } catch {
      // Killed while it wrote: nobody promised this one.
      return
    }
  }
}

async function writeUntilKilled(running: Running, ledger: Ledger, answers: number): Promise<void> {
  const options = { serverSelectionTimeoutMS: 3_000, retryWrites: false, retryReads: false, monitorCommands: false }
  const connection = await mongoose.createConnection(running.uri, options).asPromise()
  const rows = connection.collection('row')
  await rows.createIndex({ key: 1 }, { unique: true })
  await rows.createIndex({ n: 1 }, { unique: true })
  const enough = ledger.answered.size + answers
  let killed: Promise<void> | undefined
  const mayGoOn = (): boolean => {
    if (ledger.answered.size >= enough) killed ??= kill(running)
    return killed === undefined
  }
  await Promise.all(Array.from({ length: WRITERS }, () => write(connection, ledger, mayGoOn)))
  await killed
  await connection.destroy()
}

describe(`${LENGTH.storeKills} kills of a writing store, seed ${SEED}`, () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ulan-kill-'))
  })
  afterAll(async () => {
    await rm(dataDir, { recursive: true, force: true })
  })

  it('lose nothing that was answered and leave the unique index whole', async () => {
    process.stdout.write(`store kills: seed ${SEED}\n`)
    const random = createRandom(SEED)
    const ledger: Ledger = { answered: new Set(), next: 1 }
    for (let round = 0; round < LENGTH.storeKills; round += 1) {
      await writeUntilKilled(await startStore(dataDir), ledger, 20 + random.below(120))
    }
    const last = await startStore(dataDir)
    const connection = await mongoose.createConnection(last.uri).asPromise()
    const rows = await connection
      .collection('row')
      .find({}, { projection: { n: 1, key: 1, pair: 1 } })
      .toArray()
    const byNumber = new Map(rows.map((row) => [row['n'], row]))
    const lost = [...ledger.answered].filter(
      (n) => !byNumber.has(n) || (n % 3 === 0 && n % 10 !== 0 && byNumber.get(n)?.['key'] !== `u${n}`),
    )
    const halfPairs = rows.filter((row) => row['pair'] !== undefined && !byNumber.has(row['n'] < 0 ? -row['n'] - 1 : -row['n'] - 1))
    process.stdout.write(`store kills: ${ledger.answered.size} writes answered, ${lost.length} lost\n`)
    expect(lost).toEqual([])
    expect(halfPairs).toEqual([])
    expect(new Set(rows.map((row) => row['key'])).size).toBe(rows.length)
    const again = connection.collection('row').insertOne({ n: 10 ** 9, key: rows[0]?.['key'] })
    await expect(again).rejects.toMatchObject({ code: 11000 })
    await connection.close()
    await kill(last)
  }, 900_000)
})
