import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort, REPOSITORY } from '../../lab/server-process.ts'
import { waitUntil } from '../../lab/wait-until.ts'

let folder: string
let origin: string
let shell: ChildProcess
let output: string

const isUp = (): Promise<boolean> =>
  fetch(`${origin}/healthz`).then(
    () => true,
    () => false,
  )

/** As npm does it: the script in a shell, and signals go to that shell alone. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-stop-'))
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const { scripts } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8')) as { scripts: { start: string } } // npm reads it too
  const path = `${join(REPOSITORY, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`
  const env = { ...process.env, PATH: path, PORT: String(port), DATA_DIR: folder, DEMO: '0', TRANSCODE_WORKERS: '0' }
  shell = spawn('/bin/sh', ['-c', scripts.start], { cwd: REPOSITORY, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  output = ''
  shell.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await waitUntil(
    'the line "ready"',
    () => output,
    (text) => /^ready /m.test(text),
    110_000,
  )
})
afterEach(async () => {
  try {
    process.kill(-(shell.pid ?? 0), 'SIGKILL')
  } catch (error) {
    // ESRCH: all of it has ended, as it should.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 10 })
})

test('a signal to what npm started ends the server, cleanly', async () => {
  const ended = once(shell, 'exit')
  shell.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(await isUp()).toBe(false)
})

test('Ctrl-C, which comes from the terminal and from npm, is one wish', async () => {
  const ended = once(shell, 'exit')
  process.kill(-(shell.pid ?? 0), 'SIGINT')
  shell.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})
