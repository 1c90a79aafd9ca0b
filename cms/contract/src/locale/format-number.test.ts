import fc from 'fast-check'
import { it } from 'vitest'
import { formatCount } from './format-number.ts'

it('groups whole numbers as CLDR does, in Chinese and in Mongolian', () => {
  for (const locale of ['zh-Hans', 'mn']) {
    const cldr = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
    fc.assert(fc.property(fc.integer(), (value) => formatCount(value) === cldr.format(value)))
  }
})
