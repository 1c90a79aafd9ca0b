import { expect, it } from 'vitest'
import { openBucket, openBucketLab, placeOf, SEGMENT } from './s3-lab.ts'

const { server, store } = openBucketLab()
const urlOf = async (key: string, method: 'GET' | 'HEAD' = 'GET'): Promise<string> => (await store().signUrl(key, method))?.url ?? ''

it('keeps with every file how it is to be served', async () => {
  await store().put('masters/a1/master', Buffer.from('master'))
  await store().put('assets/a1/7/master.m3u8', Buffer.from('#EXTM3U'))
  const headersOf = async (key: string) => {
    const { headers } = await fetch(await urlOf(key, 'HEAD'), { method: 'HEAD' })
    return [headers.get('content-type'), headers.get('cache-control')]
  }
  const immutable = 'public, max-age=31536000, immutable'
  expect(await headersOf(SEGMENT)).toEqual(['video/iso.segment', immutable])
  expect(await headersOf('assets/a1/7/master.m3u8')).toEqual(['application/vnd.apple.mpegurl', immutable])
  expect(await headersOf('masters/a1/master')).toEqual(['application/octet-stream', 'private, no-store'])
})

it('gives a file to whoever brings its signed address, in parts too', async () => {
  const url = await urlOf(SEGMENT)
  expect(url).toMatch(new RegExp(`^${server().endpoint}/troupe/p/${SEGMENT}\\?`))
  const part = await fetch(url, { headers: { range: 'bytes=2-4' } })
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10'])
})

it('gives nothing to an address that is forged, for another file, or over', async () => {
  const url = await urlOf(SEGMENT)
  const statusOf = async (address: string, method = 'GET'): Promise<number> => (await fetch(address, { method })).status
  const wrong = [
    url.replace(/Signature=\w{4}/, 'Signature=0000'),
    url.replace('/0.m4s', '/1.m4s'),
    url.replace('Expires=900', 'Expires=90000'),
    url.slice(0, url.indexOf('?')),
  ]
  expect(await Promise.all(wrong.map((address) => statusOf(address)))).toEqual([403, 403, 403, 403])
  expect([await statusOf(url, 'DELETE'), await statusOf(url, 'HEAD'), await statusOf(await urlOf(SEGMENT, 'HEAD'), 'HEAD')]).toEqual([
    403, 403, 200,
  ])
  // It began at most five minutes ago and is good for fifteen.
  server().setAhead(590)
  expect(await statusOf(url)).toBe(200)
  server().setAhead(901)
  expect(await statusOf(url)).toBe(403)
})

it('signs one address for so long as caches may keep it, and it outlasts them', async () => {
  let nowMs = Date.UTC(2026, 5, 1, 12, 0, 10)
  const later = await openBucket(placeOf(server(), 'p'), { clock: () => new Date(nowMs) })
  const sign = async (): Promise<string> => (await later.signUrl(SEGMENT, 'GET'))?.url ?? ''
  const first = await sign()
  nowMs += 280_000
  expect(await sign()).toBe(first)
  nowMs += 20_000
  expect(await sign()).not.toBe(first)
  const { searchParams } = new URL(first)
  const reuseSeconds = (await later.signUrl(SEGMENT, 'GET'))?.reuseSeconds ?? 0
  // Handed out at the end of its step and kept by a cache as long as it may.
  expect(300 + reuseSeconds).toBeLessThan(Number(searchParams.get('X-Amz-Expires')))
  later.close()
})
