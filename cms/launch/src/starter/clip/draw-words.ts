import type { Artwork } from '../artwork/artwork-table.ts'
import { rect, vertical } from '../artwork/svg.ts'
import { titleLockup } from '../artwork/title-lockup.ts'
import { lineOutlines, lineWidth } from '../text/text-outlines.ts'
import type { Typefaces } from '../text/typefaces.ts'
import { CITATION_BOX } from './clip-plan.ts'

/** The title as it appears over the opening, in px of the scene. */
export function drawTitle(artwork: Artwork, faces: Typefaces): string {
  return titleLockup(artwork, faces)
}

/** The closing words: law and article in gold, the quoted words below in white, on a dark foot. */
export function drawCitation(law: string, article: string, quote: string, faces: Typefaces): string {
  const centred = (face: 'title' | 'caption', text: string, y: number, sizePx: number): string =>
    lineOutlines(faces, face, text, { x: CITATION_BOX.x + (CITATION_BOX.width - lineWidth(faces, face, text, sizePx)) / 2, y, sizePx })
  const quotePx = Math.min(60, (60 * 1600) / lineWidth(faces, 'title', quote, 60))
  return [
    vertical('ct-g', [
      [0, '#040b16', 0],
      [0.38, '#040b16', 0.72],
      [1, '#040b16', 0.9],
    ]),
    rect(CITATION_BOX.x, CITATION_BOX.y, CITATION_BOX.width, CITATION_BOX.height, 'fill="url(#ct-g)"'),
    `<g fill="#ecc05a">${centred('caption', `《${law}》${article}`, 918, 40)}</g>`,
    `<g fill="#fdfaf2">${centred('title', quote, 1000, quotePx)}</g>`,
  ].join('')
}
