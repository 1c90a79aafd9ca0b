import { Lightning } from '@lightningjs/sdk'
import { BASE_LOCALE, type Locale, languagesToOffer } from '@ulan/contract'
import { KeyPace } from './app-keys.ts'
import { NetworkNews } from './app-network.ts'
import type { AppPorts } from './app-ports.ts'
import { RestKeeper } from './app-rest.ts'
import { readingOf, servicesOf } from './app-services.ts'
import { part } from './components/part.ts'
import { spokenSteps } from './components/speaker.ts'
import type { ActionView } from './data/browse-view.ts'
import type { Look } from './look.ts'
import { askAhead } from './pages/browse-source.ts'
import { fetchPage } from './pages/make-page.ts'
import type { Navigation, PageContract, PageServices } from './pages/page-services.ts'
import { rethrow } from './rethrow.ts'
import type { PageMemory, Route, Trail } from './routes.ts'
import { closeVisit, currentVisit, formatRoute, openVisit, replaceVisit, SEARCH, startTrail } from './routes.ts'
import { FOCUS } from './theme.ts'
import { Header } from './widgets/header.ts'
import { Overlays, type Question } from './widgets/overlays.ts'

interface AppSpec extends Lightning.Component.TemplateSpec {
  Page: object
  Header: typeof Header
}
type Page = Lightning.Component & PageContract

const HEADER_SIGNALS = { chooseLocale: true, leaveSwitch: 'browse', open: true, toggleReadAloud: true }

/** The whole screen: one page at a time, the header over it, and what may lie over both. */
export class App extends Lightning.Component<AppSpec> {
  declare ports: AppPorts
  declare private locale: Locale
  declare private languages: readonly Locale[]
  declare private trail: Trail
  /** Where a page that is still being fetched will lead. */
  declare private heading: Trail
  declare private network: NetworkNews
  declare private pace: KeyPace
  declare private isHeaderWanted: boolean
  declare protected overlays: Overlays
  /** A key may come before the first frame. */
  declare private rest: RestKeeper | undefined

  static override _template(): Lightning.Component.Template<AppSpec> {
    return { Page: {}, Header: { type: Header, visible: false, signals: HEADER_SIGNALS } }
  }

  override _construct(): void {
    this.pace = new KeyPace()
    this.isHeaderWanted = true
    this.overlays = new Overlays(this)
  }

  override _init(): void {
    this.locale = this.ports.locale
    this.languages = this.ports.languages
    this.trail = startTrail(this.ports.route)
    this._setState('Browsing')
    this.network = new NetworkNews(this.ports, this.overlays, () => this.locale)
    this.rest = this.keepRest()
    this.ports.readAloud.onChange(() => this.header.visible && this.drawHeader())
    this.ports.ready
      .then(() => {
        this.stage.once('frameEnd', () => this.showHeader())
        return this.goTo(this.trail)
      })
      // Without the code of the page asked for there is still the one that came with this.
      .then(() => (this.page === undefined ? this.goTo(startTrail({ page: 'home' })) : undefined))
      .catch(rethrow)
  }

  protected keepRest(): RestKeeper | undefined {
    const { ports, overlays, stage } = this
    return new RestKeeper({ ...ports, stage, locale: () => this.locale, cover: (cover) => overlays.cover(cover), page: () => this.page })
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
          this.browse()
        }
        /** ↑ has nowhere to go, and ← → belong to the header; without these they would reach the page's own. */
        override _handleUp(): void {}
        override _handleLeft(): void {}
        override _handleBack(): void {
          this.browse()
        }
      },
      class Panel extends this {
        override _getFocused(): Lightning.Component | undefined {
          return this.overlays.panel
        }
        override $exit(): void {
          this.overlays.closePanel()
        }
        override _handleBack(): void {
          this.browse()
        }
      },
    ]
  }

  /** Whatever takes the focus, the app stays on the way to it. */
  override _focusChange(): void {
    this.ports.readAloud.follow(() => spokenSteps(this.stage.application.focusPath ?? []))
  }

  override _captureKey(event: KeyboardEvent): boolean {
    this.page?.sees?.(event.keyCode)
    return this.rest?.wake() === true || this.pace.ignores(event, this.ports.services.profile.keys, this.stage.frameCounter)
  }

  override _captureKeyRelease(event: KeyboardEvent): boolean {
    this.pace.release(event)
    return false
  }

  _captureMenu(event: KeyboardEvent): boolean {
    if (this._captureKey(event)) return true
    if (this.state === 'Choosing') this._setState('Browsing')
    else this.goToHeader('Switch')
    return true
  }

  _captureSearch(event: KeyboardEvent): boolean {
    if (!this._captureKey(event)) this.open(SEARCH)
    return true
  }

  override _handleBack(): void {
    const trail = closeVisit(this.trail)
    if (trail === undefined) this.ask(this.rest?.question())
    else this.goTo(trail).catch(rethrow)
  }

  /** A frame after the first page, which need not wait for it: its words and shapes take 70 ms to paint on a slow box. */
  private showHeader(): void {
    this.drawHeader()
    this.header.visible = true
  }

  /** Puts the focus on one of the two things in the header. */
  private goToHeader(at: 'Find' | 'Switch'): void {
    // A press may come a frame before it is shown: the next one must find what it points at.
    if (!this.header.visible) this.showHeader()
    this.header.pointTo(at)
    askAhead(currentVisit(this.trail).route, this.servicesNow(), this.languages).catch(rethrow)
    this._setState('Choosing')
  }

  open(route: Route): void {
    if (currentVisit(this.trail).route.page !== route.page) this.navigation.open(route)
  }

  /** Back to the page, from whatever lay over it. */
  browse(): void {
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

  /** Elements keep the colours and sizes that they were made with: all that is on screen is made anew. */
  private chooseLook(look: Look): void {
    this.ports.changeLook(look)
    this.header.makeAnew()
    this.showHeader()
    this.overlays.makeAnew()
    this.goTo(this.trail, () => this.page?.memory()).catch(rethrow)
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
    const reading = readingOf(readAloud, this.languages)
    this.header.show({ locale: this.locale, offered: this.languages, reading }, strings.sayIn(this.locale))
  }

  answerQuestion(action: ActionView): void {
    this._setState('Browsing')
    if (action.ref === 'Leave') this.ask(this.rest?.leave())
  }

  /** Opens a question once it is there, where the viewer has not gone on meanwhile. */
  private ask(coming: Promise<Question | undefined> | undefined): void {
    const { trail } = this
    void coming?.then((question) => {
      if (trail === this.trail && question !== undefined) this.openPanel(this.overlays.ask(question))
    }, rethrow)
  }

  /** Goes along a trail; where the page's code cannot be fetched, the viewer stays where they are and is told. `kept`: of the page left for itself. */
  private async goTo(asked: Trail, kept?: () => PageMemory | undefined): Promise<void> {
    const trail = this.ports.services.kids.gate(asked)
    this.heading = trail
    const { route, memory } = currentVisit(trail)
    const make = await fetchPage(route).catch(() => undefined)
    if (this.heading === trail) this.network.report(make === undefined ? 'lost' : 'there')
    if (this.heading !== trail || make === undefined) return
    const page = make(this.stage, this.servicesNow(), kept === undefined ? memory : kept())
    this.trail = trail
    this.ports.services.kids.arrive(route.page)
    this.ports.showAddress(formatRoute(route))
    const holder = part(this.getByRef('Page'))
    this.header.showBrand(true)
    this.header.hideWayTo(route.page)
    holder.childList.clear()
    holder.childList.add(page)
    this._setState('Browsing')
    this._refocus()
  }

  private servicesNow(): PageServices {
    return servicesOf(this.ports, () => this.locale, this.navigation, {
      languages: () => this.languages,
      chooseLocale: (locale) => this.chooseLocale(locale),
      reading: () => readingOf(this.ports.readAloud, this.languages),
      toggleReadAloud: () => this.toggleReadAloud(),
      chooseLook: (look) => this.chooseLook(look),
    })
  }

  protected get navigation(): Navigation {
    return {
      open: (route) => void this.goTo(openVisit(this.trail, route, this.page?.memory())).catch(rethrow),
      replace: (route) => void this.goTo(replaceVisit(this.trail, route)).catch(rethrow),
      back: () => this._handleBack(),
      read: (reading) => this.openPanel(this.overlays.read(reading)),
      offerLanguages: (locales) => this.offerLanguages(locales),
      reportNetwork: (state, place) => this.network.report(state, place),
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

  private openPanel(panel: Lightning.Component): void {
    this.overlays.panel = panel
    this._setState('Panel')
    this._refocus()
  }

  private get header(): Header {
    return part(this.getByRef('Header'))
  }

  private get page(): Page | undefined {
    return part(this.getByRef('Page')).children[0] as Page | undefined // only pages are ever added
  }
}
