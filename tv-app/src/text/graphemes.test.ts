import { describe, expect, test } from 'vitest'
import { graphemes } from './graphemes.ts'
import { isEmoji } from './script.ts'

const FAMILY = '👨\u200D👩\u200D👧\u200D👦'
const WELSH_FLAG = '🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}'
const EMOJI: readonly (readonly [string, string])[] = [
  ['one code point', '😀'],
  ['of the basic plane', '⭐'],
  ['a skin tone', '👍🏽'],
  ['a skin tone on a sign of the basic plane', '☝🏽'],
  ['a family', FAMILY],
  ['a couple with a heart', '👩\u200D❤\uFE0F\u200D👩'],
  ['a profession with a skin tone', '👩🏻\u200D⚕\uFE0F'],
  ['a variation selector', '❤\uFE0F'],
  ['a keycap', '1\uFE0F\u20E3'],
  ['a keycap without its selector', '#\u20E3'],
  ['a flag of two letters', '🇨🇳'],
  ['a flag of tags', WELSH_FLAG],
]

describe('graphemes', () => {
  test('every code point of an ordinary text stands for itself', () => {
    expect(graphemes('草原，HDR')).toEqual(['草', '原', '，', 'H', 'D', 'R'])
    expect(graphemes('')).toEqual([])
    expect(graphemes('𠮷野')).toEqual(['𠮷', '野'])
  })

  test.each(EMOJI)('an emoji is one unit: %s', (_, emoji) => {
    expect(graphemes(`法${emoji}a${emoji}${emoji}`)).toEqual(['法', emoji, 'a', emoji, emoji])
  })

  test('flags are counted off in pairs; a letter left over stands alone', () => {
    expect(graphemes('🇨🇳🇲🇳🇨')).toEqual(['🇨🇳', '🇲🇳', '🇨'])
  })

  test.each([
    ['a combining mark', ['e\u0301', 'x']],
    ['several marks', ['o\u0302\u0323', 'x']],
    ['a half mark', ['a\uFE20', 'x']],
    ['a selector behind a hanzi', ['葛\u{E0100}', '，\uFE00', '法']],
    ['Mongolian free variation selectors', ['ᠭ\u180B', 'ᠠ\u180F', 'ᠷ']],
    ['the vowel separator, which shapes both its neighbours', ['ᠨ', 'ᠠ', 'ᠮ\u180Eᠠ', 'ᠷ']],
    ['a joiner between Mongolian letters', ['ᠠ\u200Dᠨ', 'ᠠ']],
    ['a joiner behind a letter alone', ['a\u200D', 'b']],
  ])('what belongs to a character stays with it: %s', (_, units) => {
    expect(graphemes(units.join(''))).toEqual(units)
  })

  test('no mark takes hold of a space or of a line feed', () => {
    expect(graphemes(' \u0301\n\uFE0F😀\u200D 😀')).toEqual([' ', '\u0301', '\n', '\uFE0F', '😀\u200D', ' ', '😀'])
  })
})

describe('isEmoji', () => {
  test.each(EMOJI)('knows %s', (_, emoji) => expect(isEmoji(emoji)).toBe(true))

  test.each(['法', 'a', '1', '#', '12', '。', '✓', '✕', '→', '①', '©', '❤', '❤\uFE0E', '⭐\uFE0E', 'ᠠ', 'Ө', '', '\uFE0F', '1\uFE0F', '·'])(
    'leaves %j alone',
    (unit) => expect(isEmoji(unit)).toBe(false),
  )
})
