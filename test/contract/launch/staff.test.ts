import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLab } from '../../lab/lab.ts'
import { freePort, REPOSITORY, spawnServer, waitForReady } from '../../lab/server-process.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-staff-'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

async function staff(dataDir: string, ...words: readonly string[]): Promise<{ code: number | null; output: string }> {
  const entry = join(REPOSITORY, 'cms/launch/src/staff-command.ts')
  const command = spawnServer({ DATA_DIR: dataDir }, [process.execPath, entry, '--staff', ...words])
  const { code } = await command.waitForExit(60_000)
  return { code, output: command.output() }
}

test.each([
  ['reset', 'bob@example.cn'],
  ['add', 'bob@example.cn', '--role', 'editor'],
])('%s where no server has ever run says so and makes nothing', async (...words) => {
  const dataDir = join(folder, 'never/was')
  const { code, output } = await staff(dataDir, ...words)
  expect([code, output]).toEqual([
    1,
    `there is no data in ${dataDir}: run npm start once, or set DATA_DIR to the folder that the server uses\n`,
  ])
  expect(existsSync(join(folder, 'never'))).toBe(false)
})

test('an account is found, made and given a new password in one line each, while no server runs', async () => {
  const dataDir = join(folder, 'data')
  const server = spawnServer({ DATA_DIR: dataDir, PORT: String(await freePort()), DEMO: '0', TRANSCODE_WORKERS: '0' })
  await waitForReady(server)
  server.signal('SIGTERM')
  await server.waitForExit()
  const unknown = await staff(dataDir, 'reset', 'bob@example.cn')
  expect(unknown).toEqual({ code: 1, output: 'there is no account bob@example.cn\n' })
  const made = await staff(dataDir, 'add', 'bob@example.cn', '--role', 'editor')
  expect(made).toMatchObject({ code: 0, output: expect.stringMatching(/^sign-in bob@example\.cn [\w-]+\n$/) })
  const again = await staff(dataDir, 'reset', 'bob@example.cn')
  expect(again).toMatchObject({ code: 0, output: expect.stringMatching(/^sign-in bob@example\.cn [\w-]+\n$/) })
})

test('the log of what staff did is held against itself, and an entry that somebody changed is named', async () => {
  const lab = await createLab({ env: { TRANSCODE_WORKERS: '0' } })
  const administrator = await lab.signIn()
  await administrator.must('createSeries', { body: { kind: 'documentary', title: { 'zh-Hans': '草原普法' } } })
  await lab.leave()
  const whole = await staff(lab.dataDir, 'verify-audit')
  expect(whole).toEqual({ code: 0, output: expect.stringMatching(/^audit ok: 3 entries, last hash [0-9a-f]{64}\n$/) })
  const opened = await openEmbeddedStore({ dataDir: lab.dataDir, logger: () => undefined })
  if (!opened.ok) throw new Error(opened.problem.kind)
  const connection = await mongoose.createConnection(opened.store.uri).asPromise()
  await connection.collection<{ _id: number }>('audit').updateOne({ _id: 2 }, { $set: { action: 'readSettings' } })
  await connection.close()
  await opened.store.close()
  const broken = await staff(lab.dataDir, 'verify-audit')
  expect(broken).toEqual({ code: 1, output: 'audit broken: entry 2 was changed; entries before it hold\n' })
  expect((await staff(lab.dataDir, 'verify-audit', 'all')).code).toBe(1)
  await lab.stop()
})
