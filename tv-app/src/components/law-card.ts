import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { LawView } from '../data/browse-view.ts'
import { LAW_CARD, type RailLayout } from '../layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'
import { iconTexture, ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { setGround } from './set-ground.ts'
import type { Speaker } from './speaker.ts'

interface LawCardSpec extends Lightning.Component.TemplateSpec {
  Frame: { Ring: object; Ground: object; Icon: object; Title: typeof Label; Text: typeof Label }
}

const ICON_PX = 34

/** An article of law as an entry of a rail; OK opens all of it. */
export class LawCard extends Lightning.Component<LawCardSpec> implements Speaker {
  declare view: LawView | undefined

  static override _template(): Lightning.Component.Template<LawCardSpec> {
    const { paddingPx } = LAW_CARD
    return {
      Frame: {
        pivot: 0.5,
        Ring: { alpha: 0, color: COLOURS.sky },
        Ground: {},
        Icon: { x: paddingPx, y: paddingPx + 4, color: COLOURS.gold },
        Title: { type: Label, x: paddingPx + ICON_PX + 16, y: paddingPx },
        Text: { type: Label, x: paddingPx },
      },
    }
  }

  show(view: LawView, size: RailLayout['law']): void {
    this.view = view
    const { widthPx, heightPx } = size
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    this.patch({ Frame: { w: widthPx, h: heightPx, Ring: { x: -reach, y: -reach } } })
    setGround(part(this.tag('Frame.Ground')), size)
    const outer = { widthPx: widthPx + 2 * reach, heightPx: heightPx + 2 * reach }
    part(this.tag('Frame.Ring')).texture = ringTexture(this.stage, outer, RADIUS.panel + reach, FOCUS.ringPx)
    part(this.tag('Frame.Icon')).texture = iconTexture(this.stage, 'law', ICON_PX)
    const title = part(this.tag('Frame.Title'))
    const { paddingPx } = LAW_CARD
    title.show(view.title, { ...LAW_CARD.title, widthPx: widthPx - 2 * paddingPx - ICON_PX - 16 })
    title.tint = COLOURS.gold
    const text = part(this.tag('Frame.Text'))
    const y = paddingPx + title.h + 12
    text.show(view.text, { ...LAW_CARD.text, widthPx: widthPx - 2 * paddingPx, heightPx: heightPx - y - paddingPx + 14 })
    text.y = y
  }

  spoken(): readonly (LocalText | undefined)[] {
    return [this.view?.title, this.view?.text]
  }

  override _focus(): void {
    this.emphasise(true)
  }

  override _unfocus(): void {
    this.emphasise(false)
  }

  private emphasise(isFocused: boolean): void {
    const duration = FOCUS.moveSeconds
    part(this.getByRef('Frame')).setSmooth('scale', isFocused ? 1.03 : 1, { duration })
    part(this.tag('Frame.Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration })
  }
}
