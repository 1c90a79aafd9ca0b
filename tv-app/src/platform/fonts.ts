import { FONT_FAMILIES, isOfStartLetters } from '@ulan/contract'
import cyrillicUrl from '@ulan/contract/fonts/files/cyrl.woff2?url'
import cyrillicMoreUrl from '@ulan/contract/fonts/files/cyrlmore.woff2?url'
import mongolianUrl from '@ulan/contract/fonts/files/mong.woff2?url'
import chineseUrl from '@ulan/contract/fonts/files/sc.woff2?url'
import { fontOf } from '../text/text-painter.ts'
import { familyOf, warnOfFont } from './font-warning.ts'

/** Takes the faces already asked for, else loads all side by side; a box that fails to load one says so and goes on with its own fonts. */
export async function loadFonts(asked: readonly Promise<FontFace>[] | undefined, timeoutMs: number): Promise<void> {
  const faces = asked ?? [
    new FontFace(FONT_FAMILIES.chinese, `url(${chineseUrl})`).load(),
    new FontFace(FONT_FAMILIES.mongolian, `url(${mongolianUrl})`).load(),
    new FontFace(FONT_FAMILIES.cyrillic, `url(${cyrillicUrl})`).load(),
    new FontFace(FONT_FAMILIES.cyrillicMore, `url(${cyrillicMoreUrl})`).load(),
  ]
  const loading = faces.map(async (face) => {
    document.fonts.add(await face)
  })
  const timeout = new Promise((resolve) => setTimeout(resolve, timeoutMs))
  // Which one failed is seen by who is there: a failed load does not name its face.
  const settled = Promise.all(loading.map((one) => one.catch(() => undefined))).then(warnOfMissing)
  await Promise.race([settled, timeout])
}

function warnOfMissing(): void {
  const there = new Set<string>()
  document.fonts.forEach((face) => {
    there.add(familyOf(face))
  })
  const { chinese, mongolian, cyrillic, cyrillicMore } = FONT_FAMILIES
  for (const family of [chinese, mongolian, cyrillic, cyrillicMore]) if (!there.has(family)) warnOfFont(family)
}

let areSlicesKnown = false
let waiting: (() => void)[] = []

/** Brings in the stylesheet of rare characters, after the first screen. */
export async function addFontSlices(): Promise<void> {
  document.fonts.addEventListener('loadingerror', ({ fontfaces }) => {
    for (const face of fontfaces) warnOfFont(familyOf(face))
  })
  await import('virtual:rare-hanzi.css')
  areSlicesKnown = true
  for (const look of waiting) look()
  waiting = []
}

/** Calls back once, when rare characters of texts painted before that can be had. */
export function whenSlicesCome(look: () => void): void {
  if (!areSlicesKnown) waiting.push(look)
}

/** Characters of texts that could be drawn when asked: a face that is there stays. */
const drawable = new Set<string>()

/** True when `text` can be drawn now; otherwise the faces that lack are fetched by `fetchFaces`. */
export function hasFaces(text: string, fontSizePx: number): boolean {
  // Without slices there is nothing to fetch; asking costs a slow box milliseconds each time.
  if (!areSlicesKnown || isOfStartLetters(text)) return true
  const characters = [...text]
  if (characters.every((character) => drawable.has(character))) return true
  const isDrawable = document.fonts.check(fontOf(text, fontSizePx), text)
  if (isDrawable) for (const character of characters) drawable.add(character)
  return isDrawable
}

export const fetchFaces = async (text: string, fontSizePx: number): Promise<void> => {
  await document.fonts.load(fontOf(text, fontSizePx), text)
}
