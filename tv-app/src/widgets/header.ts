import { Lightning } from '@lightningjs/sdk'
import { BASE_LOCALE, LOCALE_NAMES, type Locale, type LocalText } from '@ulan/contract'
import { Button } from '../components/button.ts'
import { fadeTexture, iconTexture } from '../components/canvas-texture.ts'
import type { IconName } from '../components/icon-paths.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import type { Speaker } from '../components/speaker.ts'
import { EDGE, FIND, HEADER, SCREEN, SWITCH, writingOf } from '../layout.ts'
import { type Route, SEARCH, SETTINGS_ROUTE } from '../routes.ts'
import { neighbourLocale, nextLocale } from '../text/locale-choice.ts'
import type { Say } from '../text/strings.ts'
import { COLOURS, FOCUS } from '../theme.ts'
import { LanguageSwitch } from './language-switch.ts'

interface HeaderSpec extends Lightning.Component.TemplateSpec {
  Shade: object
  Emblem: object
  Brand: typeof Label
  Find: typeof Button
  Settings: typeof Button
  Read: typeof Button
  Switch: typeof LanguageSwitch
}
type HeaderPlace = 'Find' | 'Settings' | 'Read' | 'Switch'
type ButtonPlace = Exclude<HeaderPlace, 'Switch'>
export type HeaderView = {
  readonly locale: Locale
  readonly offered: readonly Locale[]
  /** Undefined where this box has no voice. */
  readonly reading: 'on' | 'off' | undefined
}

const EMBLEM_PX = 56

/** From left to right. */
const PLACES: readonly HeaderPlace[] = ['Find', 'Settings', 'Read', 'Switch']
/** Where the first two lead; each is not offered on its own page. */
const WAYS: Readonly<Partial<Record<HeaderPlace, Route>>> = { Find: SEARCH, Settings: SETTINGS_ROUTE }

/** Over every page: whose house this is, the ways to the search and the settings, reading aloud, and the choice of language, each in its own script. */
export class Header extends Lightning.Component<HeaderSpec> implements Speaker {
  declare private view: HeaderView
  /** Which of its things the focus is on, or will be. */
  declare private at: HeaderPlace
  /** The page under it. */
  declare private page: Route['page']
  /** True once an arrow has chosen since the focus came: OK then has nothing more to choose. */
  declare private hasPointed: boolean

  static override _template(): Lightning.Component.Template<HeaderSpec> {
    return {
      Shade: { w: SCREEN.widthPx, h: HEADER.heightPx + 40, color: COLOURS.ground, alpha: 0.9 },
      Emblem: { x: EDGE.xPx, y: EDGE.yPx + 16, color: COLOURS.gold },
      Brand: { type: Label },
      Find: { type: Button, y: EDGE.yPx },
      Settings: { type: Button, y: EDGE.yPx },
      Read: { type: Button, y: EDGE.yPx, visible: false },
      Switch: { type: LanguageSwitch, x: SCREEN.widthPx - EDGE.xPx, y: EDGE.yPx, mountX: 1 },
    }
  }

  override _construct(): void {
    this.at = 'Switch'
    this.page = 'home'
    this.view = { locale: BASE_LOCALE, offered: [], reading: undefined }
  }

  override _init(): void {
    part(this.getByRef('Shade')).texture = fadeTexture(this.stage, 'down')
    part(this.getByRef('Emblem')).texture = iconTexture(this.stage, 'brand', EMBLEM_PX)
  }

  show(view: HeaderView, say: Say): void {
    this.view = view
    const writing = writingOf(view.locale)
    const brand = part(this.getByRef('Brand'))
    const words = brand.show(say('tv:brand'), HEADER.brand[writing])
    brand.patch({ x: EDGE.xPx + EMBLEM_PX + 20, y: EDGE.yPx + (SWITCH.cell.heightPx - words.heightPx) / 2 })
    this.languages.show(view.offered, view.locale)
    const fill = (place: ButtonPlace, label: LocalText, icon: IconName, isPrimary: boolean): void => {
      // A word that has no Mongolian lies in a line, as everywhere.
      const layout = FIND[writingOf(label.locale)]
      this.button(place).show({ ref: icon, label, icon, isPrimary, target: { kind: 'none' } }, layout)
    }
    const { reading } = view
    if (reading !== undefined) fill('Read', say(`common:readAloud.${reading}`), 'speaker', reading === 'on')
    fill('Settings', say('tv:settings'), 'settings', false)
    fill('Find', say('common:nav.search'), 'search', false)
    this.layOut()
    if (!this.isOffered(this.at)) this.pointTo('Switch')
  }

  /** Gives its place to one that is made now, and not shown yet. */
  makeAnew(): void {
    const { parent } = this
    if (parent === null) return
    const at = parent.childList.getIndex(this)
    parent.childList.remove(this)
    const fresh = this.stage.c({ type: Header, ref: 'Header', signals: this.signals, visible: false })
    fresh.page = this.page
    parent.childList.addAt(fresh, at)
  }

  spoken(): readonly LocalText[] {
    const { locale } = this.view
    return this.at === 'Switch' ? [{ text: LOCALE_NAMES[locale], locale }] : []
  }

  /** On a page itself there is no way to it. */
  hideWayTo(page: Route['page']): void {
    this.page = page
    this.layOut()
  }

  /** What is offered stands side by side, up to the languages. */
  private layOut(): void {
    const { gapPx } = FIND[writingOf(this.view.locale)]
    let endPx = SCREEN.widthPx - EDGE.xPx - this.languages.w - gapPx
    for (const place of ['Read', 'Settings', 'Find'] as const) {
      const button = this.button(place)
      button.visible = this.isOffered(place)
      if (!button.visible) continue
      button.x = endPx - button.w
      endPx = button.x - gapPx
    }
  }

  /** Where the focus will be when the header has it. */
  pointTo(at: HeaderPlace): void {
    this.at = this.isOffered(at) ? at : 'Switch'
    this.hasPointed = false
    this.languages.emphasise(this.at === 'Switch' && this.hasFocus())
    this._refocus()
  }

  showBrand(isShown: boolean): void {
    const alpha = isShown ? 1 : 0
    part(this.getByRef('Emblem')).setSmooth('alpha', alpha, { duration: FOCUS.moveSeconds })
    part(this.getByRef('Brand')).setSmooth('alpha', alpha, { duration: FOCUS.moveSeconds })
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.at === 'Switch' ? undefined : part(this.getByRef(this.at))
  }

  override _focus(): void {
    this.languages.emphasise(this.at === 'Switch')
  }

  override _unfocus(): void {
    this.languages.emphasise(false)
  }

  override _handleEnter(): void {
    const way = WAYS[this.at]
    if (way !== undefined) this.signal('open', way)
    else if (this.at === 'Read') this.signal('toggleReadAloud')
    else if (this.hasPointed) this.signal('leaveSwitch')
    else this.signal('chooseLocale', nextLocale(this.view.locale, this.view.offered))
  }

  /** ← and → point at a language; left of the languages are the other things, and past both ends there is nowhere to go. */
  override _handleLeft(): boolean {
    if (this.at !== 'Switch' || !this.pointAt(-1)) this.step(-1)
    return true
  }

  override _handleRight(): boolean {
    if (this.at === 'Switch') this.pointAt(1)
    else this.step(1)
    return true
  }

  private step(by: -1 | 1): void {
    const places = PLACES.filter((place) => this.isOffered(place))
    const next = places[places.indexOf(this.at) + by]
    if (next !== undefined) this.pointTo(next)
  }

  private isOffered(place: HeaderPlace): boolean {
    const way = WAYS[place]
    // What children's mode asks is asked on the way to the settings.
    if (way !== undefined) return way.page !== (this.page === 'kids' ? 'settings' : this.page)
    return place === 'Switch' || this.view.reading !== undefined
  }

  /** False where there is no language on that side. */
  private pointAt(step: -1 | 1): boolean {
    const pointed = neighbourLocale(this.view.locale, step, this.view.offered)
    this.hasPointed = true
    if (pointed !== undefined) this.signal('chooseLocale', pointed)
    return pointed !== undefined
  }

  private button(ref: ButtonPlace): Button {
    return part(this.getByRef(ref))
  }

  private get languages(): LanguageSwitch {
    return part(this.getByRef('Switch'))
  }
}
