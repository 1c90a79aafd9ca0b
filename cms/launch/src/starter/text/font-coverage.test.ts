import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isOfStartLetters } from '@ulan/contract'
import {
  buildFonts,
  CYRILLIC_CHARACTERS,
  coveredCharacters,
  FONT_DIR,
  type FontTexts,
  LEFT_TO_SLICES,
  readFontTexts,
  startCharacters,
} from '@ulan/contract/fonts'
import { sliceRules } from '@ulan/contract/fonts/rare-hanzi'
import { Blob, Face } from 'harfbuzzjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { decompress } from 'wawoff2'

let texts: FontTexts
/** Fonts that every first screen has. */
let common: readonly ReadonlySet<number>[]
beforeAll(async () => {
  texts = await readFontTexts()
  await buildFonts(texts)
  common = await Promise.all(['mong.woff2', 'cyrl.woff2', 'cyrlmore.woff2'].map(characters))
}, 60_000)

/** Code points that a built font has glyphs for. */
const characters = (file: string): Promise<ReadonlySet<number>> => charactersOf(join(FONT_DIR, file))

async function charactersOf(path: string): Promise<ReadonlySet<number>> {
  return new Set(new Face(new Blob(await decompress(await readFile(path)))).collectUnicodes())
}

/** Shown by no glyph: line ends, and half of what JSON writes as an escape. */
const isDrawn = (character: string): boolean => !/[\n\r]/.test(character)
/** Every character of JSON texts as people see them, each once. */
function shown(json: readonly string[]): string[] {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value === 'string') for (const character of value) found.add(character)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  for (const text of json) walk(JSON.parse(text))
  return [...found].filter(isDrawn)
}
const lacking = (all: readonly string[], fonts: readonly ReadonlySet<number>[]): string[] =>
  all.filter((character) => !fonts.some((font) => font.has(character.codePointAt(0) ?? 0)))

describe('fonts of a first screen', () => {
  it('draw every string of every client and the whole starter catalogue', async () => {
    const all = shown(texts.all)
    expect(all.length).toBeGreaterThan(1000)
    expect(lacking(all, [await characters('sc.woff2'), ...common])).toEqual([])
  })
  it('draw on a tablet all that viewers see of them, without a slice', async () => {
    const tablet = shown(texts.tablet)
    expect(tablet.length).toBeGreaterThan(900)
    expect(lacking(tablet, [await characters('sc-start.woff2'), ...common])).toEqual([])
  })
  it('have all of traditional Mongolian in one file, with what shapes it', async () => {
    const letters = shown(texts.all).filter((character) => /[\u1800-\u18af\u202f]/.test(character))
    expect(letters.length).toBeGreaterThan(25)
    expect(
      lacking([...letters, '\u180b', '\u180c', '\u180d', '\u180e', '\u202f', '᠂', '᠃', '᠄'], [await characters('mong.woff2')]),
    ).toEqual([])
  })
})

describe('Cyrillic Mongolian', () => {
  it('has all its letters from the start, in one design, and takes no slice', async () => {
    const used = shown(texts.all).filter((character) => /\p{Script=Cyrillic}/u.test(character))
    expect(used.length).toBeGreaterThan(40)
    expect(lacking([...CYRILLIC_CHARACTERS], common)).toEqual([])
    expect(used.filter((character) => !CYRILLIC_CHARACTERS.includes(character))).toEqual([])
  })
})

describe('slices', () => {
  it('are left nothing out of that the start fonts have not', async () => {
    expect(lacking([...coveredCharacters(texts)], [await characters('sc.woff2'), ...common])).toEqual([])
    expect(lacking([...startCharacters(texts)], [await characters('sc-start.woff2'), ...common])).toEqual([])
  })
  it('have nothing for a text that clients draw without asking for them', async () => {
    const ranges = [...sliceRules(coveredCharacters(texts)).matchAll(/U\+[0-9a-f-]+/g)].map(([range]) => range)
    const letters = Array.from({ length: 0x10000 }, (_, point) => String.fromCharCode(point)).filter(isOfStartLetters)
    expect(letters.length).toBeGreaterThan(300)
    const sliced = letters.filter((letter) => ranges.some((range) => isWithin(letter.charCodeAt(0), range)))
    expect(lacking(sliced, [await characters('sc-start.woff2'), ...common])).toEqual([])
    expect(['草原法', 'ᠬᠠᠤᠯᠢ（草）', 'ҡ', 'é'].filter(isOfStartLetters)).toEqual([])
  })
  it('draw what of everyday writing the start fonts have not', async () => {
    const fonts = await fontsOf([...LEFT_TO_SLICES], sliceRules(coveredCharacters(texts)))
    expect(fonts.every((font) => font.startsWith('noto-sans-sc-'))).toBe(true)
  })
  it('draw Cyrillic letters of other peoples, in one design with the Mongolian ones', async () => {
    expect(await fontsOf(['ї', 'ҝ', 'ҡ'], sliceRules(coveredCharacters(texts) + CYRILLIC_CHARACTERS))).toEqual([
      'noto-sans-cyrillic-400',
      'noto-sans-cyrillic-ext-400',
    ])
  })
  it('draw names in rare hanzi', async () => {
    const rare = ['犇', '甪', '珺', '嫄']
    expect(lacking(rare, [await characters('sc-start.woff2')])).toEqual(rare)
    expect((await fontsOf(rare, sliceRules(startCharacters(texts)))).every((font) => font.startsWith('noto-sans-sc-'))).toBe(true)
  })
})

/** Names of the slices that draw these characters; throws when one has none, or its slice has no glyph for it. */
async function fontsOf(all: readonly string[], css: string): Promise<readonly string[]> {
  const rules = [...css.matchAll(/url\(([^)]+)\)[^;]*;unicode-range:([^}]+)/g)].map(([, path = '', ranges = '']) => ({
    path,
    ranges: ranges.split(','),
  }))
  const fonts = new Set<string>()
  for (const character of all) {
    const point = character.codePointAt(0) ?? 0
    const rule = rules.findLast(({ ranges }) => ranges.some((range) => isWithin(point, range)))
    if (rule === undefined || !(await charactersOf(rule.path)).has(point)) throw new Error(`nothing draws ${character}`)
    fonts.add(basename(rule.path).replace('-normal.woff2', ''))
  }
  return [...fonts].sort()
}

function isWithin(point: number, range: string): boolean {
  const [first = '', last = first] = range.replace('U+', '').split('-')
  return point >= Number.parseInt(first, 16) && point <= Number.parseInt(last, 16)
}
