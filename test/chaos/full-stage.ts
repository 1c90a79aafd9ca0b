import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@ulan/contract'
import { expect } from 'vitest'
import type { ApiClient } from '../lab/api-client.ts'
import { createLab, type Lab, type LabOptions } from '../lab/lab.ts'
import type { SeededRandom } from '../lab/seeded-random.ts'
import type { ServerProcess } from '../lab/server-process.ts'
import { openSmallDisk, type SmallDisk } from '../lab/small-disk.ts'
import { viewStore } from '../lab/store-view.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { keysBelow, orphansOf } from '../lab/whole-titles.ts'
import { encodersOf } from '../lab/worker-process.ts'

/** Room that is left to what is under way: none, or enough for some of it. */
const MOST_LEFT_BYTES = 400_000
export const STORAGE_FULL = { ok: false, status: 507, problem: { type: '/problems/storage-full' } }

export type FullStage = {
  readonly disk: SmallDisk
  readonly lab: Lab
  readonly staff: ApiClient
  /** The media store's folder. */
  readonly media: string
  areReady(ids: readonly Asset['id'][]): Promise<boolean>
  [Symbol.asyncDispose](): Promise<void>
}

/** The product with its media on a small disk, or with all that it has. */
export async function setFullStage(what: 'media' | 'data', options: LabOptions = {}): Promise<FullStage> {
  const disk = await openSmallDisk()
  const lab = await createLab({
    ...options,
    ...(what === 'data'
      ? { dataDir: join(disk.path, 'data') }
      : { env: { ...options.env, MEDIA_STORE: `file:${join(disk.path, 'media')}` } }),
  }).catch(async (error: unknown) => {
    await disk.remove()
    throw error
  })
  const staff = await lab.signIn()
  return {
    disk,
    lab,
    staff,
    areReady: async (ids) =>
      (await Promise.all(ids.map((id) => staff.must('readAsset', { params: { id } })))).every(({ status }) => status === 'ready'),
    media: join(disk.path, what === 'data' ? 'data/media' : 'media'),
    [Symbol.asyncDispose]: async () => {
      await lab.stop()
      await disk.remove()
    },
  }
}

/** Waits until one of the processes is in the midst of an encode, and takes away almost all room. */
export async function fillDuringEncode(disk: SmallDisk, random: SeededRandom, processes: readonly ServerProcess[]): Promise<void> {
  await waitUntil(
    'an encoder at work',
    async () => (await Promise.all(processes.map(({ processId }) => encodersOf(processId)))).flat(),
    (encoders) => encoders.length > 0,
    60_000,
    10,
  )
  await disk.fill(random.below(2) === 0 ? 0 : random.below(MOST_LEFT_BYTES))
}

/** Nothing was counted against any unit, in what processes say and in what is stored. */
export async function expectNothingHeldAgainst(dataDir: string, processes: readonly ServerProcess[]): Promise<void> {
  for (const each of processes) expect(each.output()).not.toMatch(/"msg":"(unit failed|unit broke|encode failed)"/)
  const view = await viewStore(dataDir)
  expect((await view.units()).filter(({ failures }) => failures > 0)).toEqual([])
  await view.close()
}

/** Waits until titles are whole, none of them by another attempt. */
export async function waitForTitles(staff: ApiClient, ids: readonly Asset['id'][], timeoutMs: number): Promise<readonly Asset[]> {
  return await waitUntil(
    'all titles',
    () => Promise.all(ids.map((id) => staff.must('readAsset', { params: { id } }))),
    (titles) => {
      for (const title of titles) expect(title).toMatchObject({ attempt: 1, status: expect.not.stringMatching('failed') })
      return titles.every(({ status }) => status === 'ready')
    },
    timeoutMs,
  )
}

/** Nothing half-done stays behind, and nothing that no title needs. */
export async function expectNoOrphans({ media, lab }: Pick<FullStage, 'media' | 'lab'>, titles: readonly Asset[]): Promise<void> {
  const view = await viewStore(lab.dataDir)
  const left = async (): Promise<readonly string[]> => [
    ...(await view.units()).map(({ _id }) => _id),
    ...(await keysBelow(media)).filter((key) => /^(work|uploads)\//.test(key)),
  ]
  await waitUntil('everything half-done to go', left, (names) => names.length === 0)
  await view.close()
  const keys = (await keysBelow(media)).filter((key) => /^(assets|masters)\//.test(key))
  expect(await orphansOf(keys, titles, (key) => readFile(join(media, key), 'utf8'))).toEqual([])
}
