import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@ulan/contract'
import { afterAll, expect, test } from 'vitest'
import { ask, makeFolder, renderClip, run, sendFile, sha256OfFile, until, untilSettled } from './test-lab.ts'

/** Run as a program it is the media side as a process of its own, to be killed; it writes its address to stdout. */
const LAB = join(import.meta.dirname, 'test-lab.ts')
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

async function start(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [LAB, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer] // a pipe gives bytes
  return { child, url: chunk.toString().trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'close')
  running.delete(child)
}

/** Processes that have this file open, by the kernel's own list. */
async function holdersOf(path: string): Promise<number> {
  const { ino } = await stat(path)
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const holds = await Promise.all(
    processes.map(async (id) => {
      const files = await readdir(`/proc/${id}/fd`).catch(() => [])
      const inodes = await Promise.all(
        files.map((file) =>
          stat(`/proc/${id}/fd/${file}`).then(
            (found) => found.ino,
            () => 0,
          ),
        ),
      )
      return inodes.includes(ino)
    }),
  )
  return holds.filter(Boolean).length
}

test('a killed server leaves no encoder behind and goes on from its finished units', { timeout: 300_000 }, async () => {
  const folder = await makeFolder()
  const clip = await renderClip(join(folder, 'clip.mp4'), 30)
  const first = await start(folder)
  const uploadId = await sendFile(first.url, clip)
  await ask(`${first.url}/api/v1/assets`, { uploadId, sha256: await sha256OfFile(clip) })
  const work = join(folder, 'media/work', uploadId, '1')
  const kept = join(work, 'v00000-240p/result.json')
  // The first segment is done and a later run of segments is under way: the worst moment.
  await until(
    async () => ((await readdir(work).catch(() => [])).some((name) => /^v00001-240p-\d+$/.test(name)) ? true : undefined),
    120_000,
  )
  const before = await stat(kept)
  const result = await readFile(kept, 'utf8')
  await kill(first.child)
  const master = join(folder, 'media/masters', uploadId, 'master')
  await until(async () => ((await holdersOf(master)) === 0 ? true : undefined))

  const second = await start(folder)
  const claimed = await ask<Asset>(`${second.url}/api/v1/assets/${uploadId}`)
  expect(claimed.body).toMatchObject({ status: 'encoding', attempt: 1 })
  expect(claimed.body.rungs[0]?.segmentsDone).toBeGreaterThan(0)
  expect((await stat(kept).catch(() => before)).mtimeMs).toBe(before.mtimeMs)
  expect(JSON.parse(result)).toMatchObject([{ name: '240p', frames: 100 }])
  const asset = await untilSettled(second.url, uploadId)
  expect(asset).toMatchObject({ status: 'ready', attempt: 1, durationSeconds: 30 })
  const version = join(folder, 'media/assets', uploadId, String(asset.version))
  await access(join(version, '240p/7.m4s'))
  const { stdout } = await run('ffprobe', [
    '-v',
    'error',
    '-count_packets',
    '-show_entries',
    'stream=nb_read_packets',
    '-of',
    'csv=p=0',
    join(version, '240p/index.m3u8'),
  ])
  expect(Number(stdout.trim().split('\n')[0])).toBe(750)
  await kill(second.child)
  await rm(folder, { recursive: true, force: true })
})
