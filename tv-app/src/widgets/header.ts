import { Lightning } from '@lightningjs/sdk'
import type { Locale, LocalText } from '@ulan/contract'
import { Button } from '../components/button.ts'
import { fadeTexture, iconTexture } from '../components/canvas-texture.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import { type ButtonLayout, EDGE, FIND, HEADER, SCREEN, SWITCH, writingOf } from '../layout.ts'
import { neighbourLocale, nextLocale } from '../text/locale-choice.ts'
import type { Strings } from '../text/strings.ts'
import { COLOURS, FOCUS } from '../theme.ts'
import { LanguageSwitch } from './language-switch.ts'

interface HeaderSpec extends Lightning.Component.TemplateSpec {
  Shade: object
  Emblem: object
  Brand: typeof Label
  Find: typeof Button
  Switch: typeof LanguageSwitch
}

const EMBLEM_PX = 56

/** Over every page: whose house this is, the way to the search, and the choice of language, each in its own script. */
export class Header extends Lightning.Component<HeaderSpec> {
  declare private locale: Locale
  declare private offered: readonly Locale[]
  /** Which of its two things the focus is on, or will be. */
  declare private at: 'Find' | 'Switch'
  declare private isSearchOffered: boolean
  /** True once an arrow has chosen since the focus came: OK then has nothing more to choose. */
  declare private hasPointed: boolean

  static override _template(): Lightning.Component.Template<HeaderSpec> {
    return {
      Shade: { w: SCREEN.widthPx, h: HEADER.heightPx + 40, color: COLOURS.ground, alpha: 0.9 },
      Emblem: { x: EDGE.xPx, y: EDGE.yPx + 16, color: COLOURS.gold },
      Brand: { type: Label },
      Find: { type: Button, y: EDGE.yPx },
      Switch: { type: LanguageSwitch, x: SCREEN.widthPx - EDGE.xPx, y: EDGE.yPx, mountX: 1 },
    }
  }

  override _construct(): void {
    this.at = 'Switch'
    this.offered = []
    this.isSearchOffered = true
  }

  override _init(): void {
    part(this.getByRef('Shade')).texture = fadeTexture(this.stage, 'down')
    part(this.getByRef('Emblem')).texture = iconTexture(this.stage, 'brand', EMBLEM_PX)
  }

  show(locale: Locale, offered: readonly Locale[], strings: Strings): void {
    this.locale = locale
    this.offered = offered
    const brand = part(this.getByRef('Brand'))
    const words = brand.show(strings.sayIn(locale)('tv:brand'), HEADER.brand[writingOf(locale)])
    brand.patch({ x: EDGE.xPx + EMBLEM_PX + 20, y: EDGE.yPx + (SWITCH.cell.heightPx - words.heightPx) / 2 })
    this.languages.show(this.offered, locale)
    this.showFind(strings.sayIn(locale)('common:nav.search'), FIND[writingOf(locale)])
  }

  private showFind(label: LocalText, layout: ButtonLayout): void {
    this.find.show({ ref: 'Find', label, icon: 'search', isPrimary: false, target: { kind: 'none' } }, layout)
    this.find.x = SCREEN.widthPx - EDGE.xPx - this.languages.w - layout.gapPx - this.find.w
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
    this.languages.emphasise(this.at === 'Switch')
  }

  override _unfocus(): void {
    this.languages.emphasise(false)
  }

  override _handleEnter(): void {
    if (this.at === 'Find') this.signal('openSearch')
    else if (this.hasPointed) this.signal('leaveSwitch')
    else this.signal('chooseLocale', nextLocale(this.locale, this.offered))
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
    this.languages.emphasise(at === 'Switch')
  }

  /** False where there is no language on that side. */
  private pointAt(step: -1 | 1): boolean {
    const pointed = neighbourLocale(this.locale, step, this.offered)
    this.hasPointed = true
    if (pointed !== undefined) this.signal('chooseLocale', pointed)
    return pointed !== undefined
  }

  private get find(): Button {
    return part(this.getByRef('Find'))
  }

  private get languages(): LanguageSwitch {
    return part(this.getByRef('Switch'))
  }
}
