import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { QuizLayout } from '../quiz-layout.ts'
import { COLOURS, edge, FOCUS, RADIUS } from '../theme.ts'
import { iconTexture, panelTexture, ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import type { Speaker } from './speaker.ts'

interface OptionSpec extends Lightning.Component.TemplateSpec {
  Frame: {
    Ring: object
    Ground: object
    Edge: object
    Disc: object
    Letter: typeof Label
    Sign: object
    Text: typeof Label
  }
}

export type OptionMark = 'open' | 'right' | 'wrong' | 'passed'
export type OptionView = { readonly id: string; readonly letter: string; readonly text: LocalText; readonly mark: OptionMark }

const DISC_PX = 64
const SIGN_PX = 40
const EDGE_PX = 4
/** Of the edge, and of the disc before it. */
const edgeColours = () =>
  ({ open: edge()?.colour ?? COLOURS.surfaceRaised, passed: COLOURS.surface, right: COLOURS.grass, wrong: COLOURS.clay }) as const
const discColours = () =>
  ({ open: COLOURS.surfaceRaised, passed: COLOURS.surfaceRaised, right: COLOURS.grass, wrong: COLOURS.clay }) as const

/** One answer of a question. Right and wrong are told by colour and by sign, for those who cannot tell the colours. */
export class OptionButton extends Lightning.Component<OptionSpec> implements Speaker {
  declare view: OptionView

  static override _template(): Lightning.Component.Template<OptionSpec> {
    return {
      Frame: {
        pivot: 0.5,
        Ring: { alpha: 0, color: COLOURS.sky },
        Ground: { color: COLOURS.surface },
        Edge: {},
        Disc: {},
        Letter: { type: Label, mount: 0.5 },
        Sign: { mount: 0.5, color: COLOURS.onBright },
        Text: { type: Label },
      },
    }
  }

  show(view: OptionView, layout: QuizLayout['option']): void {
    this.view = view
    const { widthPx, heightPx } = layout
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    const isStanding = heightPx > widthPx
    const inset = (isStanding ? widthPx : heightPx) / 2
    this.patch({ w: widthPx, h: heightPx, Frame: { w: widthPx, h: heightPx, Ring: { x: -reach, y: -reach } } })
    part(this.tag('Frame.Ground')).texture = panelTexture(this.stage, layout, RADIUS.panel)
    const rim = part(this.tag('Frame.Edge'))
    rim.texture = ringTexture(this.stage, layout, RADIUS.panel, EDGE_PX)
    rim.color = edgeColours()[view.mark]
    const outer = { widthPx: widthPx + 2 * reach, heightPx: heightPx + 2 * reach }
    part(this.tag('Frame.Ring')).texture = ringTexture(this.stage, outer, RADIUS.panel + reach, FOCUS.ringPx)
    this.showSign(inset)
    const text = part(this.tag('Frame.Text'))
    const words = text.show(view.text, layout.label)
    text.tint = view.mark === 'passed' ? COLOURS.textMuted : COLOURS.text
    const after = 2 * inset + 4
    text.patch(isStanding ? { x: (widthPx - words.widthPx) / 2, y: after } : { x: after, y: (heightPx - words.heightPx) / 2 })
  }

  private showSign(inset: number): void {
    const { mark, letter } = this.view
    const isJudged = mark === 'right' || mark === 'wrong'
    const disc = part(this.tag('Frame.Disc'))
    disc.patch({ x: inset - DISC_PX / 2, y: inset - DISC_PX / 2 })
    disc.texture = panelTexture(this.stage, { widthPx: DISC_PX, heightPx: DISC_PX }, DISC_PX / 2)
    disc.color = discColours()[mark]
    const sign = part(this.tag('Frame.Sign'))
    sign.visible = isJudged
    if (isJudged) {
      sign.patch({ x: inset, y: inset })
      sign.texture = iconTexture(this.stage, mark === 'right' ? 'check' : 'cross', SIGN_PX)
    }
    const label = part(this.tag('Frame.Letter'))
    label.visible = !isJudged
    label.show(
      { text: letter, locale: 'zh-Hans' },
      { flow: 'area', fontSizePx: 32, pitchPx: 44, widthPx: 60, heightPx: 44, maxLines: 1, isStrong: true },
    )
    label.patch({ x: inset, y: inset })
  }

  spoken(): readonly LocalText[] {
    return [{ text: this.view.letter, locale: 'zh-Hans' }, this.view.text]
  }

  override _focus(): void {
    this.emphasise(true)
  }

  override _unfocus(): void {
    this.emphasise(false)
  }

  private emphasise(isFocused: boolean): void {
    const duration = FOCUS.moveSeconds
    part(this.getByRef('Frame')).setSmooth('scale', isFocused ? 1.02 : 1, { duration })
    part(this.tag('Frame.Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration })
  }
}
