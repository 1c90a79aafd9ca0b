import { expect, test } from 'vitest'
import { playlistAddresses } from './playlist-addresses.ts'

test('a playlist names what its lines and its attributes name', () => {
  const text = [
    '#EXTM3U',
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="汉语",URI="audio/index.m3u8"',
    '#EXT-X-MAP:URI="init.mp4"',
    '#EXT-X-STREAM-INF:BANDWIDTH=1',
    '240p/index.m3u8',
    '#EXTINF:4.00000,',
    '0.m4s\r',
    'https://elsewhere.example/1.m4s',
    '',
  ].join('\n')
  expect(playlistAddresses(text)).toEqual(['audio/index.m3u8', 'init.mp4', '240p/index.m3u8', '0.m4s'])
})
