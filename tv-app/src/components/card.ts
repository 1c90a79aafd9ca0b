import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { CardView } from '../data/browse-view.ts'
import type { CardLayout } from '../layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'
import { BADGE_PADDING, Badge } from './badge.ts'
import { ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { Picture } from './picture.ts'
import type { Speaker } from './speaker.ts'

interface CardSpec extends Lightning.Component.TemplateSpec {
  Frame: {
    Poster: typeof Picture
    Veil: object
    Sample: typeof Badge
    Clock: typeof Badge
    Preparing: typeof Badge
    Track: object
    Seen: object
    Ring: object
  }
  Title: typeof Label
  Caption: typeof Label
}

const INSET_PX = 10
/** Sample posters carry their title in the last fifth of their width. */
const TITLE_FROM = 0.8
const BAR_PX = 8

/** One entry of a rail: a poster with its words beside it. */
export class Card extends Lightning.Component<CardSpec> implements Speaker {
  declare private layout: CardLayout | undefined
  declare view: CardView | undefined

  static override _template(): Lightning.Component.Template<CardSpec> {
    return {
      Frame: {
        pivot: 0.5,
        Poster: { type: Picture },
        Veil: { rect: true, color: COLOURS.groundVeil, alpha: 0, visible: false },
        Sample: { type: Badge, x: INSET_PX, y: INSET_PX },
        Clock: { type: Badge, mountY: 1 },
        Preparing: { type: Badge, y: INSET_PX },
        Track: { rect: true, color: COLOURS.trough, visible: false },
        Seen: { rect: true, color: COLOURS.sky, visible: false },
        Ring: { alpha: 0, color: COLOURS.sky },
      },
      Title: { type: Label },
      Caption: { type: Label },
    }
  }

  /** Fills the card; a recycled card gets only what differs drawn anew. */
  show(view: CardView, layout: CardLayout): void {
    if (this.layout !== layout) this.arrange(layout)
    this.view = view
    this.poster.load(view.posterUrl)
    const { badge } = layout
    const sample: Badge = part(this.tag('Frame.Sample'))
    sample.show(view.sample, badge, COLOURS.gold)
    part(this.tag('Frame.Clock')).show(view.preparing === undefined ? view.clock : undefined, badge, COLOURS.text)
    this.showPreparing(view.preparing, layout)
    this.showProgress(view.progress, layout)
    const title = part(this.getByRef('Title'))
    title.show(view.title, layout.title)
    const caption = part(this.getByRef('Caption'))
    const captionPx = layout.textEndPx === undefined ? layout.caption.widthPx : layout.textEndPx - title.w
    caption.show(view.caption, { ...layout.caption, widthPx: captionPx })
    caption.tint = COLOURS.textMuted
    if (layout.textEndPx !== undefined) {
      caption.x = layout.textEndPx - caption.w
      title.x = caption.x - title.w
    }
    this.emphasise(this.hasFocus())
  }

  spoken(): readonly (LocalText | undefined)[] {
    const { view } = this
    return [view?.title, view?.caption, view?.preparing ?? view?.clock]
  }

  override _focus(): void {
    this.emphasise(true)
  }

  override _unfocus(): void {
    this.emphasise(false)
  }

  private emphasise(isFocused: boolean): void {
    const { moveSeconds, scale } = FOCUS
    part(this.getByRef('Frame')).setSmooth('scale', isFocused ? scale : 1, { duration: moveSeconds })
    part(this.tag('Frame.Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration: moveSeconds })
  }

  private arrange(layout: CardLayout): void {
    this.layout = layout
    const { xPx, yPx, widthPx, heightPx } = layout.poster
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    this.patch({
      Frame: {
        x: xPx,
        y: yPx,
        w: widthPx,
        h: heightPx,
        Ring: { x: -reach, y: -reach },
        Veil: { w: widthPx, h: heightPx },
        Clock: { x: INSET_PX, y: heightPx - INSET_PX },
        Track: { x: INSET_PX, y: heightPx - INSET_PX - BAR_PX, w: widthPx - 2 * INSET_PX, h: BAR_PX },
        Seen: { x: INSET_PX, y: heightPx - INSET_PX - BAR_PX, h: BAR_PX },
      },
      Title: { x: layout.title.xPx, y: layout.title.yPx },
      Caption: { x: layout.caption.xPx, y: layout.caption.yPx },
    })
    this.poster.size(widthPx, heightPx)
    const size = { widthPx: widthPx + 2 * reach, heightPx: heightPx + 2 * reach }
    part(this.tag('Frame.Ring')).texture = ringTexture(this.stage, size, RADIUS.poster + reach, FOCUS.ringPx)
  }

  /** Beside the other mark, at the upper left; below, where that would reach the title that posters carry on their right. */
  private showPreparing(text: LocalText | undefined, { poster, badge }: CardLayout): void {
    const sample = part(this.tag('Frame.Sample'))
    const preparing: Badge = part(this.tag('Frame.Preparing'))
    const freePx = poster.widthPx * TITLE_FROM
    preparing.show(text, { ...badge, widthPx: Math.min(badge.widthPx, freePx - INSET_PX - 2 * BADGE_PADDING.widthPx) }, COLOURS.sky)
    const besidePx = INSET_PX + (sample.visible ? sample.w + INSET_PX : 0)
    const fits = besidePx + preparing.w <= freePx
    preparing.patch(fits ? { x: besidePx, y: INSET_PX } : { x: INSET_PX, y: poster.heightPx - INSET_PX - preparing.h })
  }

  private showProgress(progress: number | undefined, layout: CardLayout): void {
    const lift = progress === undefined ? 0 : BAR_PX + 8
    this.patch({
      Frame: {
        Track: { visible: progress !== undefined },
        Seen: { visible: progress !== undefined, w: (layout.poster.widthPx - 2 * INSET_PX) * (progress ?? 0) },
        Clock: { y: layout.poster.heightPx - INSET_PX - lift },
      },
    })
  }

  private get poster(): Picture {
    return part(this.tag('Frame.Poster'))
  }
}
