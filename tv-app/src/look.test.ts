import { afterEach, describe, expect, test } from 'vitest'
import { currentLook, type Look, parseLook, perLook, TEXT_SIZES, textFactor, USUAL_LOOK, wearLook } from './look.ts'

const LARGE: Look = { textSize: 'large', isHighContrast: true }

describe('the look of a television', () => {
  afterEach(() => wearLook(USUAL_LOOK))

  test('is the usual one until another is worn', () => {
    expect(currentLook()).toEqual({ textSize: 'standard', isHighContrast: false })
    wearLook(LARGE)
    expect(currentLook()).toBe(LARGE)
  })

  test('what depends on it is made once for each', () => {
    let count = 0
    const made = perLook((look) => {
      count += 1
      return { size: look.textSize }
    })
    const usual = made()
    expect(made()).toBe(usual)
    wearLook(LARGE)
    expect(made()).toEqual({ size: 'large' })
    expect(made()).not.toBe(usual)
    expect(count).toBe(2)
  })

  test('letters grow by steps that can be seen', () => {
    const factors = TEXT_SIZES.map((textSize) => textFactor({ textSize, isHighContrast: false }))
    expect(factors).toEqual([1, 1.15, 1.3])
  })

  test('what a box remembers is taken only where it is known', () => {
    expect(parseLook(undefined, undefined)).toEqual(USUAL_LOOK)
    expect(parseLook('huge', 'high')).toEqual({ textSize: 'huge', isHighContrast: true })
    expect(parseLook('gigantic', 'low')).toEqual(USUAL_LOOK)
  })
})
