import { describe, expect, it, test } from 'vitest'
import { decodeCueText } from './decode-cue-text.ts'
import { hex, joined, utf8, utf16 } from './test-bytes.ts'

const MARK = hex('efbbbf')
/** Particles, vowel separator, selectors and joiners of Mongolian, which no step may lose. */
const MONGOLIAN = 'ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ ᠠ\u180bᠨ\u180c\u180dᠭ\u200dᠠ'
const CUES = `1\n00:00:01,000 --> 00:00:03,000\n村里的水渠该谁来修？${MONGOLIAN}\n`

describe('a cue file is text in', () => {
  test.each([
    ['UTF-8', utf8(CUES), CUES, 'utf-8'],
    ['UTF-8 with its mark', joined(MARK, utf8(CUES)), CUES, 'utf-8'],
    ['UTF-16, low byte first', joined(hex('fffe'), utf16(CUES, true)), CUES, 'utf-16le'],
    ['UTF-16, high byte first', joined(hex('feff'), utf16(CUES, false)), CUES, 'utf-16be'],
    ['UTF-16 without a mark', utf16(CUES, true), CUES, 'utf-16le'],
    ['UTF-16, high byte first, without a mark', utf16(CUES, false), CUES, 'utf-16be'],
    ['GBK', hex('b4e5c0efb5c4cbaec7feb8c3cbadc0b4d0dea3bf'), '村里的水渠该谁来修？', 'gb18030'],
    [
      'GBK with quotes and digits',
      hex('b5dad2bbbcafa1a1b7a8c2c9a1b0cbb5b7a8a1b1a3ac32303234c4ea'),
      '第一集　法律“说法”，2024年',
      'gb18030',
    ],
    ['GB 18030 in Mongolian', hex('8134d7328134d6308134d6348134d7358134d6328136a7328134d8328134d6328134d638'), 'ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ', 'gb18030'],
    ['nothing', new Uint8Array(), '', 'utf-8'],
  ])('%s', (_, bytes, text, encoding) => expect(decodeCueText(bytes)).toEqual({ kind: 'text', text, encoding }))
})

describe('nothing is guessed at for', () => {
  test.each([
    ['Big5', hex('a7f8b8ccaabaa4f4b4ebb8d3bdd6a8d3add7'), 1],
    ['Shift-JIS', hex('82b182f182c982bf82cd814190a28a4582cc82dd82c882b382f1'), 1],
    ['Latin-1', hex('4ff9206573742070617373e965206c612066ea74652064e96ae0'), 1],
    ['a broken character in the third line', joined(utf8('WEBVTT\n\n村'), hex('e69d'), utf8('\n')), 3],
    ['half a character of GBK at the end', joined(utf8('x\n'), hex('b4e5c0efb5c4cb')), 2],
    ['a file with a mark that its bytes belie', joined(MARK, hex('b4e5')), 1],
    ['zeros between letters', hex('410042430000'), 1],
    ['an odd number of bytes with zeros', hex('00410a'), 1],
    ['half a pair of UTF-16', joined(hex('fffe'), utf16('ab', true), hex('00d8')), 0],
    ['a film', joined(hex('00000018667479706d703432'), new Uint8Array(64)), 1],
  ])('%s', (_, bytes, line) => expect(decodeCueText(bytes)).toEqual({ kind: 'not-text', line }))
})

it('a mark in the middle of a text is text', () => {
  expect(decodeCueText(utf8('a\ufeffb'))).toEqual({ kind: 'text', text: 'a\ufeffb', encoding: 'utf-8' })
})
