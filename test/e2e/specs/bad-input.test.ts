import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem, ProblemName, StaffProgramme } from '@ulan/contract'
import { problemType } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, sha256 } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { freePort, type ServerProcess, spawnServer } from '../../lab/server-process.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { renderClip } from '../fixtures/clip.ts'

describe('what people hand in by mistake', () => {
  let lab: Lab
  let staff: ApiClient
  let draft: StaffProgramme

  beforeAll(async () => {
    lab = await createLab()
    staff = await lab.signIn()
    draft = await staff.must('createProgramme', { body: { kind: 'lecture', title: { 'zh-Hans': '草原普法讲堂' } } })
  })
  afterAll(() => lab.stop())
  // Whatever was handed in: the same process is still serving, and nothing that was there is gone.
  afterEach(async () => {
    expect((await lab.visitor().raw('GET', '/healthz')).status).toBe(200)
    expect((await lab.visitor().raw('GET', '/readyz')).status).toBe(200)
    expect(await staff.must('readStaffProgramme', { params: { id: draft.id } })).toEqual(draft)
  })

  it('a text file renamed .mp4 is not a video', async () => {
    expectProblem(await handIn(staff, Buffer.from('第一条 为了保护草原……\n'.repeat(200)), '讲稿.mp4'), 'not-a-video', 422)
  })

  it('an empty file is named as such', async () => {
    expectProblem(await handIn(staff, Buffer.alloc(0), 'empty.mp4'), 'empty-file', 422)
  })

  it('a truncated file is named as such', async () => {
    const clip = await renderClip({ seconds: 8, widthPx: 640, heightPx: 360 })
    const half = clip.bytes.subarray(0, Math.floor(clip.bytes.length / 2))
    expectProblem(await handIn(staff, half, clip.fileName), 'truncated-video', 422)
  })

  it('a file that changed on the way never becomes an asset', async () => {
    const clip = await renderClip({ seconds: 2, widthPx: 640, heightPx: 360 })
    const before = await staff.must('listAssets')
    const { uploadId } = await staff.upload(clip.bytes, clip.fileName)
    const result = await staff.call('createAsset', { body: { uploadId, sha256: sha256(Buffer.from('another file')) } })
    if (result.ok) throw new Error('a wrong hash was accepted')
    expectProblem(result.problem, 'upload-hash-mismatch', 422)
    expect((await staff.must('listAssets')).items).toEqual(before.items)
  })

  it('a wrong password and an unknown address get the same answer', async () => {
    const wrong = await lab.visitor().call('createSession', { body: { email: lab.email, password: 'not-the-password' } })
    const unknown = await lab.visitor().call('createSession', { body: { email: 'nobody@example.org', password: 'not-the-password' } })
    if (wrong.ok || unknown.ok) throw new Error('somebody got in')
    expectProblem(wrong.problem, 'bad-credentials', 401)
    expect({ ...unknown.problem, instance: '' }).toEqual({ ...wrong.problem, instance: '' })
  })

  it.each([
    '/api/v1/programmes/no-such-programme',
    '/api/v1/series/no-such-series',
    '/api/v1/programmes/no-such-programme/playback',
    '/api/v1/nowhere',
  ])('%s is not found', async (path) => {
    const result = await lab.visitor().raw('GET', path)
    expectProblem(readProblem(result.text), 'not-found', 404)
  })

  it('media of an unknown asset is not found', async () => {
    expect((await lab.visitor().raw('GET', '/media/no-such-asset/1/master.m3u8')).status).toBe(404)
  })

  it('malformed JSON is refused with what to do', async () => {
    const result = await staff.raw('POST', '/api/v1/programmes', { body: '{"kind":', headers: { 'content-type': 'application/json' } })
    expectProblem(readProblem(result.text), 'malformed-json', 400)
  })

  it('a field of the wrong kind is named', async () => {
    const body = JSON.stringify({ kind: 'opera', title: { 'zh-Hans': '好来宝' } })
    const result = await staff.raw('POST', '/api/v1/programmes', { body, headers: { 'content-type': 'application/json' } })
    const problem = readProblem(result.text)
    expectProblem(problem, 'invalid-request', 400)
    expect(problem.errors?.map((error) => error.path)).toEqual(['kind'])
  })

  it('an oversized body is refused', async () => {
    const body = JSON.stringify({ kind: 'lecture', title: { 'zh-Hans': '长'.repeat(2_000_000) } })
    const result = await staff.raw('POST', '/api/v1/programmes', { body, headers: { 'content-type': 'application/json' } })
    expectProblem(readProblem(result.text), 'body-too-large', 413)
  })

  it('staff routes and uploads are closed to visitors', async () => {
    const listed = await lab.visitor().call('listStaffProgrammes')
    if (listed.ok) throw new Error('a visitor read staff pages')
    expectProblem(listed.problem, 'sign-in-required', 401)
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '10' }
    expect((await lab.visitor().raw('POST', '/api/v1/uploads', { headers })).status).toBe(401)
  })
})

describe('a start that cannot succeed says why in one line and exits with 1', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-bad-start-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('the port is in use', async () => {
    const lab = await createLab()
    try {
      const port = new URL(lab.origin).port
      const line = await failedStart({ PORT: port, DATA_DIR: join(folder, 'port') })
      expect(line).toContain(port)
    } finally {
      await lab.stop()
    }
  })

  it('DATA_DIR cannot be written to', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, 'not a folder')
    const line = await failedStart({ PORT: String(await freePort()), DATA_DIR: file })
    expect(line).toContain('DATA_DIR')
  })

  it('MONGODB_URI answers nobody', async () => {
    const uri = `mongodb://127.0.0.1:${String(await freePort())}/legal?serverSelectionTimeoutMS=2000`
    const line = await failedStart({ PORT: String(await freePort()), DATA_DIR: join(folder, 'mongo'), MONGODB_URI: uri })
    expect(line).toContain('MONGODB_URI')
  })

  it('several settings are wrong: all are listed together', async () => {
    const server = spawnServer({ PORT: 'eighty', DEMO: '3', LOG_LEVEL: 'loud', DATA_DIR: join(folder, 'settings') })
    const exit = await server.waitForExit(60_000)
    expect(exit.code).toBe(1)
    for (const name of ['PORT', 'DEMO', 'LOG_LEVEL']) expect(server.output()).toContain(name)
    expectNoStack(server)
  })
})

/** Uploads a file and asks for an asset; the problem comes with an answer, or later on the asset itself. */
async function handIn(staff: ApiClient, bytes: Buffer, fileName: string): Promise<Problem> {
  const { uploadId } = await staff.upload(bytes, fileName)
  const result = await staff.call('createAsset', { body: { uploadId, sha256: sha256(bytes) } })
  if (!result.ok) return result.problem
  const failed = await waitUntil(
    `${fileName} to be refused`,
    () => staff.must('readAsset', { params: { id: result.answer.id } }),
    (asset) => asset.status === 'failed' || asset.status === 'ready',
  )
  if (failed.problem === undefined) throw new Error(`${fileName} became ${failed.status}`)
  expect(failed.isRefused, 'nobody is told to try the same file again').toBe(true)
  return failed.problem
}

const readProblem = (text: string): Problem => problemSchema.parse(JSON.parse(text))

function expectProblem(problem: Problem, name: ProblemName, status: number): void {
  expect(problem).toMatchObject({ type: problemType(name), status })
  expect(problem.title, 'a sentence for people').toMatch(/[\u4e00-\u9fff]{4,}/)
  expect(JSON.stringify(problem), 'no stack').not.toMatch(/\bat .+:\d+:\d+/)
}

async function failedStart(environment: Readonly<Record<string, string>>): Promise<string> {
  const server = spawnServer({ HOST: '127.0.0.1', DEMO: '0', LOG_LEVEL: 'fatal', ...environment })
  const exit = await server.waitForExit(60_000)
  expect(exit, server.output()).toEqual({ code: 1, signal: null })
  expectNoStack(server)
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.trim() !== '')
  expect(lines, 'one clear line').toHaveLength(1)
  return lines[0] ?? ''
}

function expectNoStack(server: ServerProcess): void {
  expect(server.output()).not.toMatch(/^\s+at /m)
}
