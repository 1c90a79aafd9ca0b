import { Lightning } from '@lightningjs/sdk'
import { Hero } from '../components/hero.ts'
import { Notice } from '../components/notice.ts'
import { part } from '../components/part.ts'
import type { Rail } from '../components/rail.ts'
import { RailStack } from '../components/rail-stack.ts'
import { Skeleton } from '../components/skeleton.ts'
import { type Answer, type Failure, isFinal } from '../data/api-client.ts'
import { type Direction, focusedIndex, followRails, HERO_SECTION, moveFocus, sizeOf, startFocus } from '../data/browse-focus.ts'
import type { ActionView, BrowseView, Target } from '../data/browse-view.ts'
import { EarlyPresses } from '../data/early-presses.ts'
import { BROWSE, type BrowseLayout, EDGE, type Writing, writingOf } from '../layout.ts'
import type { BrowseMemory } from '../routes.ts'
import { FOCUS } from '../theme.ts'
import { type BrowseRoute, type BrowseSource, browseSource } from './browse-source.ts'
import { HeroRest } from './hero-rest.ts'
import { noticeActions, noticeIcon } from './notice-actions.ts'
import { PageLoader } from './page-loader.ts'
import type { PageContract, PageServices } from './page-services.ts'

interface BrowseSpec extends Lightning.Component.TemplateSpec {
  services: PageServices
  route: BrowseRoute
  remembered: BrowseMemory | undefined
  Skeleton: typeof Skeleton
  Scroll: { Hero: typeof Hero; Rails: typeof RailStack }
  Notice: typeof Notice
}

/** How soon a page with something in preparation asks again, and how soon after the network was lost. */
const REFRESH_MS = 12_000
const RECONNECT_MS = 4000
/** Longer than a page usually takes, shorter than a viewer wonders whether anything will come. */
const SLOW_MS = 5000

/** Home, a programme, a series: a hero over rails. */
export class BrowsePage extends Lightning.Component<BrowseSpec> implements PageContract {
  declare services: PageServices
  declare route: BrowseRoute
  declare remembered: BrowseMemory | undefined
  declare private source: BrowseSource
  declare private view: BrowseView | undefined
  declare private shownJson: string
  declare private focus: BrowseMemory
  declare private loader: PageLoader
  declare private early: EarlyPresses
  declare private rest: HeroRest

  static override _template(): Lightning.Component.Template<BrowseSpec> {
    return {
      Skeleton: { type: Skeleton, visible: false },
      Scroll: { visible: false, Hero: { type: Hero }, Rails: { type: RailStack, x: EDGE.xPx } },
      Notice: { type: Notice, visible: false, signals: { choose: 'chooseAction' } },
    }
  }

  override _init(): void {
    this.rails.later = this.services.later
    this.loader = new PageLoader(this.services.later)
    this.early = new EarlyPresses()
    this.rest = new HeroRest(this.services, part(this.getByRef('Scroll')))
    this.focus = this.remembered ?? startFocus({ actions: 0, rails: [] })
    this.services.navigation.showHeader(true)
    this.begin()
  }

  override _detach(): void {
    this.loader.stop()
    this.rest.follow(undefined)
  }

  override _focus(): void {
    this.lookAtHero()
  }

  override _unfocus(): void {
    this.rest.follow(undefined)
  }

  memory(): BrowseMemory {
    return this.focus
  }

  relocalise(): void {
    this.loader.stop()
    this.begin()
  }

  chooseAction(action: ActionView): void {
    if (action.ref === 'Retry') this.begin()
    else if (action.target.kind === 'open') this.services.navigation.replace(action.target.route)
    else this.services.navigation.back()
  }

  static override _states(): Lightning.Component.Constructor[] {
    return [
      class Waiting extends this {
        override $enter(): void {
          this.show('Skeleton')
        }
        override _getFocused(): undefined {
          return undefined
        }
        override _handleKey({ keyCode, repeat }: KeyboardEvent): boolean {
          return !repeat && this.early.keep(this.services.profile.keys[keyCode], this.services.now().getTime())
        }
      },
      class Ready extends this {
        override $enter(): void {
          this.show('Scroll')
        }
        override _getFocused(): Lightning.Component | undefined {
          return this.focus.section === HERO_SECTION ? this.hero : this.rail(this.focus.section)
        }
        override _handleLeft(): boolean {
          return this.move('left')
        }
        override _handleRight(): boolean {
          return this.move('right')
        }
        override _handleUp(): boolean {
          return this.move('up')
        }
        override _handleDown(): boolean {
          return this.move('down')
        }
        override _handleEnter(): void {
          this.follow(this.focusedTarget())
        }
        /** Nobody far down at home means to leave. */
        override _handleBack(): boolean {
          return this.route.page === 'home' && this.move('top')
        }
      },
      class Stuck extends this {
        override $enter(): void {
          this.show('Notice')
        }
        override _getFocused(): Lightning.Component | undefined {
          return part(this.getByRef('Notice'))
        }
      },
    ]
  }

  private begin(): void {
    this.source = browseSource(this.route, this.services)
    const known = this.source.known()
    if (known !== undefined) this.draw(known)
    else {
      part(this.getByRef('Skeleton')).show(this.layout)
      this.early.begin(this.services.now().getTime(), this.state !== 'Stuck')
      this._setState('Waiting')
      this.loader.watch(SLOW_MS, () => this.services.navigation.reportNetwork('slow'))
    }
    if (known === undefined || !this.source.isFresh()) this.load()
    else if (known.isWaiting) this.loader.askAfter(REFRESH_MS, () => this.load())
  }

  private load(): void {
    const { source } = this
    const take = (answer: Answer<BrowseView>): void => {
      if (source === this.source && this.attached) this.take(answer)
    }
    this.loader.ask((signal) => source.load(signal), take)
  }

  private take(answer: Answer<BrowseView>): void {
    if (answer.kind === 'aborted') return
    this.loader.hasCome()
    this.services.navigation.reportNetwork(answer.kind === 'failed' && answer.failure === 'network' ? 'lost' : 'there')
    if (answer.kind === 'ok') {
      if (answer.value.languages !== undefined) this.services.navigation.offerLanguages(answer.value.languages)
      this.draw(answer.value)
      if (answer.value.isWaiting) this.loader.askAfter(REFRESH_MS, () => this.load())
      return
    }
    if (!isFinal(answer.failure)) this.loader.askAfter(RECONNECT_MS, () => this.load())
    if (this.view === undefined || isFinal(answer.failure)) this.showFailure(answer.failure)
  }

  private showFailure(failure: Failure): void {
    const { say } = this.services
    const actions = noticeActions(say, failure, this.route.page === 'home')
    part(this.getByRef('Notice')).show(noticeIcon(failure), say(`tv:failure.${failure}`), actions)
    this._setState('Stuck')
  }

  private draw(view: BrowseView): void {
    if (view.heroes.length === 0 && view.rails.length === 0) {
      part(this.getByRef('Notice')).show('clock', this.services.say('tv:empty'), noticeActions(this.services.say, 'server', true))
      this._setState('Stuck')
      return
    }
    const json = JSON.stringify([this.services.locale(), view])
    if (json !== this.shownJson || this.view === undefined) {
      this.shownJson = json
      this.view = view
      const keys = view.rails.map((rail) => rail.key)
      this.focus = startFocus(sizeOf(view, this.focus.hero), followRails(this.focus, keys))
      this.drawAll(view)
    }
    this._setState('Ready')
    this._refocus()
    this.pressLate()
    this.lookAtHero()
  }

  private drawAll(view: BrowseView): void {
    this.drawHero(view)
    this.rails.show(view.rails, this.focus, this.layout, this.writing)
    this.scroll(0)
  }

  private drawHero(view: BrowseView): void {
    const hero = view.heroes[this.focus.hero % Math.max(1, view.heroes.length)]
    this.hero.visible = hero !== undefined
    if (hero !== undefined) this.hero.show(hero, this.focus.indexes[0] ?? 0, this.layout.hero, this.writing)
  }

  /** What was pressed before there was anything to press. */
  private pressLate(): void {
    const presses = this.early.take(this.services.now().getTime())
    if (!this.hasFocus()) return
    for (const press of presses) press === 'take' ? this.follow(this.focusedTarget()) : this.move(press)
  }

  private move(direction: Direction): boolean {
    const { view } = this
    const next = view === undefined ? undefined : moveFocus(this.focus, direction, sizeOf(view, this.focus.hero))
    if (next === undefined || view === undefined) return false
    const isSameSection = next.section === this.focus.section
    this.focus = next
    const index = focusedIndex(next)
    if (next.section === HERO_SECTION) this.hero.moveTo(index)
    else if (isSameSection) this.rail(next.section)?.moveTo(index)
    if (!isSameSection) {
      this.rails.follow(next, FOCUS.moveSeconds)
      this.scroll(FOCUS.moveSeconds)
    }
    this._refocus()
    this.lookAtHero()
    return true
  }

  /** The hero gives way from the second rail on. */
  private scroll(duration: number): void {
    const { section } = this.focus
    part(this.getByRef('Scroll')).setSmooth('y', this.rails.scrollYPx(section), { duration })
    this.hero.setSmooth('alpha', section <= 0 ? 1 : 0, { duration })
    this.services.navigation.showBrand(section <= 0)
  }

  private focusedTarget(): Target | undefined {
    if (this.focus.section === HERO_SECTION) return this.hero.view?.actions[focusedIndex(this.focus)]?.target
    return this.rail(this.focus.section)?.focusedItem?.target
  }

  private follow(target: Target | undefined): void {
    if (target?.kind === 'open') this.services.navigation.open(target.route)
    if (target?.kind === 'read') this.services.navigation.read(target.reading)
    if (target?.kind !== 'next-hero' || this.view === undefined) return
    const hero = (this.focus.hero + 1) % this.view.heroes.length
    const size = sizeOf(this.view, hero)
    this.focus = startFocus(size, { ...this.focus, hero, indexes: [size.actions - 1, ...this.focus.indexes.slice(1)] })
    this.drawHero(this.view)
    this._refocus()
    this.lookAtHero()
  }

  private lookAtHero(): void {
    const isLookedAt = this.hasFocus() && this.state === 'Ready' && this.focus.section === HERO_SECTION
    this.rest.follow(isLookedAt ? this.hero.view?.filmId : undefined)
  }

  private show(ref: 'Skeleton' | 'Scroll' | 'Notice'): void {
    for (const name of ['Skeleton', 'Scroll', 'Notice'] as const) part(this.getByRef(name)).visible = name === ref
  }

  private get writing(): Writing {
    return writingOf(this.services.locale())
  }

  private get layout(): BrowseLayout {
    return BROWSE[this.writing]
  }

  private get hero(): Hero {
    return part(this.tag('Scroll.Hero'))
  }

  private get rails(): RailStack {
    return part(this.tag('Scroll.Rails'))
  }

  private rail(at: number): Rail | undefined {
    return this.rails.rail(at)
  }
}
