import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedStore, openEmbeddedStore } from './open-store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embedded-open-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function open(): Promise<{ store: EmbeddedStore; worker: Worker }> {
  const made = once(process, 'worker') as Promise<[Worker]> // Node's own event for every new worker
  const opened = await openEmbeddedStore({ dataDir: folder })
  if (!opened.ok) throw new Error(opened.problem.kind)
  return { store: opened.store, worker: (await made)[0] }
}

test('a store whose worker ends by itself says so', async () => {
  const { store, worker } = await open()
  await worker.terminate()
  await expect(store.broken).resolves.toBeUndefined()
})

test('a store that was closed is not broken', async () => {
  const { store } = await open()
  let isBroken = false
  void store.broken.then(() => {
    isBroken = true
  })
  await store.close()
  await new Promise((resolve) => setImmediate(resolve))
  expect(isBroken).toBe(false)
})
