import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isClosing, isOpening } from './script.ts'
import { layoutText, type TextSlot } from './text-layout.ts'
import { type Line, type Measure, wrapText } from './wrap.ts'

const HANZI = [...'一草原法律中国𠮷', '葛\u{E0100}']
const MARKS = [...'，。、！？：；（）《》「」『』【】“”‘’…—·～％']
const LATIN = [...'aZ,.!?()%:-0139', 'e\u0301', 'HDR10', '12348', 'https://a.cn/b?c=1']
const EMOJI = ['😀', '👍🏽', '👨\u200D👩\u200D👧', '👩🏻\u200D⚕\uFE0F', '❤\uFE0F', '⭐', '1\uFE0F\u20E3', '🇨🇳', '🇲🇳']
const MONGOLIAN = ['ᠬᠠᠤᠯᠢ', 'ᠬᠠᠤᠯᠢ\u202Fᠶᠢᠨ', 'ᠨᠠᠮ\u180Eᠠ', 'ᠭ\u180Bᠠ', 'ᠠ\u200Dᠨ', '᠂', '᠃']
const SPACES = [' ', ' ', '\n']

const texts = fc
  .array(fc.oneof(...[HANZI, MARKS, LATIN, EMOJI, MONGOLIAN, SPACES].map((units) => fc.constantFrom(...units))), { maxLength: 40 })
  .map((units) => units.join(''))

/** An em for everything that is wide, half of it for the rest, nothing for what is drawn above others. */
const EM = 20
const measure: Measure = (text) => unitsOf(text).reduce((sum, unit) => sum + (/^[!-~ᠠ-ᡂ]/.test(unit) ? EM / 2 : EM), 0)

/** The engine's own idea of what is one to the eye, against ours. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const unitsOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment)
const visible = (text: string): string => text.replace(/[ \n]/g, '')

type Break = { readonly at: number; readonly isBeforeSpace: boolean }

/** Where lines begin in a text, counted in its code units; fails when the lines are not the text. */
function breaksOf(text: string, lines: readonly Line[]): Break[] {
  const breaks: Break[] = []
  let at = 0
  for (const { text: line } of lines) {
    const end = at
    while (at < text.length && /[ \n]/.test(text.charAt(at))) at += 1
    expect(text.startsWith(line, at)).toBe(true)
    breaks.push({ at, isBeforeSpace: at > end || end === 0 })
    at += line.length
  }
  return breaks
}

/** The stretch around a break that marks hold together: openings, one unit, closings. */
function heldAround(text: string, at: number): string {
  const before = unitsOf(text.slice(0, at))
  const after = unitsOf(text.slice(at))
  const held: string[] = []
  while (before.length > 0 && (isClosing(held[0] ?? after[0] ?? '') || isOpening(before.at(-1) ?? ''))) held.unshift(before.pop() ?? '')
  while (after.length > 0 && (held.length === 0 || isOpening(held.at(-1) ?? '') || isClosing(after[0] ?? '')))
    held.push(after.shift() ?? '')
  return held.join('')
}

const whole = { maxLines: 1000 }
const lengths = fc.integer({ min: 1, max: 12 }).map((cells) => cells * (EM / 2))

describe('wrapping any text', () => {
  test('loses nothing that can be seen, and cuts only behind an ellipsis', () => {
    fc.assert(
      fc.property(texts, lengths, fc.integer({ min: 1, max: 6 }), (text, lengthPx, maxLines) => {
        const { lines, isCut } = wrapText(text, { lengthPx, maxLines }, measure)
        const shown = visible(lines.map((line) => line.text).join(''))
        expect(lines.length).toBeLessThanOrEqual(maxLines)
        if (!isCut) {
          expect(shown).toBe(visible(text))
          return
        }
        expect(shown.endsWith('…')).toBe(true)
        expect(visible(text).startsWith(shown.slice(0, -1))).toBe(true)
      }),
    )
  })

  test('never tears what is one to the eye', () => {
    fc.assert(
      fc.property(texts, lengths, (text, lengthPx) => {
        const { lines } = wrapText(text, { ...whole, lengthPx }, measure)
        const starts = new Set([...segmenter.segment(text)].map(({ index }) => index))
        for (const { at } of breaksOf(text, lines)) expect(starts.has(at)).toBe(true)
      }),
    )
  })

  test('never puts a closing mark at the start of a line nor an opening one at its end, unless they alone are longer', () => {
    fc.assert(
      fc.property(texts, lengths, (text, lengthPx) => {
        const { lines } = wrapText(text, { ...whole, lengthPx }, measure)
        for (const { at, isBeforeSpace } of breaksOf(text, lines)) {
          const isBad = isClosing(unitsOf(text.slice(at))[0] ?? '') || isOpening(unitsOf(text.slice(0, at)).at(-1) ?? '')
          if (isBad && !isBeforeSpace) expect(measure(heldAround(text, at))).toBeGreaterThan(lengthPx)
        }
      }),
    )
  })

  test('never breaks a Mongolian word, and never makes a line longer than it may be', () => {
    fc.assert(
      fc.property(texts, lengths, (text, lengthPx) => {
        const { lines } = wrapText(text, { ...whole, lengthPx }, measure)
        for (const { length } of lines) expect(length).toBeLessThanOrEqual(lengthPx)
        for (const { at, isBeforeSpace } of breaksOf(text, lines)) {
          if (!isBeforeSpace) expect(text.slice(at - 1, at + 1)).not.toMatch(/^(?:[\u180b-\u18af]|\u200d|\u202f){2}$/)
        }
      }),
    )
  })
})

describe('laying out any text', () => {
  const slots = fc.record({
    flow: fc.constantFrom('area' as const, 'spine' as const),
    align: fc.constantFrom('start' as const, 'center' as const, 'end' as const),
    widthPx: fc.integer({ min: 30, max: 300 }),
    heightPx: fc.integer({ min: 30, max: 300 }),
    maxLines: fc.integer({ min: 1, max: 9 }),
  })

  test.each(['zh-Hans', 'mn-Mong', 'mn-Cyrl'] as const)('places nothing outside its box: %s', (locale) => {
    fc.assert(
      fc.property(texts, slots, (text, box) => {
        const slot: TextSlot = { ...box, fontSizePx: EM, pitchPx: 30 }
        const layout = layoutText({ text, locale }, slot, measure)
        expect(layout.widthPx).toBeLessThanOrEqual(slot.widthPx)
        expect(layout.heightPx).toBeLessThanOrEqual(slot.heightPx)
        for (const mark of layout.marks) {
          const alongPx = (mark.kind === 'upright' ? EM : measure(mark.text)) * mark.scale
          const [alongAt, acrossAt] = mark.kind === 'line' ? [mark.xPx, mark.yPx] : [mark.yPx, mark.xPx]
          const [alongRoom, acrossRoom] = layout.isVertical ? [layout.heightPx, layout.widthPx] : [layout.widthPx, layout.heightPx]
          expect(alongAt).toBeGreaterThanOrEqual(0)
          expect(alongAt + alongPx).toBeLessThanOrEqual(alongRoom + 1e-6)
          expect(acrossAt - slot.pitchPx / 2).toBeGreaterThanOrEqual(0)
          expect(acrossAt + slot.pitchPx / 2).toBeLessThanOrEqual(acrossRoom)
        }
      }),
    )
  })
})
