import { join } from 'node:path'
import { type EmbeddedStore, openEmbeddedStore } from '@ulan/embedded'
import mongoose, { type Connection } from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom, type SeededRandom } from '../../lab/seeded-random.ts'
import { BLOCK_BYTES, lackOfSmallDisk, openSmallDisk, type SmallDisk } from '../../lab/small-disk.ts'
import { LENGTH, SEED } from '../../lab/test-length.ts'

const lack = await lackOfSmallDisk()
if (lack !== undefined) console.log(`not run: the embedded store on a full disk, for want of ${lack}`)
/** From none to more than a start and a small write take. */
const BLOCKS_LEFT = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 24]
const DISK_FULL = 14_031

type Row = { readonly _id: number; readonly text: string }

describe.skipIf(lack !== undefined)(`the embedded store on a disk that is full, seed ${SEED}`, () => {
  let disk: SmallDisk
  const acknowledged = new Map<number, string>()
  let next = 0
  const random: SeededRandom = createRandom(SEED)
  beforeAll(async () => {
    disk = await openSmallDisk()
  })
  afterAll(() => disk?.remove())

  const draw = (): readonly number[] => random.sample(BLOCKS_LEFT, LENGTH.fullStarts)
  const open = () => openEmbeddedStore({ dataDir: join(disk.path, 'data') })
  async function withStore(store: EmbeddedStore, use: (connection: Connection) => Promise<void>): Promise<void> {
    const connection = await mongoose.createConnection(store.uri).asPromise()
    try {
      await use(connection)
    } finally {
      await connection.close()
      await store.close()
    }
  }
  const rows = (connection: Connection) => connection.collection<Row>('row')

  async function compare(connection: Connection): Promise<void> {
    const found = await rows(connection).find().toArray()
    expect(new Map(found.map(({ _id, text }) => [_id, text]))).toEqual(acknowledged)
  }

  /** Whether it was acknowledged; whatever else may be wrong with a full disk throws. */
  async function write(connection: Connection): Promise<boolean> {
    next += 1
    const row = { _id: next, text: 'x'.repeat(random.below(20_000)) }
    try {
      await rows(connection).insertOne(row)
    } catch (error) {
      expect(error).toMatchObject({ code: DISK_FULL })
      return false
    }
    acknowledged.set(row._id, row.text)
    return true
  }

  it('refuses writes by name, goes on reading, and writes again when there is room', async () => {
    const opened = await open()
    if (!opened.ok) throw new Error(opened.problem.kind)
    await withStore(opened.store, async (connection) => {
      await write(connection)
      for (const blocks of BLOCKS_LEFT) {
        await disk.fill(blocks * BLOCK_BYTES)
        while (await write(connection));
        // Side by side they share one commit.
        expect(await Promise.all([1, 2, 3].map(() => write(connection)))).toContain(false)
        await compare(connection)
        await disk.makeRoom()
        expect(await write(connection)).toBe(true)
      }
    })
  })

  it('is never taken for damaged at a start: it opens with all that it acknowledged, or says that the disk is full', async () => {
    const seen = new Set<string>()
    for (const blocks of [0, ...draw(), 24]) {
      await disk.fill(blocks * BLOCK_BYTES)
      const opened = await open()
      seen.add(opened.ok ? 'open' : opened.problem.kind)
      if (opened.ok) await withStore(opened.store, compare)
      await disk.makeRoom()
    }
    expect([...seen].toSorted()).toEqual(['disk-full', 'open'])
  })

  it('says so too when it is to be made on one', async () => {
    for (const blocks of draw()) {
      await disk.fill(blocks * BLOCK_BYTES)
      const opened = await openEmbeddedStore({ dataDir: join(disk.path, `new-${blocks}`) })
      expect(opened.ok ? 'open' : opened.problem.kind).toMatch(/^(open|disk-full)$/)
      if (opened.ok) await opened.store.close()
      await disk.makeRoom()
      const again = await openEmbeddedStore({ dataDir: join(disk.path, `new-${blocks}`) })
      expect(again.ok).toBe(true)
      if (again.ok) await again.store.close()
    }
  })
})
