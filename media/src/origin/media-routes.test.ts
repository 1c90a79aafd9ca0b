import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFileStore } from '../store/file-store.ts'
import { openEdge } from '../test-edge.ts'
import { makeFolder } from '../test-lab.ts'
import { createMediaRoutes } from './media-routes.ts'
import { PlaylistCache } from './playlist-cache.ts'
import { RecentlyUsed } from './recently-used.ts'

const PLAYLIST = `#EXTM3U\n${'#EXTINF:4.00000,\n0.m4s\n'.repeat(50)}`
const closers: (() => void)[] = []
const SHOWN_PICTURE = 'p0123456789abcdef'
const HIDDEN_PICTURE = 'pfedcba9876543210'
let direct: string
let throughNginx: string

async function serve(root: string, accel: 'none' | 'nginx'): Promise<string> {
  const app = express()
  const store = await openFileStore(root)
  app.use(
    createMediaRoutes({
      store,
      playlists: new PlaylistCache(store),
      posters: new RecentlyUsed<Buffer>(0),
      accel,
      sendProblem: openEdge(app).sendProblem,
      isAssetPublic: (id) => id === 'shown',
      isPicturePublic: (id) => id === SHOWN_PICTURE,
      authoriseStaff: async ({ headers }) => (headers['x-staff'] === undefined ? undefined : { email: 'a@b', role: 'inspector' }),
    }),
  )
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // it listens on TCP
}

beforeAll(async () => {
  const root = await makeFolder()
  for (const id of ['shown', 'hidden']) {
    await mkdir(join(root, 'assets', id, '7', '240p'), { recursive: true })
    await writeFile(join(root, 'assets', id, '7', 'master.m3u8'), PLAYLIST)
    await writeFile(join(root, 'assets', id, '7', '240p', '0.m4s'), Buffer.from('0123456789'))
  }
  for (const picture of [SHOWN_PICTURE, HIDDEN_PICTURE]) {
    await mkdir(join(root, 'assets', 'pictures', picture), { recursive: true })
    await writeFile(join(root, 'assets', 'pictures', picture, 'poster-480.jpg'), picture)
  }
  direct = await serve(root, 'none')
  throughNginx = await serve(root, 'nginx')
})
afterAll(() => {
  for (const close of closers) close()
})

const header = (response: Response, name: string): string | null => response.headers.get(name)

test('a playlist of a public asset is cached for ever, packed, and answers 304', async () => {
  const first = await fetch(`${direct}/media/shown/7/master.m3u8`)
  expect(await first.text()).toBe(PLAYLIST)
  expect(header(first, 'cache-control')).toBe('public, max-age=31536000, immutable')
  expect(header(first, 'content-type')).toBe('application/vnd.apple.mpegurl')
  expect(Number(header(first, 'content-length'))).toBeLessThan(PLAYLIST.length / 4)
  const plain = await fetch(`${direct}/media/shown/7/master.m3u8`, { headers: { 'accept-encoding': 'identity' } })
  expect([header(plain, 'content-encoding'), (await plain.text()).length]).toEqual([null, PLAYLIST.length])
  const again = await fetch(`${direct}/media/shown/7/master.m3u8`, { headers: { 'if-none-match': header(first, 'etag') ?? '' } })
  expect(again.status).toBe(304)
})

test('segments answer ranges', async () => {
  const part = await fetch(`${direct}/media/shown/7/240p/0.m4s`, { headers: { range: 'bytes=2-4' } })
  expect([part.status, header(part, 'content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234'])
  expect(header(part, 'content-type')).toBe('video/iso.segment')
  const beyond = await fetch(`${direct}/media/shown/7/240p/0.m4s`, { headers: { range: 'bytes=50-' } })
  expect([beyond.status, header(beyond, 'content-range')]).toEqual([416, 'bytes */10'])
})

test('what is not public is not there, except for staff, who get it uncached', async () => {
  const outside = await fetch(`${direct}/media/hidden/7/master.m3u8`)
  expect([outside.status, header(outside, 'cache-control')]).toEqual([404, 'no-store'])
  const staff = await fetch(`${direct}/media/hidden/7/master.m3u8`, { headers: { 'x-staff': '1' } })
  expect([staff.status, header(staff, 'cache-control')]).toEqual([200, 'private, no-store'])
})

test.each(['/media/shown/7/240p/9.m4s', '/media/shown/8/master.m3u8', '/media/shown/7/%2e%2e/%2e%2e/x', '/media/shown', '/media/'])(
  '%s is a 404 problem',
  async (path) => {
    const response = await fetch(direct + path)
    expect([response.status, await response.json()]).toMatchObject([404, { type: '/problems/not-found' }])
  },
)

test('media is for reading only', async () => {
  const response = await fetch(`${direct}/media/shown/7/master.m3u8`, { method: 'DELETE' })
  expect([response.status, header(response, 'allow')]).toEqual([405, 'GET, HEAD'])
  expect((await fetch(`${direct}/media/shown/7/240p/0.m4s`, { method: 'HEAD' })).status).toBe(200)
})

test('behind nginx a segment is a decision, not bytes', async () => {
  const response = await fetch(`${throughNginx}/media/shown/7/240p/0.m4s`)
  expect(header(response, 'x-accel-redirect')).toBe('/_media/shown/7/240p/0.m4s')
  expect(await response.text()).toBe('')
  expect((await fetch(`${throughNginx}/media/hidden/7/240p/0.m4s`)).status).toBe(404)
  const absent = await fetch(`${throughNginx}/media/shown/7/240p/9.m4s`)
  expect([absent.status, header(absent, 'cache-control'), header(absent, 'x-accel-redirect')]).toEqual([404, 'no-store', null])
  expect(await (await fetch(`${throughNginx}/media/shown/7/master.m3u8`)).text()).toBe(PLAYLIST)
})

test('a poster that staff chose is public while a programme shows it, and for staff besides', async () => {
  const shown = await fetch(`${direct}/media/pictures/${SHOWN_PICTURE}/poster-480.jpg`)
  expect([shown.status, header(shown, 'cache-control'), await shown.text()]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    SHOWN_PICTURE,
  ])
  const hidden = `${direct}/media/pictures/${HIDDEN_PICTURE}/poster-480.jpg`
  expect((await fetch(hidden)).status).toBe(404)
  const forStaff = await fetch(hidden, { headers: { 'x-staff': 'editor' } })
  expect([forStaff.status, header(forStaff, 'cache-control')]).toEqual([200, 'private, no-store'])
})
