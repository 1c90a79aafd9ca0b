import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import { iconTexture, panelTexture } from '../components/canvas-texture.ts'
import type { IconName } from '../components/icon-paths.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import { EDGE, SCREEN, TOAST, type ToastPlace } from '../layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'

interface ToastSpec extends Lightning.Component.TemplateSpec {
  Ground: object
  Icon: object
  Text: typeof Label
}

const ICON_PX = 40
const PADDING_PX = 28

/** A sentence over the screen that takes no focus. */
export class Toast extends Lightning.Component<ToastSpec> {
  static override _template(): Lightning.Component.Template<ToastSpec> {
    return { alpha: 0, Ground: { color: COLOURS.gold }, Icon: { color: COLOURS.onBright }, Text: { type: Label } }
  }

  show(text: LocalText, place: ToastPlace, name: IconName): void {
    const label = part(this.getByRef('Text'))
    const words = label.show(text, TOAST.slot)
    label.tint = COLOURS.onBright
    const along = words.isVertical
    const size = along
      ? { widthPx: Math.max(words.widthPx, ICON_PX) + 2 * PADDING_PX, heightPx: words.heightPx + ICON_PX + 16 + 2 * PADDING_PX }
      : { widthPx: words.widthPx + ICON_PX + 20 + 2 * PADDING_PX, heightPx: Math.max(words.heightPx, ICON_PX) + PADDING_PX }
    part(this.getByRef('Ground')).texture = panelTexture(this.stage, size, RADIUS.panel)
    const icon = part(this.getByRef('Icon'))
    icon.texture = iconTexture(this.stage, name, ICON_PX)
    icon.patch(along ? { x: (size.widthPx - ICON_PX) / 2, y: PADDING_PX } : { x: PADDING_PX, y: (size.heightPx - ICON_PX) / 2 })
    label.patch(
      along
        ? { x: (size.widthPx - words.widthPx) / 2, y: PADDING_PX + ICON_PX + 16 }
        : { x: PADDING_PX + ICON_PX + 20, y: (size.heightPx - words.heightPx) / 2 },
    )
    // In columns it stands at the edge: in the middle it would reach up to the buttons of a notice.
    const spare = SCREEN.widthPx - size.widthPx
    const footPx = SCREEN.heightPx - EDGE.yPx - size.heightPx
    this.patch({ x: along ? spare - EDGE.xPx : spare / 2, y: place === 'head' && !along ? EDGE.yPx : footPx })
    this.setSmooth('alpha', 1, { duration: FOCUS.moveSeconds })
  }

  hide(): void {
    this.setSmooth('alpha', 0, { duration: FOCUS.moveSeconds })
  }
}
