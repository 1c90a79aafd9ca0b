import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { freePort, REPOSITORY, type ServerProcess, spawnServer, waitForReady } from '../../lab/server-process.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { spawnWorker, waitForWorking } from '../../lab/worker-process.ts'

let lab: Lab
let folder: string
const workers: ServerProcess[] = []
const start = (environment: Readonly<Record<string, string>>): ServerProcess => {
  const worker = spawnWorker({ DATA_DIR: lab.dataDir, ...environment })
  workers.push(worker)
  return worker
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-worker-'))
  lab = await createLab({ env: { TRANSCODE_WORKERS: '0', SECRET_KEY: 'a secret that no worker is ever told' } })
})
afterEach(async () => {
  for (const worker of workers.splice(0)) {
    worker.signal('SIGKILL')
    await worker.waitForExit()
  }
})
afterAll(async () => {
  await lab.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a worker with wrong settings says all that is wrong, and ends', async () => {
  const worker = start({ TRANSCODE_WORKERS: '0', MEDIA_STORE: 'ftp://elsewhere', FFMPEG_PATH: '/nowhere/ffmpeg' })
  expect(await worker.waitForExit()).toEqual({ code: 1, signal: null })
  expect(worker.output().trim().split('\n')).toEqual([
    'MEDIA_STORE must be file:FOLDER or s3://BUCKET/PREFIX',
    'TRANSCODE_WORKERS must be a number from 1 to 64 for a worker, or unset: half as many as there are cores',
    'FFMPEG_PATH names /nowhere/ffmpeg, which is not a file that can be run',
  ])
})

test.each([
  ['a folder that is not there', 'nowhere', 'is not the media folder of a server'],
  ['a folder that is nobody’s media store', 'plain', 'is not the media folder of a server'],
  ['the media folder of another server', 'other', 'is not where the server of this database keeps its media'],
])('a worker that is pointed to %s ends with one line, and leaves nothing there', async (_what, name, words) => {
  const place = join(folder, name)
  if (name !== 'nowhere') await mkdir(place, { recursive: true })
  if (name === 'other') for (const file of ['.media-store', '.media-store-id']) await writeFile(join(place, file), '')
  const before = await readdir(folder, { recursive: true })
  const worker = start({ MEDIA_STORE: `file:${place}` })
  expect(await worker.waitForExit()).toEqual({ code: 1, signal: null })
  expect(worker.output().trim().split('\n')).toEqual([expect.stringContaining(words)])
  expect(await readdir(folder, { recursive: true })).toEqual(before)
})

test('a worker with another release of ffmpeg than the server’s ends with one line', async () => {
  const program = join(folder, 'ffmpeg-99')
  await writeFile(program, '#!/bin/sh\necho ffmpeg version 99.1-test\n', { mode: 0o755 })
  const worker = start({ FFMPEG_PATH: program })
  expect(await worker.waitForExit()).toEqual({ code: 1, signal: null })
  expect(worker.output()).toMatch(/^ffmpeg here is 99\.1-test, the server's \S+: pieces of one title must come from one release/m)
})

test('a MongoDB that nobody answers for is told in one line', async () => {
  const worker = start({ MONGODB_URI: 'mongodb://127.0.0.1:9/legal' })
  expect(await worker.waitForExit()).toEqual({ code: 1, signal: null })
  expect(worker.output()).toMatch(/^cannot reach the database at MONGODB_URI \(.*ECONNREFUSED.*\): check the address/)
})

test('a worker says in one line who it is, how much it does at a time and where the media are', async () => {
  const worker = start({ TRANSCODE_WORKERS: '2' })
  expect(await waitForWorking(worker)).toMatch(
    new RegExp(`^\\S+:${worker.processId} 2 units at a time, media store file:${lab.dataDir}/media$`),
  )
})

test('a worker that is there before the server says so, waits, and works when the server has come', async () => {
  await lab.kill9()
  const worker = start({})
  await waitUntil(
    'the waiting',
    () => worker.output(),
    (text) => text.startsWith(`waiting for the server that keeps its data in ${lab.dataDir} (`),
  )
  await lab.restart()
  await waitForWorking(worker)
})

test('a worker follows a server whose socket is somewhere else after a restart', async () => {
  // Where sockets are follows from TMPDIR, which must be in small letters.
  const rooms = await Promise.all(['a', 'b'].map((name) => mkdir(`${tmpdir()}/legal-moved-${process.pid}-${name}`, { recursive: true })))
  const environment = { PORT: String(await freePort()), DATA_DIR: join(folder, 'moved'), DEMO: '0', TRANSCODE_WORKERS: '0' }
  const [before, after] = rooms.map((room) => () => spawnServer({ ...environment, TMPDIR: room ?? '' }))
  const first = before?.()
  if (first === undefined || after === undefined) throw new Error('two rooms were made')
  await waitForReady(first)
  const socket = await readFile(join(folder, 'moved/socket'), 'utf8')
  const worker = start({ DATA_DIR: join(folder, 'moved') })
  await waitForWorking(worker)
  first.signal('SIGKILL')
  await first.waitForExit()
  const second = after()
  await waitForReady(second)
  expect(await readFile(join(folder, 'moved/socket'), 'utf8')).not.toBe(socket)
  await waitUntil(
    'a second line "working"',
    () => worker.output(),
    (text) => [...text.matchAll(/^working /gm)].length === 2,
  )
  second.signal('SIGTERM')
  await second.waitForExit()
  for (const room of rooms) if (room !== undefined) await rm(room, { recursive: true, force: true })
})

test('a worker that waits ends at once when it is told to', async () => {
  const worker = start({ DATA_DIR: join(folder, 'never') })
  await waitUntil(
    'the waiting',
    () => worker.output(),
    (text) => /^waiting for the server .*\(it has not been started yet\)/.test(text),
  )
  worker.signal('SIGTERM')
  expect(await worker.waitForExit()).toEqual({ code: 0, signal: null })
})

test('Ctrl-C, which comes from the terminal and from npm, is one wish', async () => {
  const { scripts } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8')) as { scripts: { worker: string } } // npm reads it too
  const env = { ...process.env, PATH: `${join(REPOSITORY, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`, DATA_DIR: lab.dataDir }
  const shell = spawn('/bin/sh', ['-c', scripts.worker], { cwd: REPOSITORY, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  shell.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await waitUntil(
    'the line "working"',
    () => output,
    (text) => /^working /m.test(text),
  )
  const ended = once(shell, 'exit')
  process.kill(-(shell.pid ?? 0), 'SIGINT')
  shell.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})
