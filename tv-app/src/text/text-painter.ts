import { FONT_STACKS } from '@ulan/contract'
import { columnForm } from './column-form.ts'
import { hasMongolian } from './script.ts'
import type { Mark, TextLayout, TextSlot } from './text-layout.ts'
import { byHanzi, type Measure } from './wrap.ts'

const STRONG_STROKE_EM = 0.028
/** Room around the glyphs, em: descenders and tails must not touch the edge of the texture. */
const MARGIN_EM = 0.2

export const marginOf = (slot: TextSlot): number => Math.ceil(slot.fontSizePx * MARGIN_EM)

/** The CSS font of a text; also what `document.fonts.load` is asked for. */
export const fontOf = (text: string, fontSizePx: number): string =>
  `${fontSizePx}px ${hasMongolian(text) ? FONT_STACKS.mongolianFirst : FONT_STACKS.chineseFirst}`

/** Lengths kept: more than the texts of any screen in all languages have pieces. */
const MOST_KNOWN = 2000

/** Measures with one canvas context of its own; lengths are kept, since rails show the same words again. */
export function createMeasure(): (fontSizePx: number) => Measure {
  const context = drawingContext(document.createElement('canvas'), true)
  const known = new Map<string, number>()
  return (fontSizePx) =>
    byHanzi(fontSizePx, (text) => {
      const key = `${fontSizePx}|${text}`
      const before = known.get(key)
      if (before !== undefined) return before
      context.font = fontOf(text, fontSizePx)
      const length = context.measureText(text).width
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(key, length)
      return length
    })
}

/** Px that a layout is painted on, with the room around its glyphs. */
export function paintedSizeOf(layout: TextLayout, slot: TextSlot): { readonly widthPx: number; readonly heightPx: number } {
  const margin = marginOf(slot)
  return { widthPx: layout.widthPx + 2 * margin, heightPx: layout.heightPx + 2 * margin }
}

/** Paints a layout in the context's own colour, px at 1920×1080. */
export function paintText(context: CanvasRenderingContext2D, layout: TextLayout, slot: TextSlot): void {
  const margin = marginOf(slot)
  context.translate(margin, margin)
  context.lineJoin = 'round'
  context.textBaseline = 'middle'
  for (const mark of layout.marks) paintMark(context, mark, slot)
}

function paintMark(context: CanvasRenderingContext2D, mark: Mark, slot: TextSlot): void {
  const size = slot.fontSizePx
  context.save()
  context.font = fontOf(mark.text, size)
  const stroke = slot.isStrong === true && !hasMongolian(mark.text) ? size * STRONG_STROKE_EM : 0
  context.translate(mark.xPx, mark.yPx)
  context.scale(mark.scale, mark.scale)
  const { glyph, isTurned, isShifted } = columnForm(mark.text)
  if (mark.kind === 'line') {
    write(context, mark.text, { xPx: 0, yPx: 0, stroke })
  } else if (mark.kind === 'rotated' || isTurned) {
    context.rotate(Math.PI / 2)
    write(context, mark.text, { xPx: 0, yPx: 0, stroke })
  } else {
    context.textAlign = 'center'
    const shift = isShifted ? size * 0.55 : 0
    write(context, glyph, { xPx: shift, yPx: size / 2 - shift * 0.9, stroke })
  }
  context.restore()
}

type Stroke = { readonly xPx: number; readonly yPx: number; readonly stroke: number }

function write(context: CanvasRenderingContext2D, text: string, at: Stroke): void {
  context.fillText(text, at.xPx, at.yPx)
  if (at.stroke === 0) return
  context.lineWidth = at.stroke
  context.strokeText(text, at.xPx, at.yPx)
}

/** `isRead`: its pixels are read, so they stay in the processor's memory. */
export function drawingContext(canvas: HTMLCanvasElement, isRead: boolean): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: isRead })
  if (context === null) throw new Error('no 2d canvas on this device')
  return context
}
