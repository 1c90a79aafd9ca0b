import { describe, expect, test } from 'vitest'
import { tokenise } from './tokens.ts'
import { byHanzi, type Measure, wrapText } from './wrap.ts'

/** Every character is ten px long, so that lengths can be counted by eye. */
const measure: Measure = (text) => [...text].length * 10
const linesOf = (text: string, lengthPx: number, maxLines = 9): readonly string[] =>
  wrapText(text, { lengthPx, maxLines }, measure).lines.map((line) => line.text)

test('hanzi are one em wide without being measured; whatever else stands between them is', () => {
  const asked: string[] = []
  const length = byHanzi(30, (text) => {
    asked.push(text)
    return text.length * 10
  })
  expect(length('第12集，草原')).toBe(4 * 30 + 3 * 10)
  expect(length('草原')).toBe(60)
  expect(length('')).toBe(0)
  expect(asked).toEqual(['12', '，'])
})

describe('tokenise', () => {
  test('each hanzi stands alone, with closing marks glued to its end and opening ones to its start', () => {
    expect(tokenise('说：“好。”走').map((token) => token.text)).toEqual(['说：', '“好。”', '走'])
  })

  test('a Mongolian word keeps its suffix behind U+202F and U+180E', () => {
    const text = 'ᠬᠠᠤᠯᠢ\u202Fᠶᠢᠨ ᠬᠠᠭᠤᠳᠠᠰᠤ\u180Eᠶᠢ'
    expect(tokenise(text).map((token) => token.text)).toEqual(['ᠬᠠᠤᠯᠢ\u202Fᠶᠢᠨ', 'ᠬᠠᠭᠤᠳᠠᠰᠤ\u180Eᠶᠢ'])
  })

  test('numbers and Latin words stay whole among hanzi', () => {
    expect(tokenise('拨打12348热线').map((token) => token.text)).toEqual(['拨', '打', '12348', '热', '线'])
  })

  test('what belongs to a hanzi is a part of its token', () => {
    expect(tokenise('葛\u{E0100}法〰\uFE0Fa').map((token) => token.text)).toEqual(['葛\u{E0100}', '法', '〰\uFE0F', 'a'])
    expect(tokenise('好，\uFE00（\uFE00法').map((token) => token.text)).toEqual(['好，\uFE00', '（\uFE00法'])
  })

  test('a line feed ends a paragraph', () => {
    expect(tokenise('一\n二').map((token) => token.endsParagraph)).toEqual([true, false])
  })
})

describe('wrapText', () => {
  test('no line begins with a closing mark', () => {
    expect(linesOf('草原在歌唱，我们', 50)).toEqual(['草原在歌', '唱，我们'])
  })

  test('no line ends with an opening mark', () => {
    expect(linesOf('他读《草原法》', 30)).toEqual(['他读', '《草原', '法》'])
  })

  test('spaces at the end of a line are dropped', () => {
    expect(linesOf('ab cd ef', 50)).toEqual(['ab cd', 'ef'])
  })

  test('what does not fit is dropped by whole words, with an ellipsis', () => {
    const wrapped = wrapText('one two three four', { lengthPx: 90, maxLines: 1 }, measure)
    expect(wrapped).toEqual({ lines: [{ text: 'one two…', length: 80, scale: 1 }], isCut: true })
  })

  test('no mark that parts two things stands before the ellipsis', () => {
    expect(linesOf('甲乙 · 丙丁戊', 60, 1)).toEqual(['甲乙…'])
  })

  test('a Mongolian word longer than the line shrinks; it is never broken', () => {
    const word = 'ᠬᠠᠤᠯᠢᠬᠠᠤᠯᠢ'
    expect(wrapText(word, { lengthPx: 50, maxLines: 2 }, measure).lines).toEqual([{ text: word, length: 50, scale: 0.5 }])
  })

  test('a word a little too long shrinks too, as “Монгол” on a narrow button; it is not broken for one letter', () => {
    expect(wrapText('Монгол', { lengthPx: 50, maxLines: 2 }, measure).lines).toEqual([{ text: 'Монгол', length: 50, scale: 50 / 60 }])
  })

  test('a long Latin word breaks between characters', () => {
    expect(linesOf('abcdefgh', 30)).toEqual(['abc', 'def', 'gh'])
  })

  test('a long word takes a letter along rather than leave a mark alone at either end of a line', () => {
    expect(linesOf('abcdefghi，', 30)).toEqual(['abc', 'def', 'gh', 'i，'])
    expect(linesOf('abcdefghi!?', 30)).toEqual(['abc', 'def', 'gh', 'i!?'])
    expect(linesOf('ab(cdefg', 30)).toEqual(['ab', '(cd', 'efg'])
  })

  test('marks that are longer than the line part where they must', () => {
    expect(linesOf('ab！！！！！！', 30)).toEqual(['ab！', '！！！', '！！'])
    expect(linesOf('ab！！！', 30)).toEqual(['ab！', '！！'])
  })

  test('a letter with marks a little longer than the line shrinks, as a word does', () => {
    const lines = wrapText('abcdefgb！！！！！', { lengthPx: 50, maxLines: 9 }, measure).lines
    expect(lines.map(({ text, scale }) => [text, scale])).toEqual([
      ['abcde', 1],
      ['fg', 1],
      ['b！！！！！', 50 / 60],
    ])
  })

  test.each([
    ['emoji', ['👨\u200D👩\u200D👧', '👍🏽', '🇨🇳', '1\uFE0F\u20E3', '❤\uFE0F']],
    ['letters with marks', ['e\u0301', 'o\u0302\u0323', 'e\u0301', 'a\u0301', 'i\u0308']],
    ['hanzi beyond the basic plane', ['𠮷', '𠮷', '葛\u{E0100}', '葛\u{E0100}', '〰\uFE0F']],
  ])('what is one to the eye is never torn: %s', (_, units) => {
    // Narrower than any unit of two code points, so that each must take a line of its own.
    expect(linesOf(units.join(''), 10)).toEqual(units)
  })

  test('an empty text has no lines', () => {
    expect(linesOf('', 30)).toEqual([])
  })
})
