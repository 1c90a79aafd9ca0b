import { describe, expect, it } from 'vitest'
import { contrastRatio } from './contrast.ts'
import { CONTRAST_PAIRS, DAY, FOCUS_PAIRS, NIGHT, NIGHT_HIGH, OUTLINE_PAIRS, type Palette, SUN } from './palette.ts'

const below = (least: number, palette: Palette, pairs: typeof CONTRAST_PAIRS) =>
  pairs.filter(([text, ground]) => contrastRatio(palette[text], palette[ground]) < least)

describe('palettes', () => {
  it('knows black on white', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  })
  for (const [name, palette] of Object.entries({ NIGHT, DAY, SUN })) {
    it(`${name} meets WCAG AA for every pair that meets on screen`, () => {
      expect(below(4.5, palette, CONTRAST_PAIRS)).toEqual([])
    })
  }

  it('the night of high contrast meets WCAG AAA for every pair, and its outlines can be seen', () => {
    expect(below(7, NIGHT_HIGH, CONTRAST_PAIRS)).toEqual([])
    expect(below(3, NIGHT_HIGH, OUTLINE_PAIRS)).toEqual([])
  })

  it.each(Object.entries({ NIGHT, NIGHT_HIGH }))('in %s the focus is told from whatever it lies on', (_name, palette) => {
    expect(below(3, palette, FOCUS_PAIRS)).toEqual([])
  })
})
