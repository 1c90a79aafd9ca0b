import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { createLab, waitForAsset } from '../lab/lab.ts'
import { spawnServer } from '../lab/server-process.ts'
import { round } from '../lab/statistics.ts'
import { addSound, joinFilms, renderFilm } from './films.ts'
import { encodeMaster, type MediaBenchLab } from './media-lab.ts'
import type { Row } from './report.ts'

const run = promisify(execFile)
const GIBIBYTE = 2 ** 30
const UHD_SECONDS = 4
const LOOK_MS = 100
/** Each question costs the server some CPU, which two workers have not left over. */
const ASK_MS = 300

/** Most memory that encoders had resident at one moment, bytes; looked at ten times a second. */
async function watchEncoders<T>(work: () => Promise<T>): Promise<{ readonly peakBytes: number; readonly result: T }> {
  let peakBytes = 0
  const look = async (): Promise<void> => {
    const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
    const sizes = await Promise.all(numbers.map(residentBytes))
    peakBytes = Math.max(
      peakBytes,
      sizes.reduce((sum, size) => sum + size, 0),
    )
  }
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    void look().finally(() => {
      isLooking = false
    })
  }, LOOK_MS)
  try {
    return { result: await work(), peakBytes }
  } finally {
    clearInterval(timer)
  }
}

/** Of a process that is an ffmpeg; 0 for all others, and for one that ended meanwhile. */
async function residentBytes(processId: string): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8').catch(() => '')
  return /^Name:\s+ffmpeg$/m.test(status) ? Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024 : 0
}

/** Memory that a 4K title takes while it is encoded by one worker. */
export async function measureMemory(lab: MediaBenchLab): Promise<{ readonly rows: readonly Row[]; readonly details: unknown }> {
  const master = await renderFilm(lab.folder, 'detail', 2160, UHD_SECONDS)
  let peakBytes = 0
  const watched = await watchEncoders(async () => await encodeMaster(lab, master, { workers: 1 }))
  peakBytes = watched.peakBytes
  const ours = round(peakBytes / GIBIBYTE, 2)
  const row: Row = { work: 'peak memory of the encoder, 4K title', unit: 'GiB', ours, aim: '≤ 2.5', isMet: ours <= 2.5 }
  return {
    rows: [row],
    details: { peakBytes, rungs: watched.result.rungs.map(({ name }) => name), wallSeconds: watched.result.wallSeconds },
  }
}

/** Seconds from the last byte to the ready title, with worker processes pinned to a core each and a server that encodes nothing. */
async function readySeconds(master: Buffer, cores: readonly number[]): Promise<number> {
  const lab = await createLab({ env: { TRANSCODE_WORKERS: '0' } })
  const environment = { DATA_DIR: lab.dataDir, TRANSCODE_WORKERS: '1', LOG_LEVEL: 'error' }
  const workers = cores.map((core) => spawnServer(environment, ['taskset', '-c', String(core), process.execPath, WORKER_ENTRY]))
  try {
    const staff = await lab.signIn()
    const { uploadId } = await staff.upload(master, 'film.mp4')
    const startedAt = performance.now()
    const claimed = await staff.call('createAsset', { body: { uploadId } })
    if (!claimed.ok) throw new Error(JSON.stringify(claimed.problem))
    await waitForAsset(staff, claimed.answer.id, 1_200_000, ASK_MS)
    return (performance.now() - startedAt) / 1000
  } finally {
    for (const worker of workers) worker.signal('SIGTERM')
    await Promise.all(workers.map((worker) => worker.waitForExit()))
    await lab.stop()
  }
}

const WORKER_ENTRY = new URL('../../cms/launch/src/worker-main.ts', import.meta.url).pathname

/** What a second worker process on a second core brings. */
export async function measureWorkers(lab: MediaBenchLab): Promise<{ readonly rows: readonly Row[]; readonly details: unknown }> {
  const part = await renderFilm(lab.folder, 'animation', 720, 10)
  const silent = await joinFilms(lab.folder, 'three-minutes', [part], 18)
  const master = await readFile(await addSound(lab.folder, silent, 180))
  const one = await readySeconds(master, [0])
  const two = await readySeconds(master, [0, 1])
  const ratio = round(one / two, 2)
  const row: Row = {
    work: 'two worker processes, a core each, on three minutes of 720p with sound',
    unit: 's',
    ours: round(two, 1),
    against: { name: 'one worker process on one core', value: round(one, 1) },
    ratio,
    aim: '≥ 1.8 × as fast',
    isMet: ratio >= 1.8,
  }
  return { rows: [row], details: { one, two, cores: (await run('nproc')).stdout.trim() } }
}
