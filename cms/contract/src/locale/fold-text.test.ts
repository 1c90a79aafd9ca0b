import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'

const MVS = '\u180e'
const NNBSP = '\u202f'

describe('foldText', () => {
  it.each([
    ['look-alike vowels', 'ᠤᠯᠠᠭᠠᠨ', 'ᠣᠯᠠᠭᠠᠨ'],
    ['look-alike T and D', 'ᠳᠠᠭᠤᠤ', 'ᠲᠠᠭᠣᠣ'],
    ['look-alike Q and G', 'ᠬᠠᠤᠯᠢ', 'ᠭᠠᠣᠯᠢ'],
    ['a suffix after MVS, NNBSP or nothing', `ᠵᠠᠰᠠᠭ${MVS}ᠤᠨ`, `ᠵᠠᠰᠠᠭ${NNBSP}ᠣᠨ`],
    ['a suffix written together', `ᠵᠠᠰᠠᠭ${MVS}ᠤᠨ`, 'ᠵᠠᠰᠠᠭᠤᠨ'],
    ['JA for YA at the beginning of a suffix', `ᠵᠦᠢ${MVS}ᠶᠢᠨ`, `ᠵᠦᠢ${NNBSP}ᠵᠢᠨ`],
    ['free variation selectors', 'ᠭ᠋ᠠ', 'ᠭᠠ'],
    ['Mongolian digits', '᠑᠒', '12'],
    ['Mongolian and plain punctuation', 'ᠬᠣᠯᠪᠣᠭ᠎ᠠ᠄ ᠬᠠᠤᠯᠢ', 'ᠬᠣᠯᠪᠣᠭ᠎ᠠ: ᠬᠠᠤᠯᠢ'],
    ['Cyrillic case and vowels of a Russian keyboard', 'Хүү өөр', 'хуу оор'],
    ['Cyrillic Й and Ё', 'ХИЙ ЁС', 'хии ес'],
    ['Cyrillic ө with dots, and ї for ү', 'ӪӨР хїї', 'оор хуу'],
    ['full-width letters', 'ＨＤＲ１０', 'hdr10'],
    ['book title marks', '《草原法》', '草原法'],
    ['spaces of all kinds', '　草原   法 ', '草原 法'],
  ])('takes %s for the same', (_, one, other) => expect(foldText(one)).toBe(foldText(other)))

  it('keeps different words apart', () => {
    const words = ['ᠬᠠᠤᠯᠢ', 'ᠴᠠᠭᠠᠵᠠ', 'хууль', 'хуль', '草原', '草源', 'cyf', 'cfy', 'ᠡᠷᠢᠬᠦ', 'ᠠᠷᠢᠬᠦ']
    expect(new Set(words.map(foldText)).size).toBe(words.length)
  })

  it('has nothing left to do the second time, with any character alone', () => {
    const changed: string[] = []
    for (let code = 0; code <= 0xffff; code += 1) {
      const folded = foldText(String.fromCharCode(code))
      if (foldText(folded) !== folded) changed.push(code.toString(16))
    }
    expect(changed).toEqual([])
  })

  it('has nothing left to do the second time', () => {
    const letters = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.integer({ min: 0x1800, max: 0x18af }).map((code) => String.fromCharCode(code)) }),
      fc.string({ unit: fc.constantFrom(MVS, NNBSP, ' ', '\u200d', 'ᠶ', 'ᠵ', 'ү', 'Ү', '̈', '·', 'İ', 'ſ', '㎏', '\ud800') }),
    )
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 4 }), (parts) => {
        const folded = foldText(parts.join(''))
        expect(foldText(folded)).toBe(folded)
      }),
      { numRuns: 2000 },
    )
  })
})
