import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { TextSlot } from '../text/text-layout.ts'
import { COLOURS, RADIUS } from '../theme.ts'
import { panelTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'

interface BadgeSpec extends Lightning.Component.TemplateSpec {
  Ground: object
  Text: typeof Label
}

export const BADGE_PADDING = { widthPx: 14, heightPx: 4 } as const

/** A word on a small dark plate, readable over any picture. */
export class Badge extends Lightning.Component<BadgeSpec> {
  static override _template(): Lightning.Component.Template<BadgeSpec> {
    return { Ground: {}, Text: { type: Label } }
  }

  /** Shows a word, or hides; the badge takes the size of its plate. */
  show(text: LocalText | undefined, slot: TextSlot, tint: number, ground: number = COLOURS.groundVeil): void {
    this.visible = text !== undefined
    const label = part(this.getByRef('Text'))
    const { widthPx, heightPx, isVertical } = label.show(text, slot)
    if (text === undefined) return
    const padX = isVertical ? BADGE_PADDING.heightPx : BADGE_PADDING.widthPx
    const padY = isVertical ? BADGE_PADDING.widthPx : BADGE_PADDING.heightPx
    label.patch({ x: padX, y: padY })
    label.tint = tint
    const size = { widthPx: widthPx + 2 * padX, heightPx: heightPx + 2 * padY }
    this.patch({ w: size.widthPx, h: size.heightPx })
    const plate = part(this.getByRef('Ground'))
    plate.texture = panelTexture(this.stage, size, RADIUS.pill)
    plate.color = ground
  }
}
