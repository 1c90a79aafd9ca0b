import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { ActionView } from '../data/browse-view.ts'
import type { ButtonLayout } from '../layout.ts'
import { COLOURS, FOCUS } from '../theme.ts'
import { iconTexture, ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { setGround } from './set-ground.ts'
import type { Speaker } from './speaker.ts'

interface ButtonSpec extends Lightning.Component.TemplateSpec {
  Frame: { Ring: object; Ground: object; Icon: object; Text: typeof Label }
}

const ICON_PX = 34
const ICON_GAP_PX = 16
const RADIUS_PX = 18

/** A button: icon and word, lying or standing as its layout says; as wide, or tall, as its word needs. */
export class Button extends Lightning.Component<ButtonSpec> implements Speaker {
  declare view: ActionView | undefined
  /** Length its icon and word need along the button. */
  declare contentPx: number

  static override _template(): Lightning.Component.Template<ButtonSpec> {
    return {
      Frame: { pivot: 0.5, Ring: { alpha: 0, color: COLOURS.sky }, Ground: {}, Icon: {}, Text: { type: Label } },
    }
  }

  show(view: ActionView, layout: ButtonLayout): void {
    this.view = view
    const ink = view.isPrimary ? COLOURS.onBright : COLOURS.text
    const text = part(this.tag('Frame.Text'))
    const words = text.show(view.label, layout.label)
    text.tint = ink
    const icon = part(this.tag('Frame.Icon'))
    icon.texture = iconTexture(this.stage, view.icon, ICON_PX)
    icon.color = ink
    const isStanding = layout.widthPx > 0
    this.contentPx = 2 * layout.paddingPx + ICON_PX + ICON_GAP_PX + (isStanding ? words.heightPx : words.widthPx)
    const size = isStanding
      ? { widthPx: layout.widthPx, heightPx: layout.heightPx }
      : { widthPx: this.contentPx, heightPx: layout.heightPx }
    if (isStanding) {
      icon.patch({ x: (size.widthPx - ICON_PX) / 2, y: layout.paddingPx })
      text.patch({ x: (size.widthPx - words.widthPx) / 2, y: layout.paddingPx + ICON_PX + ICON_GAP_PX })
    } else {
      icon.patch({ x: layout.paddingPx, y: (size.heightPx - ICON_PX) / 2 })
      text.patch({ x: layout.paddingPx + ICON_PX + ICON_GAP_PX, y: (size.heightPx - words.heightPx) / 2 })
    }
    this.frame(size, view.isPrimary)
  }

  spoken(): readonly (LocalText | undefined)[] {
    return [this.view?.label]
  }

  private frame(size: { widthPx: number; heightPx: number }, isPrimary: boolean): void {
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    this.patch({ w: size.widthPx, h: size.heightPx, Frame: { w: size.widthPx, h: size.heightPx, Ring: { x: -reach, y: -reach } } })
    setGround(part(this.tag('Frame.Ground')), size, RADIUS_PX, isPrimary ? COLOURS.text : COLOURS.surfaceRaised)
    const outer = { widthPx: size.widthPx + 2 * reach, heightPx: size.heightPx + 2 * reach }
    part(this.tag('Frame.Ring')).texture = ringTexture(this.stage, outer, RADIUS_PX + reach, FOCUS.ringPx)
  }

  override _focus(): void {
    this.emphasise(true)
  }

  override _unfocus(): void {
    this.emphasise(false)
  }

  private emphasise(isFocused: boolean): void {
    const duration = FOCUS.moveSeconds
    part(this.getByRef('Frame')).setSmooth('scale', isFocused ? FOCUS.scale : 1, { duration })
    part(this.tag('Frame.Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration })
  }
}
