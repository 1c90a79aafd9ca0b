import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset, AssetId } from '@ulan/contract'
import { assetSchema, problemSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ask,
  type MediaLab,
  makeFolder,
  openLab,
  renderClip,
  run,
  sendFile,
  sha256OfFile,
  type Told,
  until,
  untilSettled,
} from './test-lab.ts'

let lab: MediaLab
let clips: string
let clip: string

beforeAll(async () => {
  clips = await makeFolder()
  clip = await renderClip(join(clips, 'clip.mp4'), 8, '640x360')
  lab = await openLab()
}, 120_000)
afterAll(() => lab.close())

const claim = (uploadId: string, sha256: string) => ask<Told>(`${lab.url}/api/v1/assets`, { uploadId, sha256 })

/** Decodes a whole playlist and counts its pictures or packets. */
async function countPackets(url: string): Promise<number> {
  const args = ['-v', 'error', '-count_packets', '-select_streams', '0', '-show_entries', 'stream=nb_read_packets', '-of', 'csv=p=0', url]
  const { stdout } = await run('ffprobe', args)
  return Number(stdout.trim().split('\n')[0])
}

test('an uploaded clip becomes one version that plays', { timeout: 280_000 }, async () => {
  const sha256 = await sha256OfFile(clip)
  const uploadId = await sendFile(lab.url, clip)
  const claimed = await claim(uploadId, sha256)
  expect(claimed.status).toBe(201)
  expect(assetSchema.parse(claimed.body)).toMatchObject({ fileName: '乌兰牧骑.mp4', sha256, status: 'encoding' })
  expect((await claim(uploadId, sha256)).body.id).toBe(claimed.body.id)

  const watchable = await until(async () => {
    const { body } = await ask<Asset>(`${lab.url}/api/v1/assets/${uploadId}`)
    return body.previewUrl === undefined ? undefined : body
  })
  const preview = await fetch(lab.url + watchable.previewUrl)
  expect([preview.status, preview.headers.get('cache-control')]).toEqual([200, 'private, no-store'])

  const asset = await untilSettled(lab.url, uploadId)
  expect(assetSchema.parse(asset)).toMatchObject({ status: 'ready', progress: 1, durationSeconds: 8, attempt: 1 })
  expect(asset.rungs.map((rung) => [rung.name, rung.state, rung.segmentsDone])).toEqual([
    ['240p', 'done', 2],
    ['360p', 'done', 2],
    // 377 AAC frames: two segments of 188 and the start-up frame.
    ['audio', 'done', 3],
  ])

  expect((await fetch(lab.url + asset.playlistUrl)).status).toBe(404)
  lab.publicAssets.add(uploadId)
  const master = await fetch(lab.url + asset.playlistUrl)
  expect(master.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const text = await master.text()
  expect(text).toContain('CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=25.000')
  const base = `${lab.url}${asset.playlistUrl?.replace('master.m3u8', '')}`
  expect(await countPackets(`${base}240p/index.m3u8`)).toBe(200)
  expect(await countPackets(`${base}360p/index.m3u8`)).toBe(200)
  await run('ffmpeg', ['-v', 'error', '-xerror', '-i', lab.url + asset.playlistUrl, '-map', '0', '-f', 'null', '-'])
  const poster = await fetch(lab.url + asset.posters?.small)
  expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  await until(async () => ((await readdir(join(lab.folder, 'media/work'))).length === 0 ? true : undefined))
})

test('a reserved asset takes an imported poster and master, and tells its followers', { timeout: 280_000 }, async () => {
  const id = 'sample-1' as AssetId // a test id
  const told: string[] = []
  const stop = lab.media.library.watchAssets((changed) => told.push(changed))
  await lab.media.library.reserveAsset(id, 'sample.mp4')
  await lab.media.library.reserveAsset(id, 'sample.mp4')
  await run('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=1920x1080:d=0.04',
    '-frames:v',
    '1',
    join(clips, 'poster.png'),
  ])
  await lab.media.library.importPoster(id, join(clips, 'poster.png'))
  const reserved = (await lab.media.library.readAssets([id])).get(id)
  expect(reserved).toMatchObject({ status: 'awaiting-master', progress: 0 })
  expect(reserved?.posters?.large).toMatch(/^\/media\/sample-1\/p[0-9a-f]{16}\/poster-1920\.jpg$/)

  await lab.media.library.importMaster(id, await renderClip(join(clips, 'short.mp4'), 2, '320x180', '-an'))
  const asset = await untilSettled(lab.url, id)
  expect(asset).toMatchObject({ status: 'ready', rungs: [{ name: '180p', segmentsDone: 1 }], posters: reserved?.posters })
  await until(async () => (told.includes(id) ? true : undefined))
  stop()
  expect(await lab.media.library.retryAsset(id)).toBe(false)
})

test.each([
  ['not-a-video', async () => Buffer.from('法律援助'.repeat(500))],
  ['empty-file', async () => Buffer.alloc(0)],
  ['truncated-video', async () => (await readFile(clip)).subarray(0, 60_000)],
  ['not-a-video', async () => Buffer.from(`#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${clip}\n#EXT-X-ENDLIST\n`)],
] as const)('%s is said at once and kept with the asset', async (name, bytesOf) => {
  const path = join(clips, `${name}.mp4`)
  await writeFile(path, await bytesOf())
  const uploadId = await sendFile(lab.url, path)
  const answer = await claim(uploadId, await sha256OfFile(path))
  expect([answer.status, answer.type]).toEqual([422, 'application/problem+json; charset=utf-8'])
  expect(problemSchema.parse(answer.body).type).toBe(`/problems/${name}`)
  const { body } = await ask<Asset>(`${lab.url}/api/v1/assets/${uploadId}`)
  expect(body).toMatchObject({ status: 'failed', problem: { type: `/problems/${name}` } })
})

test('a wrong hash never becomes an asset', async () => {
  const uploadId = await sendFile(lab.url, clip)
  expect((await claim(uploadId, '0'.repeat(64))).body.type).toBe('/problems/upload-hash-mismatch')
  expect((await ask(`${lab.url}/api/v1/assets/${uploadId}`)).status).toBe(404)
  expect((await claim(uploadId, await sha256OfFile(clip))).status).toBe(404)
})

test('films that come after an administrator wished for AV1 get a ladder in it too', { timeout: 120_000 }, async () => {
  const change = async (av1: boolean): Promise<number> => {
    const headers = { 'x-staff': 'administrator', 'content-type': 'application/json' }
    return (await fetch(`${lab.url}/api/v1/encoding-policy`, { method: 'PATCH', headers, body: JSON.stringify({ av1, hdr: false }) }))
      .status
  }
  expect(await change(true)).toBe(200)
  const short = await renderClip(join(clips, 'wished.mp4'), 2, '320x180', '-an')
  const uploadId = await sendFile(lab.url, short)
  await claim(uploadId, await sha256OfFile(short))
  const asset = await untilSettled(lab.url, uploadId)
  expect(asset.rungs.map(({ name }) => name)).toEqual(['180p', '180p-av1'])
  expect(asset.reasons).toContainEqual({ code: 'av1-wanted' })
  lab.publicAssets.add(uploadId)
  expect(await (await fetch(lab.url + asset.playlistUrl)).text()).toContain('CODECS="av01.0.00M.08",RESOLUTION=320x180')
  expect(await change(false)).toBe(200)
})
