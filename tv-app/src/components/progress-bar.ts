import { Lightning } from '@lightningjs/sdk'
import { PLAYER } from '../player-layout.ts'
import { COLOURS } from '../theme.ts'
import { panelTexture } from './canvas-texture.ts'
import { part } from './part.ts'

interface ProgressBarSpec extends Lightning.Component.TemplateSpec {
  Track: object
  Buffered: object
  Played: object
  Knob: object
}

const KNOB_PX = 28
const { widthPx, heightPx } = PLAYER.bar

/** How far a film is: played, loaded, and all of it. */
export class ProgressBar extends Lightning.Component<ProgressBarSpec> {
  static override _template(): Lightning.Component.Template<ProgressBarSpec> {
    return {
      Track: { color: COLOURS.text, alpha: 0.28 },
      Buffered: { rect: true, h: heightPx, color: COLOURS.text, alpha: 0.35 },
      Played: { rect: true, h: heightPx, color: COLOURS.sky },
      Knob: { mount: 0.5, y: heightPx / 2, color: COLOURS.text },
    }
  }

  override _init(): void {
    part(this.getByRef('Track')).texture = panelTexture(this.stage, { widthPx, heightPx }, heightPx / 2)
    part(this.getByRef('Knob')).texture = panelTexture(this.stage, { widthPx: KNOB_PX, heightPx: KNOB_PX }, KNOB_PX / 2)
  }

  /** Both fractions 0 to 1. */
  show(played: number, buffered: number): void {
    this.patch({ Buffered: { w: widthPx * buffered }, Played: { w: widthPx * played }, Knob: { x: widthPx * played } })
  }
}
