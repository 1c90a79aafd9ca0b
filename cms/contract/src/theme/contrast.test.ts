import { describe, expect, it } from 'vitest'
import { contrastRatio } from './contrast.ts'
import { CONTRAST_PAIRS, DAY, NIGHT, SUN } from './palette.ts'

describe('palettes', () => {
  it('knows black on white', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  })
  for (const [name, palette] of Object.entries({ NIGHT, DAY, SUN })) {
    it(`${name} meets WCAG AA for every pair that meets on screen`, () => {
      const failing = CONTRAST_PAIRS.filter(([text, ground]) => contrastRatio(palette[text], palette[ground]) < 4.5)
      expect(failing).toEqual([])
    })
  }
})
