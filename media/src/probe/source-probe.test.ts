import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../plan/ladder-policy.ts'
import { findSandbox } from '../run/tool-sandbox.ts'
import { makeFolder } from '../test-lab.ts'
import { probeSource } from './source-probe.ts'

const sandbox = await findSandbox(process.getuid?.() === 0, 'ffmpeg')
const path = join(await makeFolder(), 'text.mp4')
await writeFile(path, '第一条 为了保护草原')
const probe = (ffprobePath: string, signal = new AbortController().signal) =>
  probeSource({ ffprobePath, sandbox, policy: DEFAULT_POLICY, signal }, path)

test('a file that ffprobe has looked at is refused for good', async () => {
  expect(await probe('ffprobe')).toMatchObject({ kind: 'refused', problem: 'not-a-video', isFinal: true })
})

test('a file that it could not look at to the end is not', async () => {
  expect(await probe('ffprobe', AbortSignal.abort())).toMatchObject({ kind: 'refused', isFinal: false })
})

test('an ffprobe that is not there is no fault of the file', async () => {
  await expect(probe('/nowhere/ffprobe')).rejects.toThrow(/nowhere/)
})
