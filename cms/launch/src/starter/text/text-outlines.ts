import type { FaceName, Glyph, ShapedLine, Typefaces } from './typefaces.ts'

/** Where and how big, in px of the picture. */
type Place = { readonly x: number; readonly y: number; readonly sizePx: number }

/** One horizontal line: x is its start, y its baseline. Answers SVG without a fill, to be put into a filled group. */
export function lineOutlines(faces: Typefaces, face: FaceName, text: string, place: Place): string {
  const line = faces.shapeLine(face, text)
  const scale = place.sizePx / line.unitsPerEm
  return line.glyphs.map((glyph) => glyphPath(glyph, [scale, 0, 0, -scale, place.x + glyph.x * scale, place.y - glyph.y * scale])).join('')
}

/** Width in px of a horizontal line. */
export function lineWidth(faces: Typefaces, face: FaceName, text: string, sizePx: number): number {
  const line = faces.shapeLine(face, text)
  return (line.advance / line.unitsPerEm) * sizePx
}

/** Chinese in one column, each character upright: x is the centre, y the top. `pitch` is the step in em. */
export function uprightColumn(faces: Typefaces, text: string, place: Place, pitch = 1.12): string {
  return [...text]
    .map((character, index) => {
      const line = faces.shapeLine('title', character)
      const width = (line.advance / line.unitsPerEm) * place.sizePx
      // 0.88 em below the top is where Noto Sans SC's ideographs stand.
      const y = place.y + (index * pitch + 0.88) * place.sizePx
      return lineOutlines(faces, 'title', character, { x: place.x - width / 2, y, sizePx: place.sizePx })
    })
    .join('')
}

/** Mongolian in one column: shaped along the line, then turned a quarter clockwise. x is the centre of the ink, y the top. */
export function mongolianColumn(faces: Typefaces, text: string, place: Place): string {
  const line = faces.shapeLine('mongolian', text)
  const scale = place.sizePx / line.unitsPerEm
  const centre = inkCentre(line)
  return line.glyphs
    .map((glyph) => glyphPath(glyph, [0, scale, scale, 0, place.x + (glyph.y - centre) * scale, place.y + glyph.x * scale]))
    .join('')
}

/** Height in px of a Mongolian column. */
export function mongolianHeight(faces: Typefaces, text: string, sizePx: number): number {
  return lineWidth(faces, 'mongolian', text, sizePx)
}

function glyphPath(glyph: Glyph, matrix: readonly number[]): string {
  if (glyph.pathData === '') return ''
  return `<path transform="matrix(${matrix.map((value) => Number(value.toFixed(4))).join(' ')})" d="${glyph.pathData}"/>`
}

/** Middle of the ink across the line, in font units; the font's own ascent says nothing of where the stem lies. */
function inkCentre(line: ShapedLine): number {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const glyph of line.glyphs) {
    for (const pair of glyph.pathData.matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)) {
      lowest = Math.min(lowest, Number(pair[2]))
      highest = Math.max(highest, Number(pair[2]))
    }
  }
  return Number.isFinite(lowest) ? (lowest + highest) / 2 : 0
}
