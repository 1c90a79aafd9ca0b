import { Lightning } from '@lightningjs/sdk'
import type { Locale } from '@ulan/contract'
import { fadeTexture, iconTexture, panelTexture, ringTexture } from '../components/canvas-texture.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import { EDGE, HEADER, SCREEN, SWITCH, writingOf } from '../layout.ts'
import { neighbourLocale, otherLocale } from '../text/locale-choice.ts'
import { OFFERED_LOCALES, type Strings } from '../text/strings.ts'
import { COLOURS, FOCUS } from '../theme.ts'

interface HeaderSpec extends Lightning.Component.TemplateSpec {
  Shade: object
  Emblem: object
  Brand: typeof Label
  Switch: { Ring: object; Ground: object; Chosen: object; First: typeof Label; Second: typeof Label }
}

const EMBLEM_PX = 56
const RADIUS_PX = 20
const { widthPx: cellWidthPx, heightPx: cellHeightPx } = SWITCH.cell
const size = { widthPx: cellWidthPx * OFFERED_LOCALES.length, heightPx: cellHeightPx }
const LABELS = { 'zh-Hans': 'common:lang.zh', 'mn-Mong': 'common:lang.mnMong' } as const

/** Over every page: whose house this is, and the choice of language, each in its own script. */
export class Header extends Lightning.Component<HeaderSpec> {
  declare private locale: Locale
  /** True once an arrow has chosen since the focus came: OK then has nothing more to choose. */
  declare private hasPointed: boolean

  static override _template(): Lightning.Component.Template<HeaderSpec> {
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    return {
      Shade: { w: SCREEN.widthPx, h: HEADER.heightPx + 40, color: COLOURS.ground, alpha: 0.9 },
      Emblem: { x: EDGE.xPx, y: EDGE.yPx + 16, color: COLOURS.gold },
      Brand: { type: Label },
      Switch: {
        x: SCREEN.widthPx - EDGE.xPx - size.widthPx,
        y: EDGE.yPx,
        w: size.widthPx,
        h: size.heightPx,
        pivot: 0.5,
        Ring: { x: -reach, y: -reach, alpha: 0, color: COLOURS.sky },
        Ground: { color: COLOURS.surface, alpha: 0.92 },
        Chosen: { color: COLOURS.outline },
        First: { type: Label, x: cellWidthPx / 2, y: cellHeightPx / 2, mount: 0.5 },
        Second: { type: Label, x: cellWidthPx * 1.5, y: cellHeightPx / 2, mount: 0.5 },
      },
    }
  }

  override _init(): void {
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    part(this.getByRef('Shade')).texture = fadeTexture(this.stage, 'down')
    part(this.getByRef('Emblem')).texture = iconTexture(this.stage, 'brand', EMBLEM_PX)
    part(this.tag('Switch.Ground')).texture = panelTexture(this.stage, size, RADIUS_PX)
    part(this.tag('Switch.Chosen')).texture = panelTexture(this.stage, SWITCH.cell, RADIUS_PX)
    const outer = { widthPx: size.widthPx + 2 * reach, heightPx: size.heightPx + 2 * reach }
    part(this.tag('Switch.Ring')).texture = ringTexture(this.stage, outer, RADIUS_PX + reach, FOCUS.ringPx)
  }

  show(locale: Locale, strings: Strings): void {
    this.locale = locale
    const brand = part(this.getByRef('Brand'))
    const words = brand.show(strings.sayIn(locale)('tv:brand'), HEADER.brand[writingOf(locale)])
    brand.patch({ x: EDGE.xPx + EMBLEM_PX + 20, y: EDGE.yPx + (cellHeightPx - words.heightPx) / 2 })
    for (const [at, offered] of OFFERED_LOCALES.entries()) {
      const label = part(this.tag(at === 0 ? 'Switch.First' : 'Switch.Second'))
      label.show(strings.sayIn(offered)(LABELS[offered]), SWITCH.slot)
      label.tint = offered === locale ? COLOURS.text : COLOURS.textMuted
      if (offered === locale) part(this.tag('Switch.Chosen')).setSmooth('x', at * cellWidthPx, { duration: FOCUS.moveSeconds })
    }
  }

  showBrand(isShown: boolean): void {
    const alpha = isShown ? 1 : 0
    part(this.getByRef('Emblem')).setSmooth('alpha', alpha, { duration: FOCUS.moveSeconds })
    part(this.getByRef('Brand')).setSmooth('alpha', alpha, { duration: FOCUS.moveSeconds })
  }

  override _focus(): void {
    this.hasPointed = false
    this.emphasise(true)
  }

  override _unfocus(): void {
    this.emphasise(false)
  }

  override _handleEnter(): void {
    if (this.hasPointed) this.signal('leaveSwitch')
    else this.signal('chooseLocale', otherLocale(this.locale))
  }

  /** ← and → point at a language; at the end of the switch there is nowhere further to go. */
  override _handleLeft(): boolean {
    return this.pointAt(-1)
  }

  override _handleRight(): boolean {
    return this.pointAt(1)
  }

  private pointAt(step: -1 | 1): boolean {
    const pointed = neighbourLocale(this.locale, step)
    this.hasPointed = true
    if (pointed !== undefined) this.signal('chooseLocale', pointed)
    return true
  }

  private emphasise(isFocused: boolean): void {
    const duration = FOCUS.moveSeconds
    part(this.getByRef('Switch')).setSmooth('scale', isFocused ? FOCUS.scale : 1, { duration })
    part(this.tag('Switch.Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration })
  }
}
