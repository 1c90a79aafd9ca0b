import { Lightning } from '@lightningjs/sdk'
import type { ChapterSpan } from '@ulan/player'
import { PLAYER } from '../player-layout.ts'
import { COLOURS, SHADE } from '../theme.ts'
import { panelTexture } from './canvas-texture.ts'
import { part } from './part.ts'

interface ProgressBarSpec extends Lightning.Component.TemplateSpec {
  Track: object
  Buffered: object
  Laws: object
  Played: object
  Ticks: object
  Knob: object
}

const KNOB_PX = 28
const { widthPx, heightPx } = PLAYER.bar

/** Marks reach beyond the line, to be seen past what is played; a short chapter is still so wide. */
const TICK = { widthPx: 4, beyondPx: 8 } as const
const LEAST_PX = 6

/** How far a film is: played, loaded, and all of it, with its chapters. */
export class ProgressBar extends Lightning.Component<ProgressBarSpec> {
  declare private marked: readonly ChapterSpan[] | undefined

  static override _template(): Lightning.Component.Template<ProgressBarSpec> {
    return {
      Track: { color: COLOURS.text, alpha: SHADE.trackAlpha },
      Buffered: { rect: true, h: heightPx, color: COLOURS.text, alpha: 0.35 },
      Laws: {},
      Played: { rect: true, h: heightPx, color: COLOURS.sky },
      Ticks: {},
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

  /** Chapters: where the law is explained the line is gold; ticks say where that, and the credits, begin and the opening ends. */
  mark(chapters: readonly ChapterSpan[]): void {
    if (chapters === this.marked) return
    this.marked = chapters
    const laws = chapters.filter(({ kind }) => kind === 'law-explained')
    part(this.getByRef('Laws')).children = laws.map(({ from, to }) => ({
      rect: true,
      x: widthPx * from,
      w: Math.max(LEAST_PX, widthPx * (to - from)),
      h: heightPx,
      color: COLOURS.gold,
    }))
    part(this.getByRef('Ticks')).children = chapters.map(({ kind, from, to }) => ({
      rect: true,
      mountX: 0.5,
      x: widthPx * (kind === 'opening' ? to : from),
      y: -TICK.beyondPx,
      w: TICK.widthPx,
      h: heightPx + 2 * TICK.beyondPx,
      color: kind === 'law-explained' ? COLOURS.gold : COLOURS.text,
    }))
  }
}
