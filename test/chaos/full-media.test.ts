import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RawResult } from '../lab/api-client.ts'
import { renderNumberedFilm } from '../lab/numbered-film.ts'
import { createRandom } from '../lab/seeded-random.ts'
import type { ServerProcess } from '../lab/server-process.ts'
import { lackOfSmallDisk } from '../lab/small-disk.ts'
import { LENGTH, SEED } from '../lab/test-length.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { compareTitle } from '../lab/whole-titles.ts'
import { spawnWorker, waitForWorking } from '../lab/worker-process.ts'
import { expectNoOrphans, expectNothingHeldAgainst, type FullStage, fillDuringEncode, setFullStage, waitForTitles } from './full-stage.ts'
import { announceUpload, SlowUpload } from './slow-upload.ts'

const FILM = { seconds: LENGTH.fullSeconds, widthPx: 640, heightPx: 360 }
const WORK_MS = 120_000 + LENGTH.fullRounds * 40_000
/** A unit that is put off rests for 5 s. */
const LEAST_REST_MS = 4_000
const lack = await lackOfSmallDisk()
if (lack !== undefined) console.log(`not run: a media disk that is full, for want of ${lack}`)

describe.skipIf(lack !== undefined)(`a media disk that fills while titles are encoded, ${LENGTH.fullRounds} times, seed ${SEED}`, () => {
  it('fails no title and loses no upload; staff are told why nothing gets on, and all is finished once there is room', {
    timeout: WORK_MS + 60_000,
  }, async () => {
    process.stdout.write(`full media disk: seed ${SEED}\n`)
    const random = createRandom(SEED)
    await using stage = await setFullStage('media')
    const { disk, lab, staff } = stage
    const worker = spawnWorker({ DATA_DIR: lab.dataDir, MEDIA_STORE: `file:${stage.media}` })
    const processes = [lab.server(), worker]
    try {
      await waitForWorking(worker)
      const film = await renderNumberedFilm(FILM)
      const ids = [(await staff.uploadAsset(film, 'title.mp4')).id]
      for (let title = 2; title <= LENGTH.fullTitles; title += 1) ids.push((await staff.uploadAsset(film, 'title.mp4')).id)
      const kept = await SlowUpload.begin(staff, film)
      const unclaimed = await SlowUpload.begin(staff, film)
      await unclaimed.send()
      for (let round = 1; round <= LENGTH.fullRounds; round += 1) {
        if (round > 1 && (await stage.areReady(ids))) break
        // One of the first round goes on at the end; those of others are given up, as all would be videos to encode.
        const slow = round === 1 ? kept : await SlowUpload.begin(staff, film)
        const answer = await slow.sendAround(async () => {
          await waitForBytes(stage, slow)
          await fillDuringEncode(disk, random, processes)
          await disk.topUp()
        })
        expectStorageFull(answer)
        await slow.look()
        await waitUntil(
          'staff to be told, and another try in vain',
          async () => {
            await disk.topUp()
            return await Promise.all(ids.map((id) => staff.must('readAsset', { params: { id } })))
          },
          (titles) => titles.some(({ waitsFor }) => waitsFor === 'storage-full') && restsOf(processes).length >= round,
        )
        expectStorageFull(await announceUpload(staff, 1_000))
        expect((await lab.visitor().raw('GET', '/readyz')).text).toBe('{"store":true,"media":true}')
        // Its film has arrived: that costs no more room.
        if (round === 1) ids.push(await unclaimed.finish())
        await expectNothingHeldAgainst(lab.dataDir, processes)
        await disk.makeRoom()
        // Of an upload that goes on, what could not be written is told in another way than of a new one.
        const again = await slow.sendAround(async () => {
          await waitForBytes(stage, slow)
          await disk.fill(0)
        })
        expectStorageFull(again)
        await slow.look()
        await disk.makeRoom()
        if (round > 1) await slow.giveUp()
      }
      ids.push(await kept.finish())
      const titles = await waitForTitles(staff, ids, WORK_MS)
      let frames = 0
      for (const title of titles) frames += await compareTitle(lab.origin, title, FILM)
      for (const title of titles) expect(title.waitsFor).toBeUndefined()
      await expectNothingHeldAgainst(lab.dataDir, processes)
      await expectNoOrphans(stage, titles)
      const rests = restsOf(processes)
      expect(Math.min(...rests)).toBeGreaterThan(LEAST_REST_MS)
      process.stdout.write(`full media disk: ${titles.length} titles, ${frames} frames, ${rests.length} repeated tries\n`)
    } catch (error) {
      throw new Error(processes.map((each) => each.output().slice(-10_000)).join('\n'), { cause: error })
    } finally {
      worker.signal('SIGKILL')
    }
  })
})

function expectStorageFull({ status, text }: RawResult): void {
  expect([status, JSON.parse(text)]).toMatchObject([507, { type: '/problems/storage-full', title: '存储空间已满，请联系管理员清理。' }])
}

/** Some of what is on its way lies on the disk, beyond what was acknowledged. */
async function waitForBytes({ media }: FullStage, { id, offset }: SlowUpload): Promise<void> {
  await waitUntil(
    'bytes to arrive',
    async () => (await stat(join(media, 'uploads', id, 'file'))).size,
    (size) => size > offset,
    30_000,
    10,
  )
}

/** Milliseconds between two tries of one unit that found the disk full. */
function restsOf(processes: readonly ServerProcess[]): readonly number[] {
  const times = new Map<string, number[]>()
  for (const line of processes.flatMap((each) => each.output().split('\n'))) {
    const [, time, unit] = /"time":(\d+).*"unit":"([^"]+)".*"unit put off"/.exec(line) ?? []
    if (time !== undefined && unit !== undefined) times.set(unit, [...(times.get(unit) ?? []), Number(time)])
  }
  return [...times.values()]
    .flatMap((each) => each.toSorted((a, b) => a - b).flatMap((at, index, all) => at - (all[index - 1] ?? -Infinity)))
    .filter(Number.isFinite)
}
