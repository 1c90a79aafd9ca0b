import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import { formatClock } from '@ulan/player'
import { EDGE, SCREEN, type Writing } from '../layout.ts'
import { PLAYER } from '../player-layout.ts'
import { COLOURS } from '../theme.ts'
import { fadeTexture, iconTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { ProgressBar } from './progress-bar.ts'

interface TransportSpec extends Lightning.Component.TemplateSpec {
  Foot: object
  Side: object
  Title: typeof Label
  Icon: object
  Bar: typeof ProgressBar
  Position: typeof Label
  Duration: typeof Label
}
export type TransportView = {
  readonly writing: Writing
  readonly title: LocalText | undefined
  readonly isPaused: boolean
  readonly positionSeconds: number
  readonly durationSeconds: number
  readonly bufferedEndSeconds: number
}

const ICON_PX = 56
const { xPx, yPx, widthPx } = PLAYER.bar

/** What lies over a running film after a press: its name, the time line, play or pause. */
export class Transport extends Lightning.Component<TransportSpec> {
  static override _template(): Lightning.Component.Template<TransportSpec> {
    return {
      Foot: { y: 560, w: SCREEN.widthPx, h: SCREEN.heightPx - 560, color: COLOURS.ground },
      Side: { w: 700, h: SCREEN.heightPx, color: COLOURS.ground, alpha: 0.8, visible: false },
      Title: { type: Label },
      Icon: { x: EDGE.xPx, y: yPx + 30, color: COLOURS.text },
      Bar: { type: ProgressBar, x: xPx, y: yPx },
      Position: { type: Label, x: EDGE.xPx + ICON_PX + 24, y: yPx + 35 },
      Duration: { type: Label, x: xPx + widthPx, y: yPx + 35, mountX: 1 },
    }
  }

  override _init(): void {
    part(this.getByRef('Foot')).texture = fadeTexture(this.stage, 'up')
    part(this.getByRef('Side')).texture = fadeTexture(this.stage, 'right')
  }

  show(view: TransportView): void {
    const { durationSeconds, positionSeconds } = view
    const fraction = (seconds: number): number => (durationSeconds > 0 ? Math.min(1, seconds / durationSeconds) : 0)
    part(this.getByRef('Bar')).show(fraction(positionSeconds), fraction(view.bufferedEndSeconds))
    this.showClock('Position', positionSeconds)
    this.showClock('Duration', durationSeconds)
    part(this.getByRef('Icon')).texture = iconTexture(this.stage, view.isPaused ? 'play' : 'pause', ICON_PX)
    const title = part(this.getByRef('Title'))
    const words = title.show(view.title, PLAYER.title[view.writing])
    title.patch(words.isVertical ? { x: EDGE.xPx, y: 160 } : { x: EDGE.xPx, y: yPx - 90 })
    part(this.getByRef('Side')).visible = words.isVertical
  }

  private showClock(ref: 'Position' | 'Duration', seconds: number): void {
    part(this.getByRef(ref)).show({ text: formatClock(seconds), locale: 'zh-Hans' }, PLAYER.clock)
  }
}
