import { Lightning } from '@lightningjs/sdk'
import { BASE_LOCALE, type CitedArticle, type Locale, languagesToOffer } from '@ulan/contract'
import type { AppPorts } from './app-ports.ts'
import { part } from './components/part.ts'
import { spokenSteps } from './components/speaker.ts'
import { makePage } from './pages/make-page.ts'
import type { Navigation, PageContract, PageServices } from './pages/page-services.ts'
import { movesWhenHeld } from './platform/keys.ts'
import { closeVisit, currentVisit, formatRoute, openVisit, replaceVisit, SEARCH, startTrail, type Trail } from './routes.ts'
import { FOCUS } from './theme.ts'
import { Header } from './widgets/header.ts'
import { ReadingPanel } from './widgets/reading-panel.ts'
import { Toast } from './widgets/toast.ts'

export type { AppPorts }

interface AppSpec extends Lightning.Component.TemplateSpec {
  Page: object
  Header: typeof Header
  Reading: typeof ReadingPanel
  Toast: typeof Toast
}
type Page = Lightning.Component & PageContract

/** Over the page and the header, under the toast. */
const READING_AT = 2

/** The whole screen: one page at a time, the header over it, and what may lie over both. */
export class App extends Lightning.Component<AppSpec> {
  declare ports: AppPorts
  declare private locale: Locale
  declare private languages: readonly Locale[]
  declare private trail: Trail
  /** Where a page that is still being fetched will lead. */
  declare private heading: Trail
  declare private isNetworkThere: boolean
  declare private arrowFrame: number
  declare private isHeaderWanted: boolean

  static override _template(): Lightning.Component.Template<AppSpec> {
    return {
      Page: {},
      Header: { type: Header, visible: false, signals: { chooseLocale: true, leaveSwitch: true, openSearch: true, toggleReadAloud: true } },
    }
  }

  override _construct(): void {
    this.isNetworkThere = true
    this.arrowFrame = -1
    this.isHeaderWanted = true
  }

  override _init(): void {
    this.locale = this.ports.locale
    this.languages = this.ports.languages
    this.trail = startTrail(this.ports.route)
    this._setState('Browsing')
    this.ports.readAloud.onChange(() => this.header.visible && this.drawHeader())
    this.ports.ready
      .then(() => {
        this.stage.once('frameEnd', () => this.showHeader())
        return this.goTo(this.trail)
      })
      .catch(rethrow)
  }

  static override _states(): Lightning.Component.Constructor[] {
    return [
      class Browsing extends this {
        override _getFocused(): Lightning.Component | undefined {
          return this.page
        }
        override _handleUp(): void {
          this.goToHeader('Find')
        }
        override _handleLeft(): void {
          this.goToHeader('Find')
        }
      },
      class Choosing extends this {
        override $enter(): void {
          this.lightHeader()
        }
        override $exit(): void {
          this.lightHeader()
        }
        override _getFocused(): Lightning.Component | undefined {
          return this.header
        }
        override _handleDown(): void {
          this._setState('Browsing')
        }
        /** ↑ has nowhere to go, and ← → belong to the header; without these they would reach the page's own. */
        override _handleUp(): void {}
        override _handleLeft(): void {}
        override _handleBack(): void {
          this._setState('Browsing')
        }
      },
      class Reading extends this {
        override _getFocused(): Lightning.Component | undefined {
          return this.reading
        }
        override $exit(): void {
          this.reading.hide()
        }
        override _handleBack(): void {
          this._setState('Browsing')
        }
      },
    ]
  }

  /** Whatever takes the focus, the app stays on the way to it. */
  override _focusChange(): void {
    this.ports.readAloud.follow(() => spokenSteps(this.stage.application.focusPath ?? []))
  }

  /** A held arrow key may repeat faster than frames are drawn: one move a frame is enough. */
  override _captureKey(event: KeyboardEvent): boolean {
    if (!event.repeat) return false
    if (!movesWhenHeld(event.keyCode)) return true
    if (this.arrowFrame === this.stage.frameCounter) return true
    this.arrowFrame = this.stage.frameCounter
    return false
  }

  _captureMenu(): boolean {
    if (this.state === 'Choosing') this._setState('Browsing')
    else this.goToHeader('Switch')
    return true
  }

  _captureSearch(): boolean {
    this.openSearch()
    return true
  }

  override _handleBack(): void {
    const trail = closeVisit(this.trail)
    if (trail === undefined) {
      this.ports.leave()
      return
    }
    this.goTo(trail).catch(rethrow)
  }

  /** A frame after the first page, which need not wait for it: its words and shapes take 70 ms to paint on a slow box. */
  private showHeader(): void {
    this.drawHeader()
    this.header.visible = true
  }

  /** Puts the focus on one of the two things in the header. */
  private goToHeader(at: 'Find' | 'Switch'): void {
    this.header.pointTo(at)
    this._setState('Choosing')
  }

  openSearch(): void {
    if (currentVisit(this.trail).route.page !== 'search') this.navigation.open(SEARCH)
  }

  leaveSwitch(): void {
    this._setState('Browsing')
  }

  toggleReadAloud(): void {
    this.ports.readAloud.toggle()
    this.drawHeader()
  }

  chooseLocale(locale: Locale): void {
    this.locale = locale
    this.ports.rememberLocale(this.locale)
    this.drawHeader()
    this.page?.relocalise()
    this._focusChange()
  }

  private offerLanguages(told: readonly Locale[]): void {
    const languages = languagesToOffer(told)
    if (languages.join() === this.languages.join()) return
    this.languages = languages
    this.ports.rememberLanguages(languages)
    if (languages.includes(this.locale)) this.drawHeader()
    else this.chooseLocale(BASE_LOCALE)
  }

  private drawHeader(): void {
    const { readAloud, strings } = this.ports
    const reading = !readAloud.isOffered(this.languages) ? undefined : readAloud.isOn() ? 'on' : 'off'
    this.header.show({ locale: this.locale, offered: this.languages, reading }, strings.sayIn(this.locale))
  }

  closeReading(): void {
    this._setState('Browsing')
  }

  /** Goes along a trail; where the page's code cannot be fetched, the viewer stays where they are and is told. */
  private async goTo(trail: Trail): Promise<void> {
    this.heading = trail
    const { route, memory } = currentVisit(trail)
    const page = await makePage(this.stage, route, this.servicesNow(), memory).catch(() => undefined)
    if (this.heading !== trail) return
    this.reportNetwork(page !== undefined)
    if (page === undefined) return
    this.trail = trail
    this.ports.showAddress(formatRoute(route))
    const holder = part(this.getByRef('Page'))
    this.header.showBrand(true)
    this.header.offerSearch(route.page !== 'search')
    holder.childList.clear()
    holder.childList.add(page)
    this._setState('Browsing')
    this._refocus()
  }

  private servicesNow(): PageServices {
    const { strings, services } = this.ports
    return {
      ...services,
      locale: () => this.locale,
      say: (key, values) => strings.sayIn(this.locale)(key, values),
      sayIn: strings.sayIn,
      tell: this.ports.readAloud.tell,
      navigation: this.navigation,
    }
  }

  private get navigation(): Navigation {
    return {
      open: (route) => {
        this.goTo(openVisit(this.trail, route, this.page?.memory())).catch(rethrow)
      },
      replace: (route) => {
        this.goTo(replaceVisit(this.trail, route)).catch(rethrow)
      },
      back: () => this._handleBack(),
      read: (article) => this.read(article),
      offerLanguages: (locales) => this.offerLanguages(locales),
      reportNetwork: (isThere) => this.reportNetwork(isThere),
      showBrand: (isShown) => this.header.showBrand(isShown),
      showHeader: (isShown) => {
        this.isHeaderWanted = isShown
        this.lightHeader()
      },
    }
  }

  /** While the viewer is choosing a language the header stays, whatever the page wants. */
  private lightHeader(): void {
    const isShown = this.isHeaderWanted || this.state === 'Choosing'
    this.header.setSmooth('alpha', isShown ? 1 : 0, { duration: FOCUS.moveSeconds })
  }

  private read(article: CitedArticle): void {
    this.reading.show(article)
    this._setState('Reading')
  }

  private reportNetwork(isThere: boolean): void {
    if (isThere === this.isNetworkThere) return
    this.isNetworkThere = isThere
    const say = this.ports.strings.sayIn(this.locale)
    const lost = say('tv:lost')
    if (isThere) this.toast.hide()
    else this.toast.show(lost)
    this.ports.readAloud.tell([isThere ? say('tv:back') : lost])
    if (isThere) this.ports.services.outbox.flush().catch(rethrow)
  }

  /** Made when first wanted, as the toast is: few viewers ever see them, and the first frame waits for all there is. */
  private get reading(): ReadingPanel {
    const signals = { closeReading: 'closeReading' }
    return this.getByRef('Reading') ?? this.addOver(this.stage.c({ type: ReadingPanel, ref: 'Reading', signals }), READING_AT)
  }

  private get toast(): Toast {
    return this.getByRef('Toast') ?? this.addOver(this.stage.c({ type: Toast, ref: 'Toast' }), this.children.length)
  }

  private addOver<T extends Lightning.Component>(overlay: T, at: number): T {
    this.childList.addAt(overlay, at)
    return overlay
  }

  private get header(): Header {
    return part(this.getByRef('Header'))
  }

  private get page(): Page | undefined {
    return part(this.getByRef('Page')).children[0] as Page | undefined // only pages are ever added
  }
}

function rethrow(error: unknown): never {
  throw error
}
