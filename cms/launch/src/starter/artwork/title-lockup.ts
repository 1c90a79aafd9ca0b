import { lineOutlines, mongolianColumn, mongolianHeight, uprightColumn } from '../text/text-outlines.ts'
import type { Typefaces } from '../text/typefaces.ts'
import type { Artwork } from './artwork-table.ts'
import { endlessKnot } from './ornament.ts'
import { HEIGHT, WIDTH } from './scene.ts'
import { at, rect, slanted } from './svg.ts'

const TOP = 110
const BOTTOM = 930
const SHADE_LEFT = 1330

/** The words of a poster: Chinese and Mongolian in columns at the right, a small 示例 seal below. */
export function titleLockup(artwork: Artwork, faces: Typefaces): string {
  const letters = [...artwork.title].length
  const sizePx = Math.min(148, (BOTTOM - TOP) / (letters * 1.12))
  const hasMongolian = artwork.mongolian !== ''
  const titleX = hasMongolian ? 1640 : 1730
  const shade = `${slanted('tl-s', [
    [0, artwork.shade, 0],
    [0.25, artwork.shade, 0.1],
    [0.5, artwork.shade, 0.42],
    [0.75, artwork.shade, 0.72],
    [1, artwork.shade, 0.86],
  ])}${rect(SHADE_LEFT, 0, WIDTH - SHADE_LEFT, HEIGHT, 'fill="url(#tl-s)"')}`
  const words = `<g fill="#fffaf0">${uprightColumn(faces, artwork.title, { x: titleX, y: TOP, sizePx })}</g>`
  return `${shade}${words}${hasMongolian ? mongolian(artwork, faces) : ''}${seal(faces, titleX, TOP + letters * 1.12 * sizePx + 34)}`
}

function mongolian(artwork: Artwork, faces: Typefaces): string {
  const sizePx = Math.min(92, ((BOTTOM - TOP) / mongolianHeight(faces, artwork.mongolian, 100)) * 100)
  return [
    rect(1738, TOP + 6, 3, BOTTOM - TOP - 60, `fill="#ecc05a" opacity="0.65"`),
    `<g fill="#f3d58a">${mongolianColumn(faces, artwork.mongolian, { x: 1806, y: TOP + 4, sizePx })}</g>`,
    at([1740, BOTTOM - 20], 0.34, endlessKnot('#ecc05a', 9)),
  ].join('')
}

/** 示例: said discreetly, but said. */
function seal(faces: Typefaces, x: number, y: number): string {
  return `<g>${rect(x - 45, y, 90, 50, 'fill="#b23a2a" rx="8" opacity="0.92"')}<g fill="#fff3e0">${lineOutlines(faces, 'title', '示例', { x: x - 32, y: y + 36, sizePx: 32 })}</g></g>`
}
