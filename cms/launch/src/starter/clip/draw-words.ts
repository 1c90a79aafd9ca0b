import type { Artwork } from '../artwork/artwork-table.ts'
import { rect, vertical } from '../artwork/svg.ts'
import { titleLockup } from '../artwork/title-lockup.ts'
import { lineOutlines, lineWidth } from '../text/text-outlines.ts'
import type { Typefaces } from '../text/typefaces.ts'
import { CITATION_BOX } from './clip-plan.ts'

/** Hanzi that fit at full size. */
const LONGEST_LINE = 29

/** The title as it appears over the opening, in px of the scene. */
export function drawTitle(artwork: Artwork, faces: Typefaces): string {
  return titleLockup(artwork, faces)
}

/** The closing words: law and article in gold, the quoted words below in white, on a dark foot. */
export function drawCitation(law: string, article: string, quote: string, faces: Typefaces): string {
  const centred = (face: 'title' | 'caption', text: string, y: number, sizePx: number): string =>
    lineOutlines(faces, face, text, { x: CITATION_BOX.x + (CITATION_BOX.width - lineWidth(faces, face, text, sizePx)) / 2, y, sizePx })
  const lines = quoteLines(quote)
  const quotePx = Math.min(56, ...lines.map((line) => (56 * 1640) / lineWidth(faces, 'title', line, 56)))
  const first = lines.length === 1 ? 1000 : 954
  const words = lines.map((line, index) => centred('title', line, first + index * 72, quotePx)).join('')
  return [
    vertical('ct-g', [
      [0, '#040b16', 0],
      [0.22, '#040b16', 0.76],
      [1, '#040b16', 0.92],
    ]),
    rect(CITATION_BOX.x, CITATION_BOX.y, CITATION_BOX.width, CITATION_BOX.height, 'fill="url(#ct-g)"'),
    `<g fill="#ecc05a">${centred('caption', `《${law}》${article}`, first - 80, 40)}</g>`,
    `<g fill="#fdfaf2">${words}</g>`,
  ].join('')
}

/** One line, or two that break after the comma nearest the middle when one would be too small to read. */
export function quoteLines(quote: string): readonly string[] {
  if (quote.length <= LONGEST_LINE) return [quote]
  const breaks = [...quote.matchAll(/[，、；]/g)].map((match) => match.index + 1)
  const best = breaks.reduce((near, at) => (Math.abs(at - quote.length / 2) < Math.abs(near - quote.length / 2) ? at : near), 0)
  return best === 0 ? [quote] : [quote.slice(0, best), quote.slice(best)]
}
