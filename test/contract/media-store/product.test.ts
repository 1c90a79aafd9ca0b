import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Asset, AssetId } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realClip } from '../../e2e/fixtures/clip.ts'
import { tellInOrder } from '../../e2e/fixtures/story.ts'
import type { ApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../../lab/lab.ts'
import { type S3Server, type SeenRequest, startS3Server } from '../../lab/s3-server.ts'
import { waitUntil } from '../../lab/wait-until.ts'

const run = promisify(execFile)
const PREFIX = 'media'
const TITLE = { 'zh-Hans': '草原上的法庭' }
const SECONDS = 30
/** So many that one unit is given back more than once, each time after the tries of each of its files. */
const FAILURES = 24
const isLaterSegment = (path: string): boolean => /\/\d+p\/[1-9]\d*\.m4s$/.test(path)

describe('the product with its media in a bucket', () => {
  tellInOrder()
  let s3: S3Server
  let lab: Lab
  let staff: ApiClient
  let assetId: AssetId
  let programmeId: string
  let ready: Asset
  const readAsset = (): Promise<Asset> => staff.must('readAsset', { params: { id: assetId } })
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(lab.origin + path, { redirect: 'manual', ...init })
  const baseOf = (url: string | undefined): string => (url ?? '').replace(/\/master\.m3u8$/, '')

  beforeAll(async () => {
    s3 = await startS3Server()
    lab = await createLab({ env: s3.environment(PREFIX) })
    staff = await lab.signIn()
  })
  afterAll(async () => {
    await lab.stop()
    await s3.close()
  })

  it('takes an upload, and brings it to the bucket', async () => {
    // What cannot be kept is not done: the encode stays where it is until the power cut.
    s3.interfere(({ method, path }) => (method === 'PUT' && isLaterSegment(path) ? 'error' : 'none'))
    const clip = await realClip()
    assetId = (await staff.uploadAsset(clip.bytes, clip.fileName)).id
    await waitUntil(
      'the master in the bucket',
      () => s3.seen.some(({ method, path, status }) => method === 'PUT' && path.endsWith(`/masters/${assetId}/master`) && status === 200),
      (isThere) => isThere,
    )
  })

  it('lets staff watch what is encoded so far, from the bucket', async () => {
    const watchable = await waitUntil('a preview', readAsset, ({ previewUrl }) => previewUrl !== undefined)
    const preview = baseOf(watchable.previewUrl)
    expect((await ask(`${preview}/master.m3u8`)).status).toBe(200)
    const sent = await ask(`${preview}/240p/0.m4s`)
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([307, 'private, no-store'])
    expect((await fetch(sent.headers.get('location') ?? '')).status).toBe(200)
    expect((await ask(`${preview.replace(/\/preview\/\w/, '/preview/0')}/240p/0.m4s`)).status).toBe(404)
  })

  it('goes on after a power cut that took the machine’s copies along, and while the bucket fails', { timeout: 300_000 }, async () => {
    expect(await readAsset()).toMatchObject({ status: 'encoding', attempt: 1 })
    await lab.kill9()
    await rm(join(lab.dataDir, 'media'), { recursive: true, force: true })
    let failures = 0
    s3.interfere(({ method, path }) => {
      if (method !== 'PUT' || !isLaterSegment(path) || failures >= FAILURES) return 'none'
      failures += 1
      return 'error'
    })
    await lab.restart()
    ready = await waitForAsset(staff, assetId, 240_000)
    expect(failures).toBe(FAILURES)
    expect(ready).toMatchObject({ attempt: 1, progress: 1 })
    // Fetched again, as its copy was gone.
    expect(s3.seen.some(({ method, path }) => method === 'GET' && path.endsWith(`/masters/${assetId}/master`))).toBe(true)
  })

  it('shows nobody what is not published, except staff', async () => {
    const segment = `${baseOf(ready.playlistUrl)}/240p/0.m4s`
    expect((await ask(segment)).status).toBe(404)
    const shown = await ask(`${baseOf(ready.previewUrl)}/240p/0.m4s`)
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([307, 'private, no-store'])
  })

  it('plays once it is published: playlists from us, segments from the bucket', async () => {
    const draft = await staff.must('createProgramme', { body: { kind: 'performance', title: TITLE, assetId } })
    programmeId = draft.id
    await staff.must('publishProgramme', { params: { id: draft.id }, body: { rev: draft.rev } })
    const { playlistUrl } = await lab.visitor().must('readPlayback', { params: { id: draft.id } })
    const playlist = await ask(playlistUrl)
    expect([playlist.status, playlist.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    const sent = await ask(`${baseOf(playlistUrl)}/240p/0.m4s`)
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([307, 'public, max-age=300'])
    const segment = await fetch(sent.headers.get('location') ?? '')
    expect(segment.headers.get('content-type')).toBe('video/iso.segment')
    expect(segment.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const poster = await ask(ready.posters?.small ?? '')
    expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    await run('ffmpeg', ['-v', 'error', '-xerror', '-i', lab.origin + playlistUrl, '-map', '0', '-f', 'null', '-'])
    const probe = [
      '-v',
      'error',
      '-show_entries',
      'format=duration',
      '-of',
      'csv=p=0',
      `${lab.origin}${baseOf(playlistUrl)}/240p/index.m3u8`,
    ]
    expect(Math.abs(Number((await run('ffprobe', probe)).stdout) - SECONDS)).toBeLessThan(1)
  })

  it('keeps nothing on the machine that the bucket has', async () => {
    const left = async (): Promise<number> => {
      const folders = ['masters', 'work'].map((name) => join(lab.dataDir, 'media', name)).filter((path) => existsSync(path))
      return (await Promise.all(folders.map((path) => readdir(path)))).flat().length
    }
    await waitUntil('masters and work to go', left, (count) => count === 0)
    expect(existsSync(join(lab.dataDir, 'media/assets'))).toBe(false)
  })

  it('plays after another power cut', async () => {
    await lab.kill9()
    await lab.restart()
    const { playlistUrl } = await lab.visitor().must('readPlayback', { params: { id: programmeId } })
    expect(playlistUrl).toBe(ready.playlistUrl)
    await run('ffmpeg', ['-v', 'error', '-xerror', '-i', lab.origin + playlistUrl, '-map', '0:v:0', '-t', '8', '-f', 'null', '-'])
  })

  it('is not ready while the bucket cannot be reached, and goes on from memory', async () => {
    const readiness = async (): Promise<number> => (await ask('/readyz')).status
    expect(await readiness()).toBe(200)
    const seen = ready.posters?.small ?? ''
    expect((await ask(seen)).status).toBe(200)
    await s3.shut()
    await waitUntil('a 503', readiness, (status) => status === 503)
    expect((await ask(ready.playlistUrl ?? '')).status).toBe(200)
    expect((await ask(seen)).status).toBe(200)
    const poster = await ask(ready.posters?.large ?? '')
    expect([poster.status, await poster.json()]).toMatchObject([503, { type: '/problems/store-unavailable' }])
    await s3.open()
    await waitUntil('a 200', readiness, (status) => status === 200)
  })

  it('is gone when it is taken down', async () => {
    const { rev } = await staff.must('readStaffProgramme', { params: { id: programmeId } })
    await staff.must('takeDownProgramme', { params: { id: programmeId }, body: { rev } })
    expect((await ask(ready.playlistUrl ?? '')).status).toBe(404)
    expect((await ask(`${baseOf(ready.playlistUrl)}/240p/0.m4s`)).status).toBe(404)
  })

  it('asks of the bucket only what the README’s policy permits', () => {
    const isInside = ({ path, query }: SeenRequest): boolean =>
      path.startsWith(`/troupe/${PREFIX}/`) || (query.get('list-type') === '2' && (query.get('prefix') ?? '').startsWith(`${PREFIX}/`))
    expect(s3.seen.filter((request) => !isInside(request))).toEqual([])
    expect([...new Set(s3.seen.map(({ method }) => method))].toSorted()).toEqual(['DELETE', 'GET', 'HEAD', 'PUT'])
  })
})
