import { Lightning } from '@lightningjs/sdk'
import type { CardView } from '../data/browse-view.ts'
import { gridOffset, gridWindow, type ResultSize } from '../data/search-focus.ts'
import { type ResultsLayout, wholeRows } from '../search-layout.ts'
import { FOCUS } from '../theme.ts'
import { Card } from './card.ts'
import { part } from './part.ts'

interface GridSpec extends Lightning.Component.TemplateSpec {
  Items: object
}

/** Cards in rows. Only those on screen and a row on either side exist; the others' elements are used again. */
export class CardGrid extends Lightning.Component<GridSpec> {
  declare private views: readonly CardView[]
  declare private layout: ResultsLayout
  declare private index: number
  declare private entries: Map<number, Card>
  declare private spare: Card[]

  static override _template(): Lightning.Component.Template<GridSpec> {
    return { Items: {} }
  }

  override _construct(): void {
    this.entries = new Map()
    this.spare = []
    this.views = []
    this.index = 0
  }

  /** Fills the grid with what is on screen when the focus is, or will be, at `index`; the rows beyond follow when it moves. */
  show(views: readonly CardView[], index: number, layout: ResultsLayout): void {
    this.views = views
    this.layout = layout
    this.index = index
    this.patch({ x: layout.xPx, y: layout.yPx })
    const known = [...this.entries]
    this.fillWindow(0)
    for (const [at, entry] of known) if (this.entries.get(at) === entry) this.fill(entry, at)
    this.items.y = -this.offset() * layout.rowPx
  }

  /** Moves the focus within the grid. */
  moveTo(index: number): void {
    if (index === this.index) return
    this.index = index
    this.fillWindow(1)
    this.items.setSmooth('y', -this.offset() * this.layout.rowPx, { duration: FOCUS.moveSeconds })
    this._refocus()
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.entries.get(this.index)
  }

  private fillWindow(spares: 0 | 1): void {
    const { first, last } = gridWindow(this.index, this.size, wholeRows(this.layout), spares)
    for (const [at, entry] of this.entries) {
      if (at >= first && at <= last) continue
      this.entries.delete(at)
      this.spare.push(entry)
    }
    for (let at = first; at <= last; at += 1) {
      if (this.entries.has(at)) continue
      const entry = this.spare.pop() ?? this.addCard()
      this.entries.set(at, entry)
      this.fill(entry, at)
    }
    for (const entry of this.spare) entry.visible = false
    this.hidePassed()
  }

  private addCard(): Card {
    const entry = this.stage.c({ type: Card })
    this.items.childList.add(entry)
    return entry
  }

  private fill(entry: Card, at: number): void {
    const { columns, rowPx, card } = this.layout
    entry.visible = true
    entry.ref = `Item${at}`
    entry.patch({ x: (at % columns) * card.pitchPx, y: Math.floor(at / columns) * rowPx })
    entry.show(part(this.views[at]), card)
  }

  /** The heading stands above the rows; those scrolled past may not run under it. */
  private hidePassed(): void {
    const passed = this.offset() * this.layout.columns
    for (const [at, entry] of this.entries) entry.setSmooth('alpha', at < passed ? 0 : 1, { duration: FOCUS.moveSeconds })
  }

  private offset(): number {
    return gridOffset(this.index, this.size, wholeRows(this.layout))
  }

  private get size(): ResultSize {
    return { count: this.views.length, columns: this.layout.columns }
  }

  private get items(): Lightning.Element {
    return part(this.getByRef('Items'))
  }
}
