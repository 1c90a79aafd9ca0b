import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import { railOffset, railWindow, wholeRailOffset } from '../data/browse-focus.ts'
import type { ItemView, RailView } from '../data/browse-view.ts'
import { EDGE, type RailLayout, SCREEN, type Writing } from '../layout.ts'
import { COLOURS, FOCUS } from '../theme.ts'
import { Card } from './card.ts'
import { CreditCard } from './credit-card.ts'
import { Label } from './label.ts'
import { LawCard } from './law-card.ts'
import { part } from './part.ts'
import type { Speaker } from './speaker.ts'

interface RailSpec extends Lightning.Component.TemplateSpec {
  Title: typeof Label
  Items: object
}
type Entry = Card | LawCard | CreditCard

/** A row of cards. Only those on screen and one on either side exist; the others' elements are used again. */
export class Rail extends Lightning.Component<RailSpec> implements Speaker {
  declare view: RailView
  declare private layout: RailLayout
  declare private writing: Writing
  declare private index: number
  declare private entries: Map<number, Entry>
  declare private spare: Entry[]
  declare isComplete: boolean

  static override _template(): Lightning.Component.Template<RailSpec> {
    return { Title: { type: Label }, Items: {} }
  }

  override _construct(): void {
    this.entries = new Map()
    this.spare = []
    this.index = 0
    this.isComplete = false
  }

  /** Fills the rail with what is wholly on screen; `index` is the place the focus has, or will have. The rest: `complete`. */
  show(view: RailView, index: number, layout: RailLayout, writing: Writing): void {
    this.view = view
    this.layout = layout
    this.writing = writing
    this.index = index
    this.patch({ Title: { x: layout.title.xPx, y: layout.title.yPx } })
    part(this.getByRef('Title')).show(view.title, layout.title)
    const items = this.items
    items.patch({ y: layout.items.yPx, x: layout.items.xPx - this.offsetPx() })
    for (const [at, entry] of this.entries) this.fill(entry, at)
    this.fillWindow(0)
    this.isComplete = false
  }

  /** Adds the cards at the edges, which a viewer misses only when the rail moves. */
  complete(): void {
    if (this.isComplete) return
    this.isComplete = true
    this.fillWindow(1)
  }

  /** Moves the focus within the rail. */
  moveTo(index: number): void {
    this.index = index
    this.isComplete = true
    this.fillWindow(1)
    this.items.setSmooth('x', this.layout.items.xPx - this.offsetPx(), { duration: FOCUS.moveSeconds })
  }

  set isLit(isLit: boolean) {
    part(this.getByRef('Title')).tint = isLit ? COLOURS.text : COLOURS.textMuted
  }

  spoken(): readonly LocalText[] {
    return [this.view.title]
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.entries.get(this.index)
  }

  /** The element of the focused place. */
  get focusedItem(): ItemView | undefined {
    return this.view.items[this.index]
  }

  private fillWindow(spares: 0 | 1): void {
    const { first, last } = railWindow(this.index, this.view.items.length, this.visibleCount(), spares)
    for (const [at, entry] of this.entries) {
      if (at >= first && at <= last) continue
      this.entries.delete(at)
      this.spare.push(entry)
    }
    for (let at = first; at <= last; at += 1) {
      if (this.entries.has(at)) continue
      const entry = this.entryFor(at)
      this.entries.set(at, entry)
      this.fill(entry, at)
    }
    for (const entry of this.spare) entry.visible = false
    this.hidePassed()
  }

  private entryFor(at: number): Entry {
    const spare = this.spare.pop()
    if (spare !== undefined) return spare
    const entry = this.makeEntry(this.view.items[at]?.kind)
    this.items.childList.add(entry)
    return entry
  }

  private makeEntry(kind: ItemView['kind'] | undefined): Entry {
    if (kind === 'law') return this.stage.c({ type: LawCard })
    return kind === 'credit' ? this.stage.c({ type: CreditCard }) : this.stage.c({ type: Card })
  }

  private fill(entry: Entry, at: number): void {
    const item = this.view.items[at]
    entry.visible = item !== undefined
    if (item === undefined) return
    entry.ref = `Item${at}`
    entry.x = at * this.pitchPx()
    if (item.kind === 'law' && entry instanceof LawCard) entry.show(item, this.layout.law)
    if (item.kind === 'credit' && entry instanceof CreditCard) entry.show(item, this.layout.credit)
    if (item.kind === 'card' && entry instanceof Card) entry.show(item, this.layout.card)
  }

  /** Where the title stands beside the cards, those scrolled past may not run under it. */
  private hidePassed(): void {
    const offset = this.offset()
    for (const [at, entry] of this.entries) entry.alpha = this.writing === 'vertical' && at < offset ? 0 : 1
  }

  private offsetPx(): number {
    return this.offset() * this.pitchPx()
  }

  private offset(): number {
    const offsetOf = this.writing === 'vertical' ? wholeRailOffset : railOffset
    return offsetOf(this.index, this.view.items.length, this.visibleCount())
  }

  private visibleCount(): number {
    return (SCREEN.widthPx - 2 * EDGE.xPx - this.layout.items.xPx) / this.pitchPx()
  }

  private pitchPx(): number {
    const kind = this.view.items[0]?.kind ?? 'card'
    return kind === 'card' ? this.layout.card.pitchPx : this.layout[kind].widthPx + this.layout[kind].gapPx
  }

  private get items(): Lightning.Element {
    return part(this.getByRef('Items'))
  }
}
