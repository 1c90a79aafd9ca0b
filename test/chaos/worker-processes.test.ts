import type { Asset } from '@ulan/contract'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ApiClient } from '../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../lab/lab.ts'
import { renderNumberedFilm } from '../lab/numbered-film.ts'
import type { ServerProcess } from '../lab/server-process.ts'
import { type StoredUnit, type StoreView, viewStore } from '../lab/store-view.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { compareTitle } from '../lab/whole-titles.ts'
import { encodersOf, openPaths, readLimits, readStat, spawnWorker, unitsDone, waitForWorking } from '../lab/worker-process.ts'

const FILM = { seconds: 44, widthPx: 640, heightPx: 360 }

describe('workers in processes of their own, beside a server that encodes nothing', () => {
  let lab: Lab
  let staff: ApiClient
  let view: StoreView
  let film: Buffer
  let workers: ServerProcess[]

  beforeAll(async () => {
    film = await renderNumberedFilm(FILM)
    lab = await createLab({ env: { TRANSCODE_WORKERS: '0' } })
    staff = await lab.signIn()
    view = await viewStore(lab.dataDir)
  })
  afterAll(async () => {
    await view?.close()
    await lab?.stop()
  })
  beforeEach(async () => {
    workers = [1, 2].map(() => spawnWorker({ DATA_DIR: lab.dataDir, LOG_LEVEL: 'debug' }))
    for (const worker of workers) await waitForWorking(worker)
  })
  afterEach(async () => {
    for (const worker of workers) {
      worker.signal('SIGKILL')
      await worker.waitForExit()
    }
  })

  const isOf = (unit: StoredUnit, worker: ServerProcess): boolean => unit.worker?.split(':')[1] === String(worker.processId)

  /** A unit of several segments that a worker's encoder is in the middle of; the worker, the unit and the encoder. */
  async function workAtUnit() {
    return await waitUntil(
      'a long unit under way',
      async () => {
        const units = await view.units({ state: 'running', kind: 'video', 'step.segmentCount': { $gt: 1 } })
        for (const worker of workers) {
          const unit = units.find((each) => isOf(each, worker))
          const [encoder] = await encodersOf(worker.processId)
          if (unit !== undefined && encoder !== undefined) return { worker, unit, encoder }
        }
        return undefined
      },
      (found) => found !== undefined,
      60_000,
      20,
    )
  }

  const isGone = (processId: number): Promise<boolean> =>
    readStat(processId).then(
      () => false,
      () => true,
    )

  async function compareDone(id: Asset['id']): Promise<void> {
    const asset = await waitForAsset(staff, id)
    expect(asset).toMatchObject({ attempt: 1, durationSeconds: FILM.seconds })
    await compareTitle(lab.origin, asset, FILM)
    expect(await view.units()).toEqual([])
  }

  it('share the units of a title, each of which is done once', async () => {
    const { id } = await staff.uploadAsset(film, 'shared.mp4')
    await compareDone(id)
    const [ours, theirs] = workers.map(unitsDone)
    expect(ours?.length).toBeGreaterThan(0)
    expect(theirs?.length).toBeGreaterThan(0)
    expect(new Set([...(ours ?? []), ...(theirs ?? [])]).size).toBe((ours?.length ?? 0) + (theirs?.length ?? 0))
  })

  it('run encoders behind everything else, within bounds, and take them along when they are killed', async () => {
    const { id } = await staff.uploadAsset(film, 'killed.mp4')
    const work = await workAtUnit()
    if (work === undefined) throw new Error('unreachable: the wait accepts only work')
    const { worker, unit, encoder } = work
    expect((await readStat(encoder)).niceness - (await readStat(worker.processId)).niceness).toBe(5)
    const limits = await readLimits(encoder)
    expect(limits.get('Max open files')).toBe('64')
    expect(limits.get('Max core file size')).toBe('0')
    for (const name of ['Max cpu time', 'Max file size', 'Max address space']) expect(Number(limits.get(name)), name).toBeGreaterThan(0)
    expect(await openPaths(encoder)).toContain(`${lab.dataDir}/media/masters/${id}/master`)

    // The worker alone, not its group: whatever it started has to end by itself.
    process.kill(worker.processId, 'SIGKILL')
    await waitUntil(
      'the encoder to be gone',
      () => isGone(encoder),
      (gone) => gone,
      10_000,
    )
    const other = workers.find((each) => each !== worker)
    const unitNow = async (): Promise<StoredUnit | undefined> => (await view.units({ _id: unit._id }))[0]
    const isFree = (now: StoredUnit | undefined): boolean => now === undefined || now.state === 'waiting' || now.fence > unit.fence
    await waitUntil('the unit to be free', unitNow, isFree, 60_000, 50)
    expect(Date.now(), 'while its lease would have lasted').toBeLessThan(unit.leaseUntil?.getTime() ?? 0)
    // Whoever takes it over may have something else to finish first.
    const isTaken = (now: StoredUnit | undefined): boolean => now === undefined || (now.fence > unit.fence && now.state !== 'waiting')
    const taken = await waitUntil('the unit to be taken over', unitNow, isTaken)
    expect(taken?.failures ?? 0).toBe(0)
    await compareDone(id)
    if (other !== undefined) expect(unitsDone(other)).toContain(unit._id)
  })

  it('go on when the server is killed and started again', async () => {
    const { id } = await staff.uploadAsset(film, 'on-and-on.mp4')
    const work = await workAtUnit()
    if (work === undefined) throw new Error('unreachable: the wait accepts only work')
    await lab.kill9()
    await waitUntil(
      'the encoder to end, and both to miss the database',
      async () => (await isGone(work.encoder)) && workers.every((worker) => worker.output().includes('the database is away')),
      (isSo) => isSo,
    )
    await lab.restart()
    await compareDone(id)
    const done = workers.flatMap(unitsDone)
    expect(done, 'what was done when nobody listened is told once somebody does').toContain(work.unit._id)
    expect(new Set(done).size).toBe(done.length)
    for (const worker of workers) expect(worker.output()).toContain('the database is back')
  })

  it('give back what they are at when they are told to stop', async () => {
    const { id } = await staff.uploadAsset(film, 'given-back.mp4')
    const work = await workAtUnit()
    if (work === undefined) throw new Error('unreachable: the wait accepts only work')
    work.worker.signal('SIGTERM')
    expect(await work.worker.waitForExit()).toEqual({ code: 0, signal: null })
    expect((await view.units({ state: 'running' })).filter((unit) => isOf(unit, work.worker))).toEqual([])
    await compareDone(id)
  })
})
