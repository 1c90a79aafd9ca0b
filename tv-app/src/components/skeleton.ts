import { Lightning } from '@lightningjs/sdk'
import { type BrowseLayout, EDGE } from '../layout.ts'
import { RADIUS } from '../theme.ts'
import { setGround } from './set-ground.ts'

const CARDS = 4
const PULSE_SECONDS = 1.6

/** The shape of the page to come, while its answer is on its way. */
export class Skeleton extends Lightning.Component {
  declare private pulse: ReturnType<Lightning.Element['animation']> | undefined

  static override _template(): Lightning.Component.Template {
    return { alpha: 0.8 }
  }

  show(layout: BrowseLayout): void {
    this.childList.clear()
    const { start, actionsYPx } = layout.hero
    const { poster, pitchPx } = layout.rail.card
    const isStanding = layout.hero.button.widthPx > 0
    const bars = isStanding
      ? [0, 1, 2].map((at) => ({ x: start.xPx + at * 96, y: start.yPx, widthPx: at === 0 ? 64 : 34, heightPx: 470 - at * 60 }))
      : [0, 1, 2].map((at) => ({ x: start.xPx, y: start.yPx + at * 84, widthPx: 620 - at * 90, heightPx: at === 0 ? 62 : 34 }))
    if (!isStanding) bars.push({ x: start.xPx, y: actionsYPx, widthPx: 220, heightPx: 76 })
    for (const { x, y, ...size } of bars) this.block(x, y, size, RADIUS.pill)
    for (let at = 0; at < CARDS; at += 1) {
      const x = EDGE.xPx + layout.rail.items.xPx + poster.xPx + at * pitchPx
      this.block(x, layout.firstRailYPx + layout.rail.items.yPx, poster, RADIUS.poster)
    }
  }

  override _active(): void {
    this.pulse = this.animation({ duration: PULSE_SECONDS, repeat: -1, actions: [{ p: 'alpha', v: { 0: 0.85, 0.5: 0.45, 1: 0.85 } }] })
    this.pulse.start()
  }

  override _inactive(): void {
    this.pulse?.stopNow()
  }

  private block(x: number, y: number, { widthPx, heightPx }: { widthPx: number; heightPx: number }, radius: number): void {
    const block = this.stage.c({ x, y })
    setGround(block, { widthPx, heightPx }, radius)
    this.childList.add(block)
  }
}
