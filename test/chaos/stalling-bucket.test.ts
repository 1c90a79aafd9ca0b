import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Asset } from '@ulan/contract'
import { openMediaStore } from '@ulan/media'
import { describe, expect, it } from 'vitest'
import { placeOf } from '../contract/media-store/s3-lab.ts'
import { type FaultyLine, type LineFault, openFaultyLine } from '../lab/faulty-line.ts'
import { createLab, type Lab } from '../lab/lab.ts'
import { renderNumberedFilm } from '../lab/numbered-film.ts'
import { type S3Server, startS3Server } from '../lab/s3-server.ts'
import { createRandom, type SeededRandom } from '../lab/seeded-random.ts'
import type { ServerProcess } from '../lab/server-process.ts'
import { viewStore } from '../lab/store-view.ts'
import { LENGTH, SEED } from '../lab/test-length.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { compareTitle, orphansOf } from '../lab/whole-titles.ts'
import { encodersOf } from '../lab/worker-process.ts'
import { expectNothingHeldAgainst, waitForTitles } from './full-stage.ts'
import { startWorkerChild } from './worker-child.ts'

const FILM = { seconds: LENGTH.lineSeconds, widthPx: 640, heightPx: 360 }
const PREFIX = 'media'
const WORK_MS = 90_000 + LENGTH.lineFaults * 8_000
/** A connection lives for so many bytes of a side at most: some segments. */
const MOST_BYTES = 400_000

describe(`a worker whose bucket stalls, ${LENGTH.lineFaults} connections, seed ${SEED}`, () => {
  it('puts off what it cannot keep or fetch, says so, and leaves whole titles', { timeout: WORK_MS + 120_000 }, async () => {
    process.stdout.write(`stalling bucket: seed ${SEED}\n`)
    const random = createRandom(SEED)
    await using stage = await setStage()
    const { lab, line, worker } = stage
    const staff = await lab.signIn()
    const film = await renderNumberedFilm(FILM)
    const ids: Asset['id'][] = []
    for (let title = 1; title <= LENGTH.lineTitles; title += 1) ids.push((await staff.uploadAsset(film, 'title.mp4')).id)
    await waitUntil(
      'an encoder at work',
      () => encodersOf(worker.processId),
      (encoders) => encoders.length > 0,
      60_000,
      10,
    )
    line.interfere(() => ({ kind: 'deaf' }))
    await waitUntil(
      'staff to be told',
      () => Promise.all(ids.map((id) => staff.must('readAsset', { params: { id } }))),
      (titles) => titles.some(({ waitsFor }) => waitsFor === 'store-unavailable'),
    )
    await expectNothingHeldAgainst(lab.dataDir, [worker])
    const counts = stall(line, random)
    try {
      const titles = await waitForTitles(staff, ids, WORK_MS)
      for (const title of titles) expect(title.waitsFor).toBeUndefined()
      await expectNothingHeldAgainst(lab.dataDir, [worker])
      line.interfere()
      let frames = 0
      for (const title of titles) frames += await compareTitle(lab.origin, title, FILM)
      await waitUntil(
        'everything half-done to go',
        () => stage.halfDone(),
        (names) => names.length === 0,
      )
      const { keys, readText } = await stage.stored()
      expect(await orphansOf(keys, titles, readText)).toEqual([])
      expect(counts.faults).toBeGreaterThan(0)
      process.stdout.write(`stalling bucket: ${titles.length} titles, ${frames} frames, ${counts.faults} connections failed\n`)
    } catch (error) {
      throw new Error(worker.output().slice(-20_000), { cause: error })
    }
  })
})

/** Every connection stalls or breaks after a while, until so many have. */
function stall(line: FaultyLine, random: SeededRandom): { readonly faults: number } {
  const counts = { faults: 0 }
  line.interfere((): LineFault => {
    if (counts.faults >= LENGTH.lineFaults) return { kind: 'none' }
    counts.faults += 1
    const afterBytes = random.below(MOST_BYTES)
    return random.pick<LineFault>([
      { kind: 'deaf' },
      { kind: 'stall', side: 'question', afterBytes },
      { kind: 'stall', side: 'answer', afterBytes },
      { kind: 'stall', side: 'answer', afterBytes: random.below(2_000) },
      { kind: 'reset', afterBytes: random.below(2_000) },
    ])
  })
  return counts
}

type Stage = {
  readonly lab: Lab
  readonly line: FaultyLine
  readonly worker: ServerProcess
  halfDone(): Promise<readonly string[]>
  /** What is in the bucket, looked at by the server's own way. */
  stored(): Promise<{ readonly keys: readonly string[]; readText(key: string): Promise<string> }>
  [Symbol.asyncDispose](): Promise<void>
}

/** A server that reaches its bucket, and a worker on another machine that reaches it by a line of its own. */
async function setStage(): Promise<Stage> {
  const s3 = await startS3Server()
  const line = await openFaultyLine(s3.endpoint)
  const lab = await createLab({ env: { TRANSCODE_WORKERS: '0', ...s3.environment(PREFIX) } })
  const machine = await mkdtemp(join(tmpdir(), 'legal-machine-'))
  const view = await viewStore(lab.dataDir)
  const worker = await startWorkerChild({
    uri: view.uri,
    mediaStore: placeOf(s3, PREFIX, line.endpoint),
    mediaDir: machine,
  })
  return {
    lab,
    line,
    worker,
    halfDone: async () => {
      const files = await readdir(machine, { recursive: true, withFileTypes: true })
      return [...(await view.units()).map(({ _id }) => _id), ...files.filter((file) => file.isFile()).map(({ name }) => name)]
    },
    stored: () => storedIn(s3),
    [Symbol.asyncDispose]: async () => {
      worker.signal('SIGKILL')
      await view.close()
      await lab.stop()
      await line.close()
      await s3.close()
      await rm(machine, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function storedIn(s3: S3Server): Promise<Awaited<ReturnType<Stage['stored']>>> {
  const opened = await openMediaStore(placeOf(s3, PREFIX), { clock: () => new Date(), isMadeByOthers: true })
  if (!opened.ok) throw opened.trouble
  const { store } = opened
  const keys = (await Promise.all(['assets', 'masters'].map((name) => store.list(name)))).flat().map(({ key }) => key)
  return { keys, readText: async (key) => (await store.read(key))?.toString() ?? '' }
}
