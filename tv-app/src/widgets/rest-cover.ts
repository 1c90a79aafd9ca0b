import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import { iconTexture } from '../components/canvas-texture.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import { timeOfDay } from '../data/time-of-day.ts'
import { EDGE, line, SCREEN, spine, TYPE, writingOf } from '../layout.ts'
import type { TextSlot } from '../text/text-layout.ts'
import { COLOURS } from '../theme.ts'

interface RestCoverSpec extends Lightning.Component.TemplateSpec {
  Ground: object
  Scene: { Emblem: object; Clock: typeof Label; Words: typeof Label }
}

const FADE_SECONDS = 0.6
const EMBLEM_PX = 96
const GAP_PX = 28
const CLOCK: TextSlot = { ...line(TYPE.hero, 400), isStrong: true }
const WORDS: Readonly<Record<'horizontal' | 'vertical', TextSlot>> = {
  horizontal: { flow: 'area', ...TYPE.rail, widthPx: 800, heightPx: 192, maxLines: 4, align: 'center' },
  vertical: spine(TYPE.rail, { widthPx: 200, heightPx: 500, maxLines: 4 }),
}
/** Corners in turn, so that no part of the panel is lit for long. */
const PLACES = [
  [0.1, 0.1],
  [0.9, 0.75],
  [0.75, 0.15],
  [0.2, 0.85],
  [0.5, 0.45],
] as const
/** Dim enough for a dark room. */
const LIGHT = 0.55

/** A dark screen with the time of day, which wanders. */
export class RestCover extends Lightning.Component<RestCoverSpec> {
  static override _template(): Lightning.Component.Template<RestCoverSpec> {
    return {
      alpha: 0,
      Ground: { rect: true, w: SCREEN.widthPx, h: SCREEN.heightPx, color: 0xff000000 },
      Scene: { alpha: LIGHT, Emblem: { color: COLOURS.gold }, Clock: { type: Label }, Words: { type: Label } },
    }
  }

  /** Shows the time and a sentence at the n-th place. */
  show({ now, text }: { readonly now: Date; readonly text: LocalText }, place: number): void {
    const clock = part(this.tag('Scene.Clock'))
    const words = part(this.tag('Scene.Words'))
    const emblem = part(this.tag('Scene.Emblem'))
    emblem.texture = iconTexture(this.stage, 'brand', EMBLEM_PX)
    const time = clock.show(timeOfDay(now), CLOCK)
    const said = words.show(text, WORDS[writingOf(text.locale)])
    const besidePx = EMBLEM_PX + GAP_PX
    clock.patch({ x: besidePx, y: (EMBLEM_PX - time.heightPx) / 2 })
    words.patch({ x: 0, y: EMBLEM_PX + GAP_PX })
    const size = { w: Math.max(besidePx + time.widthPx, said.widthPx), h: EMBLEM_PX + GAP_PX + said.heightPx }
    const [right, down] = PLACES[place % PLACES.length] ?? PLACES[0]
    part(this.getByRef('Scene')).patch({
      ...size,
      x: EDGE.xPx + (SCREEN.widthPx - 2 * EDGE.xPx - size.w) * right,
      y: EDGE.yPx + (SCREEN.heightPx - 2 * EDGE.yPx - size.h) * down,
    })
    this.visible = true
    this.setSmooth('alpha', 1, { duration: FADE_SECONDS })
  }

  hide(): void {
    this.setSmooth('alpha', 0, { duration: 0 })
    this.visible = false
  }
}
