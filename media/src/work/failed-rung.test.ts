import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@ulan/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../plan/ladder-policy.ts'
import { ask, type MediaLab, makeFolder, openLab, renderClip, sendFile, sha256OfFile, until, untilSettled } from '../test-lab.ts'

/** A small source with a rung of its own process: HEVC above 240. */
const POLICY = {
  ...DEFAULT_POLICY,
  h264: { ...DEFAULT_POLICY.h264, shortSidesPx: [240] },
  hevc: { ...DEFAULT_POLICY.hevc, shortSidesPx: [360], preset: 'ultrafast' },
}
let folder: string
let lab: MediaLab

/** The real ffmpeg behind a door that is shut to HEVC while a file says so; every call is written down. */
async function makeDoor(): Promise<string> {
  const door = join(folder, 'ffmpeg')
  const shut = `if [ -e ${folder}/shut ] && echo "$*" | grep -q libx265; then echo "x265 [error]: no licence today" >&2; exit 1; fi`
  await writeFile(door, `#!/bin/sh\necho "$*" >> ${folder}/calls\n${shut}\nexec ffmpeg "$@"\n`)
  await writeFile(join(folder, 'calls'), '')
  // The encoder runs as nobody.
  await chmod(folder, 0o755)
  await chmod(door, 0o755)
  await chmod(join(folder, 'calls'), 0o666)
  return door
}

async function send(seconds: number): Promise<string> {
  const clip = await renderClip(join(folder, `clip-${seconds}.mp4`), seconds, '640x360')
  const uploadId = await sendFile(lab.url, clip)
  expect((await ask(`${lab.url}/api/v1/assets`, { uploadId, sha256: await sha256OfFile(clip) })).status).toBe(201)
  return uploadId
}
const read = async (id: string): Promise<Asset> => (await ask<Asset>(`${lab.url}/api/v1/assets/${id}`)).body
const callsOf = async (codec: string): Promise<number> =>
  (await readFile(join(folder, 'calls'), 'utf8')).split('\n').filter((call) => call.includes(`-c:v ${codec} `)).length

beforeAll(async () => {
  folder = await makeFolder()
  lab = await openLab({ policy: POLICY, ffmpegPath: await makeDoor(), workers: 2 })
})
afterAll(() => lab.close())

test('a rung that fails leaves the others whole, says what the encoder said, and is tried again alone', { timeout: 120_000 }, async () => {
  await writeFile(join(folder, 'shut'), '')
  const id = await send(6)
  const failed = await untilSettled(lab.url, id)
  expect(failed).toMatchObject({ status: 'failed', problem: { type: '/problems/encode-failed' } })
  expect(failed.rungs.map(({ name, state }) => [name, state])).toEqual([
    ['240p', 'done'],
    ['360p', 'failed'],
    ['audio', 'done'],
  ])
  expect(failed.rungs[1]?.message).toContain('x265 [error]: no licence today')
  expect((await ask(`${lab.url}/api/v1/assets/${id}/rungs/240p/retry`, {})).status).toBe(409)

  await rm(join(folder, 'shut'))
  const before = await callsOf('libx264')
  expect((await ask<Asset>(`${lab.url}/api/v1/assets/${id}/rungs/360p/retry`, {})).body.status).toBe('encoding')
  expect(await untilSettled(lab.url, id)).toMatchObject({ status: 'ready', attempt: 1, durationSeconds: 6 })
  expect(await callsOf('libx264')).toBe(before)
})

test('work that is cancelled ends at once, leaves nothing, and can be begun again', { timeout: 120_000 }, async () => {
  const id = await send(12)
  await until(async () => ((await read(id)).rungs.some(({ workers }) => workers !== undefined) ? true : undefined))
  const cancelled = await ask<Asset>(`${lab.url}/api/v1/assets/${id}/cancel`, {})
  expect(cancelled.body).toMatchObject({ status: 'failed', problem: { type: '/problems/encode-cancelled' } })
  expect((await ask(`${lab.url}/api/v1/assets/${id}/cancel`, {})).status).toBe(409)
  expect((await ask<Asset>(`${lab.url}/api/v1/assets/${id}/retry`, {})).body).toMatchObject({ status: 'probing', attempt: 2 })
  const again = await untilSettled(lab.url, id)
  expect(again).toMatchObject({ status: 'ready', attempt: 2 })
  const versions = await readdir(join(lab.folder, 'media/assets', id))
  expect(versions.filter((name) => /^\d+$/.test(name))).toEqual([String(again.version)])
  await until(async () => ((await readdir(join(lab.folder, 'media/work'))).length === 0 ? true : undefined))
})
