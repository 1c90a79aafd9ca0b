import { isVertical, type LocalText } from '@ulan/contract'
import { measureColumn, type Run, runLength, splitRuns } from './runs.ts'
import { type Measure, wrapText } from './wrap.ts'

export type Align = 'start' | 'center' | 'end'

/**
 * Room for one text, px at 1920×1080. `area` follows the script of the text: lines, or columns from left to right.
 * `spine` always stands in columns, Chinese too, for strips beside pictures.
 */
export type TextSlot = {
  readonly flow: 'area' | 'spine'
  readonly fontSizePx: number
  /** Distance from one line, or one column, to the next. */
  readonly pitchPx: number
  readonly widthPx: number
  readonly heightPx: number
  readonly maxLines: number
  readonly align?: Align
  /** Drawn a little heavier; Mongolian never, its only weight must not be smeared. */
  readonly isStrong?: boolean
  /** How far a text may shrink that would be cut at the size above: to what it is drawn at where nobody asked for large letters. */
  readonly least?: LetterSize
}
type LetterSize = Pick<TextSlot, 'fontSizePx' | 'pitchPx'>

/** One thing to paint; `x`, `y` are the centre of its line's start. */
export type Mark = {
  readonly kind: 'line' | Run['kind']
  readonly text: string
  readonly xPx: number
  readonly yPx: number
  readonly scale: number
}
export type TextLayout = {
  readonly isVertical: boolean
  readonly widthPx: number
  readonly heightPx: number
  readonly marks: readonly Mark[]
  readonly isCut: boolean
}

/** A text in a slot, and the slot at the size at which it was laid out. */
export type FittedText = { readonly slot: TextSlot; readonly layout: TextLayout }

/**
 * Lays out a text as large as its slot says, or smaller where it would lose its end, down to the least size. A text that is
 * cut even there shows more at the least size where it is a name in one line, and stays large where it is read at length.
 */
export function fitText(text: LocalText, slot: TextSlot, measureAt: (fontSizePx: number) => Measure): FittedText {
  const fit = (sized: TextSlot): FittedText => ({ slot: sized, layout: layoutText(text, sized, measureAt(sized.fontSizePx)) })
  const largest = fit(slot)
  if (slot.least === undefined || !largest.layout.isCut) return largest
  const between = fit({ ...slot, ...halfway(slot, slot.least) })
  if (!between.layout.isCut) return between
  const least = fit({ ...slot, ...slot.least })
  return !least.layout.isCut || slot.maxLines === 1 ? least : largest
}

const halfway = (from: LetterSize, to: LetterSize): LetterSize => ({
  fontSizePx: Math.round((from.fontSizePx + to.fontSizePx) / 2),
  pitchPx: Math.round((from.pitchPx + to.pitchPx) / 2),
})

/** Lays out a text in its slot. `measure` gives the length of a horizontal run at the slot's font size. */
export function layoutText(text: LocalText, slot: TextSlot, measure: Measure): TextLayout {
  return slot.flow === 'spine' || isVertical(text.locale) ? layoutColumns(text.text, slot, measure) : layoutLines(text.text, slot, measure)
}

function layoutLines(text: string, slot: TextSlot, measure: Measure): TextLayout {
  const maxLines = Math.max(1, Math.min(slot.maxLines, Math.floor(slot.heightPx / slot.pitchPx)))
  const { lines, isCut } = wrapText(text, { lengthPx: slot.widthPx, maxLines }, measure)
  const widthPx = Math.ceil(Math.max(0, ...lines.map((line) => line.length)))
  const marks = lines.map((line, at): Mark => {
    const xPx = alignOffset(slot.align, widthPx - line.length)
    return { kind: 'line', text: line.text, xPx, yPx: (at + 0.5) * slot.pitchPx, scale: line.scale }
  })
  return { isVertical: false, widthPx, heightPx: lines.length * slot.pitchPx, marks, isCut }
}

function layoutColumns(text: string, slot: TextSlot, measure: Measure): TextLayout {
  const maxLines = Math.max(1, Math.min(slot.maxLines, Math.floor(slot.widthPx / slot.pitchPx)))
  const along: Measure = (part) => measureColumn(part, slot.fontSizePx, measure)
  const { lines, isCut } = wrapText(text, { lengthPx: slot.heightPx, maxLines }, along)
  const heightPx = Math.ceil(Math.max(0, ...lines.map((line) => line.length)))
  const marks: Mark[] = []
  for (const [at, line] of lines.entries()) {
    let yPx = alignOffset(slot.align, heightPx - line.length)
    for (const run of splitRuns(line.text)) {
      marks.push({ kind: run.kind, text: run.text, xPx: (at + 0.5) * slot.pitchPx, yPx, scale: line.scale })
      yPx += runLength(run, slot.fontSizePx, measure) * line.scale
    }
  }
  return { isVertical: true, widthPx: lines.length * slot.pitchPx, heightPx, marks, isCut }
}

function alignOffset(align: Align | undefined, spare: number): number {
  if (align === 'center') return spare / 2
  return align === 'end' ? spare : 0
}
