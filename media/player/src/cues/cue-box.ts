import { FONT_STACKS, isVertical, type Locale } from '@ulan/contract'
import { type CuePlace, placeOfCue } from '../core/cue-place.ts'
import type { CueRegion } from '../core/cue-region.ts'
import { splitCueRuns } from '../core/cue-runs.ts'

/** For bright sun: an outline and a ground of its own, whatever the picture shows. */
const GROUND = 'rgba(8, 19, 33, 0.74)'
const OUTLINE = '0 0 0.12em #000, 0 0 0.12em #000, 0.05em 0.05em 0.08em #000'
/** A line of a language that is written in lines takes so much, as a share of the letters' size. */
export const LINE_FACTOR = 1.35
const SHIFTS = { start: '0', center: '-50%', end: '-100%' } as const

const familyOf = (locale: Locale): string => (isVertical(locale) ? FONT_STACKS.mongolianFirst : FONT_STACKS.chineseFirst)

function placeAlone(box: HTMLElement, place: Extract<CuePlace, { readonly area: 'own' }>): void {
  const { xPercent, yPercent, anchor, flow } = place
  const shift = SHIFTS[anchor]
  Object.assign(box.style, {
    position: 'absolute',
    // Else it would be as narrow as what is left beside its place.
    width: 'max-content',
    left: `${xPercent}%`,
    // In the upper half a cue hangs from its place, in the lower half it stands on it, so that none leaves the picture.
    ...(flow === 'lines' && yPercent > 50 ? { bottom: `${100 - yPercent}%` } : { top: `${yPercent}%` }),
    transform: flow === 'lines' ? `translateX(${shift})` : `translateY(${shift})`,
  })
}

/** Lines of one region stand close together, each as wide as its words. */
function placeInRegion(box: HTMLElement, place: Extract<CuePlace, { readonly area: 'region' }>): void {
  const { anchor, leftPercent, lengthPercent } = place
  Object.assign(box.style, {
    boxSizing: 'border-box',
    flex: 'none',
    margin: `0 ${100 - leftPercent - lengthPercent}% 0 ${leftPercent}%`,
    // A region's height is counted in lines.
    padding: '0 0.45em',
    alignSelf: anchor === 'center' ? 'center' : `flex-${anchor}`,
  })
}

/**
 * Lays the Mongolian of a column on its side by name. `mixed`, which means the same, makes WebKit draw each letter alone (seen
 * in WPE 2.38, and with it MVS as a box); Chinese beside it stays upright.
 */
function laySideways(texts: DocumentFragment): void {
  const walker = document.createTreeWalker(texts, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode() !== null) if (walker.currentNode instanceof Text) found.push(walker.currentNode)
  for (const text of found) {
    const runs = splitCueRuns(text.data).map((run) => {
      if (!run.isMongolian) return run.text
      const span = document.createElement('span')
      span.style.textOrientation = 'sideways'
      span.textContent = run.text
      return span
    })
    text.replaceWith(...runs)
  }
}

/** A cue as it is drawn, and the place that it asks for. */
export function makeCueBox(cue: VTTCue, locale: Locale, region?: CueRegion): { readonly box: HTMLElement; readonly place: CuePlace } {
  const place = placeOfCue(cue, locale, region)
  const box = document.createElement('p')
  box.lang = locale
  const isColumn = place.flow === 'columns'
  const texts = cue.getCueAsHTML()
  if (isColumn) laySideways(texts)
  box.appendChild(texts)
  Object.assign(box.style, {
    // No `gap`, which set-top boxes do not know.
    margin: isColumn ? '0 0.3em 0 0' : '0.15em 0',
    padding: isColumn ? '0.35em 0.1em' : '0.1em 0.45em',
    borderRadius: '0.25em',
    background: GROUND,
    color: '#fff',
    textShadow: OUTLINE,
    fontFamily: familyOf(locale),
    fontSynthesis: 'none',
    // A column's letters have dots on both sides.
    lineHeight: isColumn ? '1.5' : String(LINE_FACTOR),
    whiteSpace: 'pre-wrap',
    writingMode: isColumn ? 'vertical-lr' : 'horizontal-tb',
    textAlign: isColumn ? 'start' : place.area === 'shared' ? 'center' : place.anchor,
    // Words of Mongolian are never broken; a column that is too long goes on in the next.
    wordBreak: isVertical(locale) ? 'keep-all' : 'normal',
    overflowWrap: isVertical(locale) ? 'normal' : 'anywhere',
    ...(isColumn ? { maxHeight: `${place.lengthPercent}%` } : { maxWidth: `${place.lengthPercent}%` }),
  })
  if (place.area === 'own') placeAlone(box, place)
  if (place.area === 'region') placeInRegion(box, place)
  return { box, place }
}
