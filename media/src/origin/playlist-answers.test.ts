import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFileStore } from '../store/file-store.ts'
import { versionKey } from '../store/store-keys.ts'
import { makeFolder } from '../test-lab.ts'
import { createPlaylistAnswers } from './playlist-answers.ts'
import { PlaylistCache } from './playlist-cache.ts'

const TEXT = '#EXTM3U\n#EXT-X-VERSION:7\n'
const LONG_WAY = 599

describe('playlists before the app', () => {
  const published = new Set(['asset-1'])
  let origin: string
  let close: () => void

  beforeAll(async () => {
    const store = await openFileStore(await makeFolder())
    const playlists = new PlaylistCache(store)
    const key = versionKey('asset-1', 7, 'master.m3u8')
    await store.put(key, Buffer.from(TEXT))
    await playlists.read(key)
    const answer = createPlaylistAnswers({ playlists, isAssetPublic: (id) => published.has(id) })
    const server = createServer((request, response) => {
      if (!answer(request, response)) response.writeHead(LONG_WAY).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo // a TCP server's address is never a string
    origin = `http://127.0.0.1:${String(port)}`
    close = () => server.close()
  })
  afterAll(() => close())

  it('sends one from memory, packed for whom that suits, for ever', async () => {
    for (const encoding of ['gzip, br', 'gzip;q=0', 'identity']) {
      const response = await fetch(`${origin}/media/asset-1/7/master.m3u8`, { headers: { 'accept-encoding': encoding } })
      expect(response.status).toBe(200)
      expect(response.headers.get('content-encoding')).toBe(encoding === 'gzip, br' ? 'gzip' : null)
      expect(response.headers.get('content-type')).toBe('application/vnd.apple.mpegurl')
      expect(response.headers.get('cache-control')).toContain('immutable')
      expect(await response.text()).toBe(TEXT)
    }
  })

  it('answers HEAD without a body and an unchanged one with 304', async () => {
    const head = await fetch(`${origin}/media/asset-1/7/master.m3u8`, { method: 'HEAD' })
    expect(head.status).toBe(200)
    const etag = head.headers.get('etag') ?? ''
    const again = await fetch(`${origin}/media/asset-1/7/master.m3u8`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('tags each coding by a name of its own, and knows an unchanged one by the tag of its coding', async () => {
    const ask = (coding: string, tag = '"none"'): Promise<Response> =>
      fetch(`${origin}/media/asset-1/7/master.m3u8`, { headers: { 'accept-encoding': coding, 'if-none-match': tag } })
    const [plain, packed] = [(await ask('identity')).headers.get('etag') ?? '', (await ask('gzip')).headers.get('etag') ?? '']
    expect(plain).not.toBe(packed)
    expect([(await ask('identity', plain)).status, (await ask('identity', packed)).status]).toEqual([304, 200])
    const again = await ask('gzip', `"other", W/${packed}`)
    expect([again.status, again.headers.get('etag'), (await ask('gzip', plain)).status]).toEqual([304, packed, 200])
  })

  it.each([
    '/media/asset-2/7/master.m3u8',
    '/media/asset-1/8/master.m3u8',
    '/media/asset-1/7/master.m3u8?x=1',
    '/media/asset-1/7/240p/0.m4s',
    '/api/v1/home',
  ])('leaves %s to the app', async (path) => {
    expect((await fetch(`${origin}${path}`)).status).toBe(LONG_WAY)
  })

  it('leaves a playlist to the app the moment its asset is no longer public', async () => {
    published.delete('asset-1')
    expect((await fetch(`${origin}/media/asset-1/7/master.m3u8`)).status).toBe(LONG_WAY)
  })
})
