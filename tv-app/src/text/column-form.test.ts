import { expect, test } from 'vitest'
import { columnForm } from './column-form.ts'
import { splitRuns } from './runs.ts'

/** How a character behind a hanzi is drawn in a column: what stands in its cell, and how; or that it lies on its side. */
function inColumn(character: string): string {
  const run = splitRuns(`法${character}`).at(-1)
  if (run?.text !== character) throw new Error(`${character} is no run of its own`)
  if (run.kind === 'rotated') return 'lies'
  const { glyph, isTurned, isShifted } = columnForm(run.text)
  if (isTurned) return `${glyph} turned`
  return isShifted ? `${glyph} shifted` : glyph
}

test.each([
  [
    'marks without a vertical glyph go to the upper right of their cell',
    '，。、：；',
    ['， shifted', '。 shifted', '、 shifted', '： shifted', '； shifted'],
  ],
  ['marks that look the same both ways stay', '！？％〔〕', ['！', '？', '％', '〔', '〕']],
  ['brackets take their vertical forms', '（）《》〈〉【】', ['︵', '︶', '︽', '︾', '︿', '﹀', '︻', '︼']],
  ['corner brackets take their vertical forms', '「」『』', ['﹁', '﹂', '﹃', '﹄']],
  ['a wave dash is turned', '～', ['～ turned']],
  ['ellipsis, dash and middle dot lie, as Latin does', '…—·', ['lies', 'lies', 'lies']],
  ['curly quotes lie, since the fonts lack two of their four vertical forms', '“”‘’', ['lies', 'lies', 'lies', 'lies']],
  ['Latin marks lie', ',.!?:;()[]%', Array.from({ length: 11 }, () => 'lies')],
  ['Mongolian marks lie with their text', '᠂᠃᠄', ['lies', 'lies', 'lies']],
])('punctuation in columns: %s', (_, characters, drawn) => {
  expect([...characters].map(inColumn)).toEqual(drawn)
})

test('a selector behind a mark does not change how it is drawn', () => {
  expect(inColumn('，\uFE00')).toBe('，\uFE00 shifted')
  expect(columnForm('（\uFE00').glyph).toBe('︵')
})

test('hanzi, numbers and emoji stand as they are', () => {
  for (const text of ['法', '12', '1', '😀', '👍🏽', '1\uFE0F\u20E3']) {
    expect(columnForm(text)).toEqual({ glyph: text, isTurned: false, isShifted: false })
  }
})
