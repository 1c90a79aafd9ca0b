import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../plan/ladder-policy.ts'
import { findSandbox } from '../run/tool-sandbox.ts'
import { makeFolder, run } from '../test-lab.ts'
import { probeSource } from './source-probe.ts'

const sandbox = await findSandbox(process.getuid?.() === 0, 'ffmpeg')
const path = join(await makeFolder(), 'text.mp4')
await writeFile(path, '第一条 为了保护草原')
const probe = (ffprobePath: string, signal = new AbortController().signal, file = path) =>
  probeSource({ ffprobePath, sandbox, policy: DEFAULT_POLICY, signal }, file)

test('a file that ffprobe has looked at is refused for good', async () => {
  expect(await probe('ffprobe')).toMatchObject({ kind: 'refused', problem: 'not-a-video', isFinal: true })
})

test('a file that it could not look at to the end is not', async () => {
  expect(await probe('ffprobe', AbortSignal.abort())).toMatchObject({ kind: 'refused', isFinal: false })
})

test('a file that says too much of itself is refused, and does not fill the memory', async () => {
  const folder = await makeFolder()
  const words = join(folder, 'words.txt')
  const tags = Array.from({ length: 200 }, (_, at) => `tag${at}=${'法'.repeat(60_000)}\n`)
  await writeFile(words, `;FFMETADATA1\n${tags.join('')}`)
  const film = join(folder, 'film.mkv')
  const inputs = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:d=1', '-f', 'ffmetadata', '-i', words]
  await run('ffmpeg', ['-v', 'error', '-y', ...inputs, '-map_metadata', '1', '-c:v', 'mpeg4', film])
  expect(await probe('ffprobe', undefined, film)).toMatchObject({
    kind: 'refused',
    problem: 'not-a-video',
    reason: expect.stringMatching(/^more than 8000000 characters/),
    isFinal: true,
  })
})

test('an ffprobe that is not there is no fault of the file', async () => {
  await expect(probe('/nowhere/ffprobe')).rejects.toThrow(/nowhere/)
})
