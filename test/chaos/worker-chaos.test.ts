import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Asset, AssetId } from '@ulan/contract'
import { openMediaStore } from '@ulan/media'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../contract/media-store/s3-lab.ts'
import type { ApiClient } from '../lab/api-client.ts'
import { createLab, type Lab } from '../lab/lab.ts'
import { renderNumberedFilm } from '../lab/numbered-film.ts'
import { startS3Server } from '../lab/s3-server.ts'
import { createRandom } from '../lab/seeded-random.ts'
import { viewStore } from '../lab/store-view.ts'
import { LENGTH, SEED } from '../lab/test-length.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { compareTitle, keysBelow, orphansOf } from '../lab/whole-titles.ts'
import type { WorkerOrders } from './worker-child.ts'
import { WorkerStorm } from './worker-storm.ts'

const FILM = { seconds: LENGTH.workerTitleSeconds, widthPx: 640, heightPx: 360 }
const PREFIX = 'media'
/** Longer than a worker's lease is waited for, and what it had begun done again; a slow machine gets a share of its run on top. */
const STUCK_MS = 60_000
const SLOW_SHARE = 0.1
const THREE_DAYS_MS = 3 * 86_400_000
const WORK_MS = LENGTH.workerTitles * LENGTH.workerTitleSeconds * 4_000

describe.each(LENGTH.workerStores)(`workers, server and store that die again and again, media in a %s, seed ${SEED}`, (kind) => {
  it(`leave ${LENGTH.workerTitles} titles whole and nothing else`, { timeout: WORK_MS + 300_000 }, async () => {
    process.stdout.write(`worker chaos: ${kind}, seed ${SEED}\n`)
    await using stage = await setStage(kind)
    const { lab, storm } = stage
    const staff = await lab.signIn()
    const film = await renderNumberedFilm(FILM)
    const ids: AssetId[] = []
    for (let number = 1; number <= LENGTH.workerTitles; number += 1) ids.push((await staff.uploadAsset(film, `title-${number}.mp4`)).id)

    const over = new AbortController()
    const startedAt = performance.now()
    const blowing = storm.blow(LENGTH.workerBlows, over.signal)
    // A server that does not come up again is told at once, not when the titles have been waited for in vain.
    const brokenOff = blowing.then(() => new Promise<never>(() => undefined))
    const watched = await Promise.race([watchQueue(staff, ids), brokenOff])
      .catch((error: unknown) => {
        throw new Error(storm.output().slice(-20_000), { cause: error })
      })
      .finally(() => over.abort())
    const readyMs = performance.now() - startedAt
    await blowing
    expect(watched.longestStillMs, 'longest time without progress').toBeLessThan(STUCK_MS + SLOW_SHARE * readyMs)

    const titles = await Promise.all(ids.map((id) => staff.must('readAsset', { params: { id } })))
    for (const title of titles) expect(title).toMatchObject({ status: 'ready', attempt: 1, durationSeconds: FILM.seconds })
    let frames = 0
    for (const title of titles) frames += await compareTitle(lab.origin, title, FILM)
    await stage.ageCopies()
    await waitUntil(
      'everything half-done to go',
      () => stage.halfDone(),
      (names) => names.length === 0,
      STUCK_MS,
    )
    await expectNothingElse(stage, titles)
    const readySeconds = Math.round(readyMs / 1000)
    const counts = { titles: titles.length, frames, readySeconds, longestStillMs: Math.round(watched.longestStillMs), ...storm.counts }
    expect(storm.counts.workerKills + storm.counts.serverKills + storm.counts.freezes + storm.counts.storeFailures).toBeGreaterThan(0)
    process.stdout.write(`worker chaos: ${kind}, ${JSON.stringify(counts)}\n`)
  })
})

/**
 * What a kill left between storing and recording, a poster for one, is marked by the next server that starts, and taken away
 * by one that starts after two days: with those two, nothing is there but what the titles need.
 */
async function expectNothingElse(stage: Stage, titles: readonly Asset[]): Promise<void> {
  const orphans = async () => await orphansOf(await stage.keys(), titles, stage.readText)
  const unmarked = async () => {
    const marked = await stage.markedFolders()
    return (await orphans()).filter((key) => !marked.some((folder) => key.startsWith(`assets/${folder}/`)))
  }
  await stage.startServerAgain()
  await waitUntil('what nothing needs to be marked', unmarked, (keys) => keys.length === 0, STUCK_MS)
  await stage.ageMarks()
  await stage.startServerAgain()
  await waitUntil('what was marked to go', orphans, (keys) => keys.length === 0, STUCK_MS)
}

/** Waits until all titles are ready; the longest time for which none of them got any further. */
async function watchQueue(staff: ApiClient, ids: readonly AssetId[]): Promise<{ readonly longestStillMs: number }> {
  let furthest = -1
  let movedAt = performance.now()
  let longestStillMs = 0
  const read = async (): Promise<readonly Asset[]> => {
    try {
      return await Promise.all(ids.map((id) => staff.must('readAsset', { params: { id } })))
    } catch (error) {
      // The server is gone, or says in plain words that it is being started.
      if (error instanceof TypeError || error instanceof SyntaxError) return []
      throw error
    }
  }
  const isOver = (titles: readonly Asset[]): boolean => {
    const reached = titles.reduce((sum, { progress }) => sum + progress, 0)
    longestStillMs = Math.max(longestStillMs, performance.now() - movedAt)
    if (reached > furthest) {
      furthest = reached
      movedAt = performance.now()
    }
    const failed = titles.find(({ status }) => status === 'failed')
    if (failed !== undefined) throw new Error(`a title failed: ${JSON.stringify(failed.problem)}`)
    return titles.length > 0 && titles.every(({ status }) => status === 'ready')
  }
  await waitUntil('all titles', read, isOver, WORK_MS + 60_000, 300)
  return { longestStillMs }
}

type Stage = {
  readonly lab: Lab
  readonly storm: WorkerStorm
  /** Names of what machines and units have not let go of. */
  halfDone(): Promise<readonly string[]>
  /** Makes copies of masters that a killed process left half-fetched an hour old. */
  ageCopies(): Promise<void>
  /** Of titles, as `id/folder`: those that are to go. */
  markedFolders(): Promise<readonly string[]>
  /** Makes their marks three days old. */
  ageMarks(): Promise<void>
  startServerAgain(): Promise<void>
  /** Of the media store. */
  keys(): Promise<readonly string[]>
  readonly readText: (key: string) => Promise<string>
  [Symbol.asyncDispose](): Promise<void>
}

/** A server that encodes nothing, and two workers: in its media folder, or on machines that share nothing but a bucket. */
async function setStage(kind: 'folder' | 'bucket'): Promise<Stage> {
  const s3 = kind === 'bucket' ? await startS3Server() : undefined
  const lab = await createLab({ env: { TRANSCODE_WORKERS: '0', ...s3?.environment(PREFIX) } })
  const view = await viewStore(lab.dataDir)
  const folder = join(lab.dataDir, 'media')
  const machines = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'legal-machine-'))))
  const place = s3 === undefined ? ({ kind: 'file', folder } as const) : placeOf(s3, PREFIX)
  const orders: readonly WorkerOrders[] = machines.map((machine) => ({
    uri: view.uri,
    mediaStore: place,
    mediaDir: s3 === undefined ? folder : machine,
  }))
  const storm = await WorkerStorm.begin(lab, s3, createRandom(SEED), orders)
  const opened = await openMediaStore(place, { clock: () => new Date(), isMadeByOthers: true })
  if (!opened.ok) throw opened.trouble
  const { store } = opened
  return {
    lab,
    storm,
    halfDone: async () => {
      const units = (await view.units()).map(({ _id }) => _id)
      // A folder's masters and files are its titles' own; of a bucket's machines nothing is.
      const folders = s3 === undefined ? ['work', 'uploads'].map((name) => join(folder, name)) : [folder, ...machines]
      return [...units, ...(await Promise.all(folders.map(keysIfThere))).flat()]
    },
    ageCopies: async () => {
      const hourAgo = new Date(Date.now() - 3_600_000)
      for (const machine of s3 === undefined ? [] : machines)
        for (const key of (await keysIfThere(machine)).filter((name) => /\/master-[^/]+$/.test(name)))
          await utimes(join(machine, key), hourAgo, hourAgo)
    },
    markedFolders: async () => (await view.connection.collection<{ _id: string }>('superseded').find().toArray()).map(({ _id }) => _id),
    ageMarks: async () =>
      void (await view.connection.collection('superseded').updateMany({}, { $set: { since: new Date(Date.now() - THREE_DAYS_MS) } })),
    startServerAgain: async () => {
      await lab.kill9()
      await lab.restart()
    },
    keys: async () => (await Promise.all(['assets', 'masters'].map((name) => store.list(name)))).flat().map(({ key }) => key),
    readText: async (key) => (await store.read(key))?.toString() ?? '',
    [Symbol.asyncDispose]: async () => {
      storm.stop()
      store.close()
      await view.close()
      await lab.stop()
      await s3?.close()
      for (const machine of machines) await rm(machine, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function keysIfThere(folder: string): Promise<readonly string[]> {
  return await keysBelow(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
