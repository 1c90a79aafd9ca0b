import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { ActionView } from '../data/browse-view.ts'
import { BROWSE, type Writing } from '../layout.ts'
import type { QuizLayout } from '../quiz-layout.ts'
import { COLOURS, RADIUS } from '../theme.ts'
import { Button } from './button.ts'
import { iconTexture, panelTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
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
      Ground: { color: COLOURS.surface },
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
    part(this.getByRef('Ground')).texture = panelTexture(this.stage, layout.verdict, RADIUS.panel)
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
    const hasLaw = view.law !== undefined
    const lines = Math.floor((bottom - y - GAP_PX - (hasLaw ? 150 : 0)) / layout.explanation.pitchPx)
    text.show(view.explanation, { ...layout.explanation, widthPx, maxLines: Math.max(2, lines) })
    text.patch({ x: PADDING_PX, y })
    y += text.h + GAP_PX
    const law = part(this.getByRef('Law'))
    law.show(view.law, { flow: 'area', fontSizePx: 28, pitchPx: 42, widthPx, heightPx: 42, maxLines: 1, isStrong: true })
    law.patch({ x: PADDING_PX, y })
    law.tint = COLOURS.gold
    y += law.h + 4
    const quote = part(this.getByRef('Quote'))
    const quoteLines = Math.floor((bottom - y - GAP_PX) / 40)
    quote.show(quoteLines > 0 ? view.quote : undefined, {
      flow: 'area',
      fontSizePx: 28,
      pitchPx: 40,
      widthPx,
      heightPx: 400,
      maxLines: Math.max(1, quoteLines),
    })
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
    const lawRoom = view.law === undefined ? 0 : 90
    text.show(view.explanation, { ...layout.explanation, widthPx: right - x - GAP_PX - lawRoom, heightPx })
    text.patch({ x, y: PADDING_PX })
    x += text.w + GAP_PX
    const law = part(this.getByRef('Law'))
    law.show(view.law, { flow: 'spine', fontSizePx: 28, pitchPx: 40, widthPx: 84, heightPx, maxLines: 2 })
    law.patch({ x, y: PADDING_PX })
    law.tint = COLOURS.gold
    part(this.getByRef('Quote')).show(undefined, layout.explanation)
    next.patch({ x: right, y: PADDING_PX })
  }
}
