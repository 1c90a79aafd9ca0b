import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, hasPrivateUse } from './clean-text.ts'

const visible = (text: string): string => text.replace(/[\p{C}\p{Z}]/gu, '').normalize('NFC')

describe('cleanText', () => {
  it.each([
    ['space at the ends', '　 草原法 \n', '草原法'],
    ['line ends of all systems', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a tab', 'a\tb', 'a b'],
    ['a byte-order mark and zero-width spaces', '\ufeff草\u200b原', '草原'],
    ['controls', 'a\u0001\u0007b\u009fc', 'abc'],
    ['directional overrides', 'abc\u202egpj.exe\u202c', 'abcgpj.exe'],
    ['letters in two pieces', 'и\u0306', 'й'],
  ])('mends %s', (_, text, clean) => expect(cleanText(text)).toBe(clean))

  it.each([
    ['the vowel separator at the end of a text', 'ᠵᠠᠰᠠᠭ\u180e'],
    ['a narrow space at both ends', '\u202fᠤᠨ\u202f'],
    ['variation selectors', 'ᠭ\u180bᠠ\u180f'],
    ['joiners', 'ᠠ\u200d\u200c'],
    ['right-to-left words beside Chinese', '草原 مرحبا 法'],
    ['emoji of several signs', '🐎👩‍👩‍👧'],
    ['two spaces within', 'a  b'],
  ])('leaves %s', (_, text) => expect(cleanText(text)).toBe(text))

  it('never changes a letter that is seen, and has nothing to do the second time', () => {
    const character = fc.oneof(
      fc.integer({ min: 0x1800, max: 0x18af }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom(' ', '\n', '\r', '\t', '\u180e', '\u202f', '\u200b', '\u202e', '\ufeff', '\u0306', 'и', '草'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.array(character, { maxLength: 30 }), (characters) => {
        const text = characters.join('')
        const clean = cleanText(text)
        expect(visible(clean)).toBe(visible(text))
        expect(cleanText(clean)).toBe(clean)
        for (const shaping of ['\u180b', '\u180e', '\u180f', '\u202f', '\u200d'])
          expect(clean.split(shaping).length).toBe(text.split(shaping).length)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('hasPrivateUse', () => {
  it.each(['\ue2f2', '草\uf8ff', '\u{f0000}'])('notices %j', (text) => expect(hasPrivateUse(text)).toBe(true))
  it.each(['', '草原', 'ᠵᠠᠰᠠᠭ\u180eᠤᠨ', '🐎'])('is content with %j', (text) => expect(hasPrivateUse(text)).toBe(false))
})
