import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { ActionView } from '../data/browse-view.ts'
import { BROWSE, type Writing } from '../layout.ts'
import type { QuizLayout } from '../quiz-layout.ts'
import { COLOURS } from '../theme.ts'
import { Button } from './button.ts'
import { iconTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { setGround } from './set-ground.ts'
import type { Speaker } from './speaker.ts'

interface VerdictSpec extends Lightning.Component.TemplateSpec {
  Ground: object
  Sign: object
  Heading: typeof Label
  Text: typeof Label
  Law: typeof Label
  Quote: typeof Label
  Next: typeof Button
}
export type VerdictView = {
  readonly isRight: boolean
  readonly heading: LocalText
  readonly explanation: LocalText
  readonly law?: LocalText
  readonly quote?: LocalText
  readonly next: ActionView
}

const PADDING_PX = 40
const SIGN_PX = 52
const GAP_PX = 18

/** What the answer was worth and why, with the article of law it rests on. */
export class VerdictPanel extends Lightning.Component<VerdictSpec> implements Speaker {
  declare private view: VerdictView | undefined

  static override _template(): Lightning.Component.Template<VerdictSpec> {
    return {
      Ground: {},
      Sign: { x: PADDING_PX, y: PADDING_PX },
      Heading: { type: Label },
      Text: { type: Label },
      Law: { type: Label },
      Quote: { type: Label },
      Next: { type: Button },
    }
  }

  show(view: VerdictView, layout: QuizLayout, writing: Writing): void {
    this.view = view
    const { widthPx, heightPx, xPx, yPx } = layout.verdict
    this.patch({ x: xPx, y: yPx, w: widthPx, h: heightPx })
    setGround(part(this.getByRef('Ground')), layout.verdict)
    const colour = view.isRight ? COLOURS.grass : COLOURS.clay
    const sign = part(this.getByRef('Sign'))
    sign.texture = iconTexture(this.stage, view.isRight ? 'check' : 'cross', SIGN_PX)
    sign.color = colour
    const heading = part(this.getByRef('Heading'))
    const next = part(this.getByRef('Next'))
    next.show(view.next, BROWSE[writing].hero.button)
    if (writing === 'horizontal') this.placeLines(view, layout, heading, next)
    else this.placeColumns(view, layout, heading, next)
    heading.tint = colour
  }

  spoken(): readonly (LocalText | undefined)[] {
    const { view } = this
    return [view?.heading, view?.explanation, view?.law, view?.quote]
  }

  override _getFocused(): Lightning.Component | undefined {
    return part(this.getByRef('Next'))
  }

  private placeLines(view: VerdictView, layout: QuizLayout, heading: Label, next: Button): void {
    const widthPx = layout.verdict.widthPx - 2 * PADDING_PX
    heading.show(view.heading, {
      flow: 'area',
      fontSizePx: 44,
      pitchPx: 56,
      widthPx: widthPx - 80,
      heightPx: 56,
      maxLines: 1,
      isStrong: true,
    })
    heading.patch({ x: PADDING_PX + SIGN_PX + 20, y: PADDING_PX - 2 })
    let y = PADDING_PX + 56 + GAP_PX
    const bottom = layout.verdict.heightPx - PADDING_PX - next.h
    const text = part(this.getByRef('Text'))
    const { explanation } = layout
    const room = bottom - y - GAP_PX - (view.law === undefined ? 0 : layout.lawRoomPx)
    text.show(view.explanation, { ...explanation, widthPx, heightPx: Math.max(room, 2 * explanation.pitchPx) })
    text.patch({ x: PADDING_PX, y })
    y += text.h + GAP_PX
    const law = part(this.getByRef('Law'))
    law.show(view.law, { ...layout.law, widthPx })
    law.patch({ x: PADDING_PX, y })
    law.tint = COLOURS.gold
    y += law.h + 4
    const quote = part(this.getByRef('Quote'))
    const quotePx = bottom - y - GAP_PX
    quote.show(quotePx < layout.quote.pitchPx ? undefined : view.quote, { ...layout.quote, widthPx, heightPx: quotePx })
    quote.patch({ x: PADDING_PX, y })
    quote.tint = COLOURS.textMuted
    next.patch({ x: PADDING_PX, y: bottom })
  }

  private placeColumns(view: VerdictView, layout: QuizLayout, heading: Label, next: Button): void {
    const heightPx = layout.verdict.heightPx - 2 * PADDING_PX
    heading.show(view.heading, { flow: 'spine', fontSizePx: 44, pitchPx: 60, widthPx: 120, heightPx: heightPx - SIGN_PX - 20, maxLines: 2 })
    heading.patch({ x: PADDING_PX, y: PADDING_PX + SIGN_PX + 20 })
    let x = PADDING_PX + Math.max(heading.w, SIGN_PX) + GAP_PX
    const right = layout.verdict.widthPx - PADDING_PX - next.w
    const text = part(this.getByRef('Text'))
    const lawRoom = view.law === undefined ? 0 : layout.lawRoomPx
    text.show(view.explanation, { ...layout.explanation, widthPx: right - x - GAP_PX - lawRoom, heightPx })
    text.patch({ x, y: PADDING_PX })
    x += text.w + GAP_PX
    const law = part(this.getByRef('Law'))
    law.show(view.law, { ...layout.law, heightPx })
    law.patch({ x, y: PADDING_PX })
    law.tint = COLOURS.gold
    part(this.getByRef('Quote')).show(undefined, layout.explanation)
    next.patch({ x: right, y: PADDING_PX })
  }
}
