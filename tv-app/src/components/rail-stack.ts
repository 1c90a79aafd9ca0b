import { Lightning } from '@lightningjs/sdk'
import type { RailView } from '../data/browse-view.ts'
import { type BrowseLayout, SCREEN, type Writing } from '../layout.ts'
import type { BrowseMemory } from '../routes.ts'
import { part } from './part.ts'
import { Rail } from './rail.ts'

/** Rails further than this from the focus are left empty until it comes nearer. */
const NEAR_RAILS = 2
/** What is out of sight is made piece by piece, with time between for frames. */
const PAUSE_MS = 150

/** Which rails there are and what kind of cards they hold. */
const shapeOf = (rails: readonly RailView[]): string => JSON.stringify(rails.map(({ key, items }) => [key, items[0]?.kind]))

/** The rails of a page, one below the other: what is in sight is made at once, what is near it a little later. */
export class RailStack extends Lightning.Component {
  /** Calls back once after so many ms; the returned function calls it off. */
  declare later: (milliseconds: number, then: () => void) => () => void
  declare private rails: readonly RailView[]
  declare private focus: BrowseMemory
  declare private layout: BrowseLayout
  declare private writing: Writing
  declare private cancel: (() => void) | undefined

  override _construct(): void {
    this.rails = []
  }

  override _detach(): void {
    this.cancel?.()
  }

  show(rails: readonly RailView[], focus: BrowseMemory, layout: BrowseLayout, writing: Writing): void {
    const isSame = this.layout === layout && this.writing === writing && shapeOf(this.rails) === shapeOf(rails)
    this.rails = rails
    this.layout = layout
    this.writing = writing
    if (isSame) this.showAgain(focus)
    else this.makeAnew()
    this.follow(focus, 0)
  }

  private makeAnew(): void {
    const { rail, firstRailYPx } = this.layout
    this.childList.clear()
    for (const at of this.rails.keys()) {
      this.childList.add(this.stage.c({ type: Rail, ref: `Rail${at}`, y: firstRailYPx + at * rail.heightPx }))
    }
  }

  /** The same rails with something new in them: what stays the same stays as it is, without a blink. */
  private showAgain(focus: BrowseMemory): void {
    for (const [at, view] of this.rails.entries()) {
      const rail = part(this.rail(at))
      if (rail.view !== undefined) rail.show(view, focus.indexes[at + 1] ?? 0, this.layout.rail, this.writing)
    }
  }

  /** Makes what the focus brings into sight; rails passed by give way within so many seconds. */
  follow(focus: BrowseMemory, durationSeconds: number): void {
    this.focus = focus
    const top = this.scrollYPx(focus.section) + this.layout.firstRailYPx
    const { heightPx } = this.layout.rail
    for (const at of this.rails.keys()) {
      const y = top + at * heightPx
      if (y < SCREEN.heightPx && y + heightPx > 0) this.fill(at)
      const rail = this.rail(at)
      rail?.setSmooth('alpha', at < focus.section - 1 ? 0 : 1, { duration: durationSeconds })
      if (rail?.view !== undefined) rail.isLit = at === focus.section
    }
    this.cancel?.()
    this.cancel = this.later(PAUSE_MS, () => this.makeNext())
  }

  /** How far the page is scrolled, in px: the focused rail always stands where the first one does, from the second on. */
  scrollYPx(section: number): number {
    const { firstRailYPx, scrolledRailYPx, rail } = this.layout
    return section <= 0 ? 0 : scrolledRailYPx - firstRailYPx - section * rail.heightPx
  }

  rail(at: number): Rail | undefined {
    return this.children[at] as Rail | undefined // only rails are ever added
  }

  private makeNext(): void {
    const near = [...this.rails.keys()].filter((at) => Math.abs(at - this.focus.section) <= NEAR_RAILS)
    const next = near.find((at) => part(this.rail(at)).isComplete !== true)
    if (next === undefined) return
    if (part(this.rail(next)).view === undefined) this.fill(next)
    else part(this.rail(next)).complete()
    this.cancel = this.later(PAUSE_MS, () => this.makeNext())
  }

  private fill(at: number): void {
    const rail = part(this.rail(at))
    if (rail.view !== undefined) return
    rail.show(part(this.rails[at]), this.focus.indexes[at + 1] ?? 0, this.layout.rail, this.writing)
    rail.isLit = at === this.focus.section
  }
}
