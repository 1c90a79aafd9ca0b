import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { HeroView } from '../data/browse-view.ts'
import { BADGE, type HeroLayout, type Writing } from '../layout.ts'
import { COLOURS } from '../theme.ts'
import { Badge } from './badge.ts'
import { ButtonRow } from './button-row.ts'
import { fadeTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { ALMOST_CLEAR, fadeInWhenLoaded, loadImage } from './load-image.ts'
import { part } from './part.ts'
import type { Speaker } from './speaker.ts'

interface HeroSpec extends Lightning.Component.TemplateSpec {
  Art: { Image: object; Side: object; Foot: object; Head: object }
  Badges: { First: typeof Badge; Second: typeof Badge }
  Kicker: typeof Label
  Title: typeof Label
  Synopsis: typeof Label
  Actions: typeof ButtonRow
}

const ART_FADE_SECONDS = 0.2
const BADGE_GAP_PX = 14
const HEAD_PX = 130

/** The upper part of a page: key art that melts into the night, what it is, and its buttons. */
export class Hero extends Lightning.Component<HeroSpec> implements Speaker {
  declare private artUrl: string | undefined
  declare view: HeroView

  static override _template(): Lightning.Component.Template<HeroSpec> {
    const ground = COLOURS.ground
    return {
      Art: { Image: { alpha: ALMOST_CLEAR }, Side: { color: ground }, Foot: { color: ground }, Head: { color: ground } },
      Badges: { First: { type: Badge }, Second: { type: Badge } },
      Kicker: { type: Label },
      Title: { type: Label },
      Synopsis: { type: Label },
      Actions: { type: ButtonRow },
    }
  }

  override _init(): void {
    const image = part(this.tag('Art.Image'))
    fadeInWhenLoaded(image, ART_FADE_SECONDS)
    part(this.tag('Art.Side')).texture = fadeTexture(this.stage, 'right')
    part(this.tag('Art.Foot')).texture = fadeTexture(this.stage, 'up')
    part(this.tag('Art.Head')).texture = fadeTexture(this.stage, 'down')
  }

  show(view: HeroView, index: number, layout: HeroLayout, writing: Writing): void {
    this.view = view
    this.showArt(view.artUrl, layout)
    const [first, second] = view.badges
    const slot = BADGE[writing]
    this.badge('First').show(first?.label, slot, first?.tone === 'gold' ? COLOURS.gold : COLOURS.sky, COLOURS.surfaceRaised)
    this.badge('Second').show(second?.label, slot, second?.tone === 'gold' ? COLOURS.gold : COLOURS.sky, COLOURS.surfaceRaised)
    part(this.getByRef('Kicker')).tint = COLOURS.gold
    if (writing === 'horizontal') this.placeLines(view, layout)
    else this.placeColumns(view, layout)
    this.actions.moveTo(index)
  }

  moveTo(index: number): void {
    this.actions.moveTo(index)
  }

  spoken(): readonly LocalText[] {
    const { title, kicker, badges, synopsis } = this.view
    return [title, kicker, ...badges.map(({ label }) => label), synopsis]
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.actions
  }

  private placeLines(view: HeroView, layout: HeroLayout): void {
    const { xPx } = layout.start
    let y = layout.start.yPx
    const shift = this.placeBadges(xPx, y, 'right')
    const kicker = this.put('Kicker', view.kicker, layout.kicker)
    kicker.patch({ x: xPx + shift, y })
    y += layout.kicker.pitchPx + layout.gapPx
    const title = this.put('Title', view.title, layout.title)
    title.patch({ x: xPx, y })
    y += title.h + layout.gapPx
    this.put('Synopsis', view.synopsis, { ...layout.synopsis, heightPx: layout.actionsYPx - y - 12 }).patch({ x: xPx, y })
    this.placeActions(view, { x: xPx, y: layout.actionsYPx }, layout)
  }

  private placeColumns(view: HeroView, layout: HeroLayout): void {
    const { yPx } = layout.start
    let x = layout.start.xPx
    const title = this.put('Title', view.title, layout.title)
    title.patch({ x, y: yPx })
    x += title.w + layout.gapPx
    const drop = this.placeBadges(x, yPx, 'down')
    const kicker = this.put('Kicker', view.kicker, { ...layout.kicker, heightPx: layout.kicker.heightPx - drop })
    kicker.patch({ x, y: yPx + drop })
    x += Math.max(kicker.w, drop > 0 ? this.badge('First').w : 0) + layout.gapPx
    const synopsis = this.put('Synopsis', view.synopsis, layout.synopsis)
    synopsis.patch({ x, y: yPx })
    x += synopsis.w + layout.gapPx + 10
    this.placeActions(view, { x, y: layout.actionsYPx }, layout)
  }

  private put(ref: 'Kicker' | 'Title' | 'Synopsis', text: LocalText, slot: HeroLayout['title']): Label {
    const label = part(this.getByRef(ref))
    label.show(text, slot)
    return label
  }

  /** Places the badges and answers how much room they took, px. */
  private placeBadges(x: number, y: number, direction: 'right' | 'down'): number {
    let taken = 0
    for (const ref of ['First', 'Second'] as const) {
      const badge = this.badge(ref)
      badge.patch(direction === 'right' ? { x: x + taken, y: y - 4 } : { x, y: y + taken })
      if (badge.visible) taken += (direction === 'right' ? badge.w : badge.h) + BADGE_GAP_PX
    }
    return taken
  }

  private placeActions(view: HeroView, at: { x: number; y: number }, layout: HeroLayout): void {
    const { actions } = this
    actions.patch(at)
    actions.show(view.actions, layout.button)
  }

  private showArt(url: string | undefined, layout: HeroLayout): void {
    const { xPx, yPx, widthPx, heightPx } = layout.art
    const { widthPx: w, heightPx: h } = layout.artImage
    this.patch({
      Art: {
        x: xPx,
        y: yPx,
        w: widthPx,
        h: heightPx,
        clipping: true,
        Image: { w, h },
        Side: { w: layout.scrimPx, h: heightPx },
        Foot: { y: heightPx * 0.6, w: widthPx, h: heightPx * 0.4 + 2 },
        Head: { y: -2, w: widthPx, h: HEAD_PX },
      },
    })
    if (url === this.artUrl) return
    this.artUrl = url
    loadImage(part(this.tag('Art.Image')), url)
  }

  private badge(ref: 'First' | 'Second'): Badge {
    return part(this.tag(`Badges.${ref}`))
  }

  private get actions(): ButtonRow {
    return part(this.getByRef('Actions'))
  }
}
