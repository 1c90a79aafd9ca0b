import { contrastRatio } from '@ulan/contract'
import { afterEach, describe, expect, test } from 'vitest'
import { USUAL_LOOK, wearLook } from './look.ts'
import { COLOURS, edge, SHADE } from './theme.ts'

const HIGH = { textSize: 'standard', isHighContrast: true } as const

const hex = (argb: number): string => `#${(argb % 0x1000000).toString(16).padStart(6, '0')}`

/** What is seen of a veil over a white picture, the worst there is for bright words. */
function overWhite(argb: number): string {
  const alpha = Math.floor(argb / 0x1000000) / 255
  const channel = (shift: number): number => Math.round((Math.floor(argb / shift) % 0x100) * alpha + 255 * (1 - alpha))
  return hex(channel(0x10000) * 0x10000 + channel(0x100) * 0x100 + channel(1))
}

describe('the colours of a television', () => {
  afterEach(() => wearLook(USUAL_LOOK))

  test('follow the look as soon as it changes', () => {
    const usual = COLOURS.ground
    expect(edge()).toBeUndefined()
    wearLook(HIGH)
    expect(COLOURS.ground).toBe(0xff000000)
    expect(edge()).toMatchObject({ colour: COLOURS.outline })
    wearLook(USUAL_LOOK)
    expect(COLOURS.ground).toBe(usual)
  })

  test.each([
    ['usual', USUAL_LOOK, 4.5],
    ['high', HIGH, 7],
  ] as const)('of %s contrast can be read on a veil over the whitest picture', (_name, look, least) => {
    wearLook(look)
    const veil = overWhite(COLOURS.groundVeil)
    for (const ink of [COLOURS.text, COLOURS.gold, COLOURS.sky]) expect(contrastRatio(hex(ink), veil)).toBeGreaterThanOrEqual(least)
  })

  test.each([
    ['usual', USUAL_LOOK, 4.5, 3],
    ['high', HIGH, 7, 7],
  ] as const)('of %s contrast tell what is chosen, and how much has been seen', (_name, look, text, fill) => {
    wearLook(look)
    expect(contrastRatio(hex(COLOURS.onChosen), hex(COLOURS.chosen))).toBeGreaterThanOrEqual(text)
    expect(contrastRatio(hex(COLOURS.sky), hex(COLOURS.trough))).toBeGreaterThanOrEqual(fill)
  })

  test('shades over films stay solid for longer where contrast is high', () => {
    expect(SHADE).toMatchObject({ solid: 0, sideAlpha: 0.8, trackAlpha: 0.28 })
    wearLook(HIGH)
    expect(SHADE.solid).toBeGreaterThanOrEqual(0.6)
    expect(SHADE.sideAlpha).toBeGreaterThan(0.9)
    expect(SHADE.trackAlpha).toBeGreaterThan(0.4)
  })
})
