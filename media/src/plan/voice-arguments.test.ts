import { expect, it } from 'vitest'
import { voiceArguments, voiceSeconds } from './voice-arguments.ts'

it('opens nothing but the file itself, as the sound that was found in it, and no longer than a recording may be', () => {
  const args = voiceArguments({ demuxer: 'ogg', streamIndex: 2 }, 'file:/proc/self/fd/3').join(' ')
  expect(args).toContain('-protocol_whitelist file -format_whitelist wav,mp3,flac,ogg')
  expect(args).toContain('-f ogg -i file:/proc/self/fd/3 -map 0:2')
  expect(args).toContain('-t 301')
  expect(args).toContain('-map_metadata -1')
})

it('reckons a length from bytes of one bit rate, in tenths of a second', () => {
  expect([0, 8_000, 20_000, 2_400_000].map(voiceSeconds)).toEqual([0, 1, 2.5, 300])
})
