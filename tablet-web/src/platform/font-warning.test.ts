import { expect, it } from 'vitest'
import { warnOfMissingFonts } from './font-warning.ts'

/** A set of fonts of which `there` can be had. */
class Fonts extends EventTarget {
  private readonly there: readonly string[]

  constructor(there: readonly string[]) {
    super()
    this.there = there
  }

  load(font: string): Promise<FontFace[]> {
    return this.there.some((family) => font.endsWith(family)) ? Promise.resolve([]) : Promise.reject(new Error('a network error occurred'))
  }

  fail(...families: readonly string[]): void {
    this.dispatchEvent(Object.assign(new Event('loadingerror'), { fontfaces: families.map((family) => ({ family })) }))
  }
}

const toldBy = async (fonts: Fonts, then: () => void = () => undefined): Promise<readonly string[]> => {
  const log: string[] = []
  warnOfMissingFonts(fonts, ['Mong', 'SC'], (sentence) => log.push(sentence))
  then()
  await Promise.resolve().then(() => undefined) // refusals are told in the turn after
  return log
}

it('says nothing while all fonts are there', async () => expect(await toldBy(new Fonts(['Mong', 'SC']))).toEqual([]))

it('tells of a font of the first screen that is missing, without any event', async () =>
  expect(await toldBy(new Fonts(['Mong']))).toEqual([
    'font SC did not come: its letters are drawn with fonts of this device, or as boxes where it has none',
  ]))

it('tells of each family once, however many files of it are missing', async () => {
  const fonts = new Fonts([])
  const log = await toldBy(fonts, () => {
    fonts.fail('"SC Ext"', 'SC Ext', '"SC"')
    fonts.fail('SC Ext')
  })
  expect(log.map((sentence) => sentence.split(' did')[0])).toEqual(['font SC Ext', 'font SC', 'font Mong'])
})
