import { Lightning } from '@lightningjs/sdk'
import type { Locale, LocalText } from '@ulan/contract'
import { Button } from '../components/button.ts'
import { fadeTexture, iconTexture, panelTexture, ringTexture } from '../components/canvas-texture.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import { type ButtonLayout, EDGE, FIND, HEADER, SCREEN, SWITCH, writingOf } from '../layout.ts'
import { neighbourLocale, otherLocale } from '../text/locale-choice.ts'
import { OFFERED_LOCALES, type Strings } from '../text/strings.ts'
import { COLOURS, FOCUS } from '../theme.ts'

interface HeaderSpec extends Lightning.Component.TemplateSpec {
  Shade: object
  Emblem: object
  Brand: typeof Label
  Find: typeof Button
  Switch: { Ring: object; Ground: object; Chosen: object; First: typeof Label; Second: typeof Label }
}

const EMBLEM_PX = 56
const RADIUS_PX = 20
const { widthPx: cellWidthPx, heightPx: cellHeightPx } = SWITCH.cell
const size = { widthPx: cellWidthPx * OFFERED_LOCALES.length, heightPx: cellHeightPx }
const LABELS = { 'zh-Hans': 'common:lang.zh', 'mn-Mong': 'common:lang.mnMong' } as const

/** Over every page: whose house this is, the way to the search, and the choice of language, each in its own script. */
export class Header extends Lightning.Component<HeaderSpec> {
  declare private locale: Locale
  /** Which of its two things the focus is on, or will be. */
  declare private at: 'Find' | 'Switch'
  declare private isSearchOffered: boolean
  /** True once an arrow has chosen since the focus came: OK then has nothing more to choose. */
  declare private hasPointed: boolean

  static override _template(): Lightning.Component.Template<HeaderSpec> {
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    return {
      Shade: { w: SCREEN.widthPx, h: HEADER.heightPx + 40, color: COLOURS.ground, alpha: 0.9 },
      Emblem: { x: EDGE.xPx, y: EDGE.yPx + 16, color: COLOURS.gold },
      Brand: { type: Label },
      Find: { type: Button, y: EDGE.yPx },
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

  override _construct(): void {
    this.at = 'Switch'
    this.isSearchOffered = true
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
    this.showFind(strings.sayIn(locale)('common:nav.search'), FIND[writingOf(locale)])
    for (const [at, offered] of OFFERED_LOCALES.entries()) {
      const label = part(this.tag(at === 0 ? 'Switch.First' : 'Switch.Second'))
      label.show(strings.sayIn(offered)(LABELS[offered]), SWITCH.slot)
      label.tint = offered === locale ? COLOURS.text : COLOURS.textMuted
      if (offered === locale) part(this.tag('Switch.Chosen')).setSmooth('x', at * cellWidthPx, { duration: FOCUS.moveSeconds })
    }
  }

  private showFind(label: LocalText, layout: ButtonLayout): void {
    this.find.show({ ref: 'Find', label, icon: 'search', isPrimary: false, target: { kind: 'none' } }, layout)
    this.find.x = SCREEN.widthPx - EDGE.xPx - size.widthPx - layout.gapPx - this.find.w
  }

  /** On the search page itself there is no way to it. */
  offerSearch(isOffered: boolean): void {
    this.isSearchOffered = isOffered
    this.find.visible = isOffered
  }

  /** Where the focus will be when the header has it. */
  pointTo(at: 'Find' | 'Switch'): void {
    this.at = this.isSearchOffered ? at : 'Switch'
    this.hasPointed = false
    this._refocus()
  }

  showBrand(isShown: boolean): void {
    const alpha = isShown ? 1 : 0
    part(this.getByRef('Emblem')).setSmooth('alpha', alpha, { duration: FOCUS.moveSeconds })
    part(this.getByRef('Brand')).setSmooth('alpha', alpha, { duration: FOCUS.moveSeconds })
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.at === 'Find' ? this.find : undefined
  }

  override _focus(): void {
    this.emphasise(this.at === 'Switch')
  }

  override _unfocus(): void {
    this.emphasise(false)
  }

  override _handleEnter(): void {
    if (this.at === 'Find') this.signal('openSearch')
    else if (this.hasPointed) this.signal('leaveSwitch')
    else this.signal('chooseLocale', otherLocale(this.locale))
  }

  /** ← and → point at a language; left of the languages is the search, and right of them nowhere to go. */
  override _handleLeft(): boolean {
    if (this.at === 'Switch' && !this.pointAt(-1) && this.isSearchOffered) this.step('Find')
    return true
  }

  override _handleRight(): boolean {
    if (this.at === 'Find') this.step('Switch')
    else this.pointAt(1)
    return true
  }

  private step(at: 'Find' | 'Switch'): void {
    this.pointTo(at)
    this.emphasise(at === 'Switch')
  }

  /** False where there is no language on that side. */
  private pointAt(step: -1 | 1): boolean {
    const pointed = neighbourLocale(this.locale, step)
    this.hasPointed = true
    if (pointed !== undefined) this.signal('chooseLocale', pointed)
    return pointed !== undefined
  }

  private get find(): Button {
    return part(this.getByRef('Find'))
  }

  private emphasise(isFocused: boolean): void {
    const duration = FOCUS.moveSeconds
    part(this.getByRef('Switch')).setSmooth('scale', isFocused ? FOCUS.scale : 1, { duration })
    part(this.tag('Switch.Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration })
  }
}
