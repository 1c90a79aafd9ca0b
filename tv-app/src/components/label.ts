import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import { fetchFaces, hasFaces, whenSlicesCome } from '../platform/fonts.ts'
import { type FittedText, fitText, type TextLayout, type TextSlot } from '../text/text-layout.ts'
import { createMeasure, marginOf, paintedSizeOf, paintText } from '../text/text-painter.ts'
import { paintedTexture } from './canvas-texture.ts'
import { part } from './part.ts'

interface LabelSpec extends Lightning.Component.TemplateSpec {
  Ink: object
}

const measureAt = createMeasure()
const EMPTY: TextLayout = { isVertical: false, widthPx: 0, heightPx: 0, marks: [], isCut: false }

/** Pages show the same words in the same slots again and again; the size of the letters is a part of the slot. */
const fitted = new Map<string, FittedText>()
const MOST_FITTED = 500

function fittedOf(id: string, text: LocalText, slot: TextSlot): FittedText {
  const before = fitted.get(id)
  if (before !== undefined) return before
  const fit = fitText(text, slot, measureAt)
  if (fitted.size >= MOST_FITTED) fitted.clear()
  fitted.set(id, fit)
  return fit
}

/**
 * One text in one slot, in lines or in columns as its script asks; pages need not know which. The layout is known at
 * once, so that neighbours can be placed; the texture is painted when the label first comes on screen.
 */
export class Label extends Lightning.Component<LabelSpec> {
  declare private shown: string | undefined
  declare private shownLayout: TextLayout | undefined

  static override _template(): Lightning.Component.Template<LabelSpec> {
    return { Ink: {} }
  }

  /** Shows a text, or nothing; the label takes the size of what is drawn. */
  show(text: LocalText | undefined, slot: TextSlot): TextLayout {
    if (text === undefined || text.text === '') return this.clear()
    const id = `${text.text}|${text.locale}|${JSON.stringify(slot)}`
    if (id === this.shown && this.shownLayout !== undefined) return this.shownLayout
    const fit = fittedOf(id, text, slot)
    const { layout } = fit
    this.paint(text, fit, id)
    whenSlicesCome(() => {
      if (this.shown === id && !hasFaces(text.text, fit.slot.fontSizePx)) this.paint(text, fit, `${id}|rare`)
    })
    const ink = this.ink
    const margin = marginOf(fit.slot)
    ink.x = -margin
    ink.y = -margin
    ink.visible = true
    this.shown = id
    this.shownLayout = layout
    this.w = layout.widthPx
    this.h = layout.heightPx
    return layout
  }

  private paint(text: LocalText, { slot, layout }: FittedText, id: string): void {
    const ready = hasFaces(text.text, slot.fontSizePx) ? undefined : fetchFaces(text.text, slot.fontSizePx)
    const size = paintedSizeOf(layout, slot)
    this.ink.texture = paintedTexture(this.stage, `text|${id}`, size, (context) => paintText(context, layout, slot), ready)
  }

  set tint(colour: number) {
    this.ink.color = colour
  }

  private clear(): TextLayout {
    this.shown = undefined
    this.ink.visible = false
    this.w = 0
    this.h = 0
    return EMPTY
  }

  private get ink(): Lightning.Element {
    return part(this.getByRef('Ink'))
  }
}
