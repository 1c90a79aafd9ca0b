import { expect, test } from 'vitest'
import { isPreviewToken, previewToken } from '../service/preview-token.ts'
import { mediaType } from '../store/store-keys.ts'
import { parseMediaPath } from './media-path.ts'

test.each([
  ['clip-1', '1795488892', 'master.m3u8'],
  ['clip-1', '1795488892', '240p/index.m3u8'],
  ['clip-1', '1795488892', 'audio/init.mp4'],
  ['clip-1', '1795488892', '1080p/1799.m4s'],
  ['clip-1', 'p0123456789abcdef', 'poster-480.jpg'],
])('%s %s %s is a file of ours', (assetId, version, file) => {
  expect(parseMediaPath(assetId, version, file)).toEqual({ assetId, version, file })
})

test.each([
  ['..', '1', 'master.m3u8'],
  ['clip-1', '..', 'master.m3u8'],
  ['clip-1', '1', '../../masters/x/master'],
  ['clip-1', '1', '240p/../../x.m4s'],
  ['clip-1', '1', '240p/1.m4s/'],
  ['clip-1', '1', 'poster-480.jpg'],
  ['clip-1', 'p0123456789abcdef', 'master.m3u8'],
  ['clip-1', 'p0123456789abcdef', 'poster-481.jpg'],
  ['clip-1', '1', '.hidden/1.m4s'],
  ['Clip', '1', 'master.m3u8'],
  ['clip-1', '1', '240p/1.m4s\n'],
])('%s %s %s is not', (assetId, version, file) => {
  expect(parseMediaPath(assetId, version, file)).toBeUndefined()
})

test('types are those that players ask for', () => {
  expect(['master.m3u8', '240p/0.m4s', '240p/init.mp4', 'poster-480.jpg'].map(mediaType)).toEqual([
    'application/vnd.apple.mpegurl',
    'video/iso.segment',
    'video/mp4',
    'image/jpeg',
  ])
})

const NOW = new Date('2026-03-01T05:00:00Z')
const later = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000)

test('a preview link is for one asset, one key and some hours', () => {
  const token = previewToken('key', 'clip-1', NOW)
  expect(token).toBe(previewToken('key', 'clip-1', later(0.5)))
  expect(isPreviewToken('key', 'clip-1', token, later(6))).toBe(true)
  expect(isPreviewToken('key', 'clip-1', token, later(13))).toBe(false)
  expect(isPreviewToken('key', 'clip-2', token, NOW)).toBe(false)
  expect(isPreviewToken('other', 'clip-1', token, NOW)).toBe(false)
  for (const forged of ['', '.', 'zzzzzz.', `zzzzzz.${token.split('.')[1]}`, token.slice(0, -1)]) {
    expect(isPreviewToken('key', 'clip-1', forged, NOW)).toBe(false)
  }
})
