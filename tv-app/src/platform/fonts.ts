import { FONT_FAMILIES } from '@ulan/contract'
import mongolianUrl from '@ulan/contract/fonts/files/mong.woff2?url'
import chineseUrl from '@ulan/contract/fonts/files/sc.woff2?url'
import { fontOf } from '../text/text-painter.ts'

/** Loads both families side by side; a box that fails to load one goes on with its own fonts. */
export async function loadFonts(timeoutMs: number): Promise<void> {
  const wanted = [
    { family: FONT_FAMILIES.chinese, url: chineseUrl },
    { family: FONT_FAMILIES.mongolian, url: mongolianUrl },
  ]
  const loading = wanted.map(async ({ family, url }) => {
    const face = new FontFace(family, `url(${url})`)
    document.fonts.add(await face.load())
  })
  const timeout = new Promise((resolve) => setTimeout(resolve, timeoutMs))
  await Promise.race([Promise.all(loading.map((one) => one.catch(() => undefined))), timeout])
}

/** Brings in the stylesheet of rare characters, after the first screen. */
export async function addFontSlices(): Promise<void> {
  await import('virtual:font-slices.css')
}

/** True when `text` can be drawn now; otherwise the faces that lack are fetched by `fetchFaces`. */
export function hasFaces(text: string, fontSizePx: number): boolean {
  return document.fonts.check(fontOf(text, fontSizePx), text)
}

export const fetchFaces = async (text: string, fontSizePx: number): Promise<void> => {
  await document.fonts.load(fontOf(text, fontSizePx), text)
}
