import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { StoryboardPicture } from '@ulan/player'
import { EDGE, SCREEN, type Writing } from '../layout.ts'
import { PLAYER } from '../player-layout.ts'
import { COLOURS, RADIUS } from '../theme.ts'
import { panelTexture, ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { fitPiece, showPiece } from './storyboard-piece.ts'

interface SeekPreviewSpec extends Lightning.Component.TemplateSpec {
  Ground: object
  Image: object
  Ring: object
  ClockGround: object
  Clock: typeof Label
}
export type SeekPreviewView = {
  readonly picture: StoryboardPicture
  readonly clock: LocalText
  /** 0 to 1 along the time line. */
  readonly fraction: number
  readonly writing: Writing
}

const RING_PX = 4
const CLOCK_PADDING_PX = 14
const { widthPx: mostPx, highestPx, bottomYPx, middle } = PLAYER.preview

/** What the film shows at the place that is steered to, over that place of the time line. */
export class SeekPreview extends Lightning.Component<SeekPreviewSpec> {
  static override _template(): Lightning.Component.Template<SeekPreviewSpec> {
    return {
      mountX: 0.5,
      mountY: 1,
      y: bottomYPx,
      visible: false,
      Ground: { rect: true, color: COLOURS.surface },
      Image: {},
      Ring: { x: -RING_PX, y: -RING_PX, color: COLOURS.text },
      ClockGround: { mountX: 0.5, mountY: 1, color: COLOURS.groundVeil },
      Clock: { type: Label, mountX: 0.5, mountY: 1 },
    }
  }

  /** Shows the picture of a place, or nothing. */
  show(view: SeekPreviewView | undefined): void {
    this.visible = view !== undefined
    if (view === undefined) return
    const { picture, fraction, writing } = view
    const box = fitPiece(picture, { widthPx: mostPx, heightPx: highestPx })
    const { fromPx, toPx } = middle[writing]
    const atPx = EDGE.xPx + (SCREEN.widthPx - 2 * EDGE.xPx) * fraction
    this.patch({ ...box, x: Math.max(fromPx, Math.min(atPx, toPx)), Ground: box, Image: box })
    showPiece(part(this.getByRef('Image')), picture)
    part(this.getByRef('Ring')).texture = ringTexture(
      this.stage,
      { widthPx: box.w + 2 * RING_PX, heightPx: box.h + 2 * RING_PX },
      RADIUS.pill,
      RING_PX,
    )
    this.showClock(view.clock, box)
  }

  private showClock(clock: LocalText, box: { readonly w: number; readonly h: number }): void {
    const label = part(this.getByRef('Clock'))
    const words = label.show(clock, PLAYER.preview.clock)
    const ground = part(this.getByRef('ClockGround'))
    ground.texture = panelTexture(this.stage, { widthPx: words.widthPx + 2 * CLOCK_PADDING_PX, heightPx: words.heightPx }, RADIUS.pill)
    const foot = { x: box.w / 2, y: box.h - CLOCK_PADDING_PX }
    ground.patch(foot)
    label.patch(foot)
  }
}
