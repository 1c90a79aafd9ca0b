import { describe, expect, test } from 'vitest'
import { splitRuns } from './runs.ts'
import { fitText, layoutText, type TextSlot } from './text-layout.ts'

const measure = (text: string): number => [...text].length * 10
const slot: TextSlot = { flow: 'area', fontSizePx: 20, pitchPx: 30, widthPx: 100, heightPx: 100, maxLines: 3 }

describe('splitRuns', () => {
  test('Mongolian and Latin lie on their side, hanzi stand', () => {
    expect(splitRuns('ᠬᠠᠤᠯᠢ 法HDR')).toEqual([
      { kind: 'rotated', text: 'ᠬᠠᠤᠯᠢ ' },
      { kind: 'upright', text: '法' },
      { kind: 'rotated', text: 'HDR' },
    ])
  })

  test.each([
    [
      '第12集',
      [
        { kind: 'upright', text: '第' },
        { kind: 'upright', text: '12' },
        { kind: 'upright', text: '集' },
      ],
    ],
    ['2026', [{ kind: 'rotated', text: '2026' }]],
    ['HDR10', [{ kind: 'rotated', text: 'HDR10' }]],
    ['3:05', [{ kind: 'rotated', text: '3:05' }]],
    [
      '1 / 3',
      [
        { kind: 'upright', text: '1' },
        { kind: 'rotated', text: ' / ' },
        { kind: 'upright', text: '3' },
      ],
    ],
  ])('a number of one or two digits standing alone is one upright cell: %s', (text, runs) => {
    expect(splitRuns(text)).toEqual(runs)
  })

  test.each(['😀', '⭐', '👍🏽', '👨\u200D👩\u200D👧', '❤\uFE0F', '1\uFE0F\u20E3', '🇨🇳'])('an emoji stands in one cell: %s', (emoji) => {
    expect(splitRuns(`法${emoji}${emoji}ᠠa${emoji}`)).toEqual([
      { kind: 'upright', text: '法' },
      { kind: 'upright', text: emoji },
      { kind: 'upright', text: emoji },
      { kind: 'rotated', text: 'ᠠa' },
      { kind: 'upright', text: emoji },
    ])
  })

  test('a number beside a keycap is a number still', () => {
    expect(splitRuns('121\uFE0F\u20E3')).toEqual([
      { kind: 'upright', text: '12' },
      { kind: 'upright', text: '1\uFE0F\u20E3' },
    ])
  })

  test('a Mongolian word with its controls is one run', () => {
    const word = 'ᠭ\u180Bᠠᠮ\u180Eᠠ\u202Fᠶᠢᠨ'
    expect(splitRuns(word)).toEqual([{ kind: 'rotated', text: word }])
  })
})

describe('layoutText', () => {
  test('Chinese runs in lines', () => {
    const layout = layoutText({ text: '一二三四五六七八九十一二', locale: 'zh-Hans' }, slot, measure)
    expect(layout).toMatchObject({ isVertical: false, widthPx: 100, heightPx: 60 })
    expect(layout.marks.map(({ text, xPx, yPx }) => [text, xPx, yPx])).toEqual([
      ['一二三四五六七八九十', 0, 15],
      ['一二', 0, 45],
    ])
  })

  test('Mongolian runs in columns from left to right', () => {
    const layout = layoutText({ text: 'ᠬᠠᠤᠯᠢ ᠴᠠᠭᠠᠵᠠ', locale: 'mn-Mong' }, slot, measure)
    expect(layout).toMatchObject({ isVertical: true, widthPx: 60, heightPx: 60 })
    expect(layout.marks.map(({ kind, text, xPx, yPx }) => [kind, text, xPx, yPx])).toEqual([
      ['rotated', 'ᠬᠠᠤᠯᠢ', 15, 0],
      ['rotated', 'ᠴᠠᠭᠠᠵᠠ', 45, 0],
    ])
  })

  test('a spine stands in columns whatever the script, one em for each hanzi', () => {
    const layout = layoutText({ text: '草原法', locale: 'zh-Hans' }, { ...slot, flow: 'spine' }, measure)
    expect(layout).toMatchObject({ isVertical: true, widthPx: 30, heightPx: 60 })
    expect(layout.marks.map((mark) => mark.yPx)).toEqual([0, 20, 40])
  })

  test('an emoji is one em long in a column, and a part of its line in lines', () => {
    const text = { text: '法👍🏽律', locale: 'zh-Hans' } as const
    const column = layoutText(text, { ...slot, flow: 'spine' }, measure)
    expect(column.marks.map((mark) => [mark.kind, mark.text, mark.yPx])).toEqual([
      ['upright', '法', 0],
      ['upright', '👍🏽', 20],
      ['upright', '律', 40],
    ])
    expect(layoutText(text, slot, measure).marks.map((mark) => [mark.kind, mark.text])).toEqual([['line', '法👍🏽律']])
  })

  test('a slot never takes more columns than its width has room for', () => {
    const layout = layoutText({ text: 'ᠠ ᠪ ᠴ ᠳ ᠡ', locale: 'mn-Mong' }, { ...slot, widthPx: 60, heightPx: 10, maxLines: 9 }, measure)
    expect(layout.widthPx).toBe(60)
    expect(layout.isCut).toBe(true)
  })

  test('centred lines are moved by half of what they leave free', () => {
    const layout = layoutText({ text: '一二\n三四五六', locale: 'zh-Hans' }, { ...slot, align: 'center' }, measure)
    expect(layout.marks.map((mark) => mark.xPx)).toEqual([10, 0])
  })
})

describe('fitText', () => {
  const measureAt = (fontSizePx: number) => (text: string) => [...text].length * fontSizePx
  const large: TextSlot = {
    ...slot,
    fontSizePx: 30,
    pitchPx: 40,
    widthPx: 120,
    heightPx: 80,
    maxLines: 3,
    least: { fontSizePx: 20, pitchPx: 26 },
  }
  const fit = (text: string, more: Partial<TextSlot> = {}) => fitText({ text, locale: 'zh-Hans' }, { ...large, ...more }, measureAt)

  test('leaves a text at its large size as long as all of it is there', () => {
    expect(fit('一二三四五六七八').slot.fontSizePx).toBe(30)
    expect(fit('一二三四五六七八九').slot).toMatchObject({ fontSizePx: 20, pitchPx: 26 })
    expect(fit('一二三四五六七八九').layout.isCut).toBe(false)
  })

  test('goes half way where that is enough, and its box then holds more lines', () => {
    const { slot: fitted, layout } = fit('一二三四五', { maxLines: 1, widthPx: 130 })
    expect(fitted).toMatchObject({ fontSizePx: 25, pitchPx: 33 })
    expect(layout.isCut).toBe(false)
  })

  test('what is cut anyway stays large where it is read at length, and shows more of a name', () => {
    const long = '一二三四五六七八九十'.repeat(4)
    expect(fit(long)).toMatchObject({ slot: { fontSizePx: 30 }, layout: { isCut: true } })
    expect(fit(long, { maxLines: 1 })).toMatchObject({ slot: { fontSizePx: 20 }, layout: { isCut: true } })
  })

  test('without a least size nothing shrinks', () => {
    expect(fitText({ text: '一二三四五六七', locale: 'zh-Hans' }, { ...slot, maxLines: 1 }, measureAt).slot).toMatchObject({
      fontSizePx: 20,
    })
  })
})
