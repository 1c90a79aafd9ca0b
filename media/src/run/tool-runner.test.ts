import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { makeFolder } from '../test-lab.ts'
import { runTool } from './tool-runner.ts'
import type { Sandbox } from './tool-sandbox.ts'

const bare: Sandbox = { outputOwner: undefined, prefix: () => [] }
const limits = { cpuSeconds: 10, wallSeconds: 10, fileBytes: 1_000_000 }

test('a tool that cannot be started fails its own run and nothing else, even while its output is waited for', async () => {
  const inputPath = join(await makeFolder(), 'input')
  await writeFile(inputPath, 'x')
  const run = runTool(bare, {
    command: '/nowhere/ffmpeg',
    arguments: () => [],
    inputPath,
    outputPaths: [],
    limits,
    signal: new AbortController().signal,
    // An unhandled rejection in the meantime would end the process, and with it every upload and viewer.
    onOutput: async (stdout) => {
      await buffer(stdout).catch(() => undefined)
      await new Promise((resolve) => setImmediate(resolve))
    },
  })
  await expect(run).rejects.toMatchObject({ code: 'ENOENT' })
})
