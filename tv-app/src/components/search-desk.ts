import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { DeskTexts, SearchView } from '../data/search-view.ts'
import type { SearchFocus } from '../routes.ts'
import { PAD, type SearchLayout } from '../search-layout.ts'
import { COLOURS } from '../theme.ts'
import { CardGrid } from './card-grid.ts'
import { EmptyNote } from './empty-note.ts'
import { Label } from './label.ts'
import { LetterPad } from './letter-pad.ts'
import { part } from './part.ts'
import { SearchField } from './search-field.ts'
import type { Speaker } from './speaker.ts'

interface DeskSpec extends Lightning.Component.TemplateSpec {
  Field: typeof SearchField
  Pad: typeof LetterPad
  Hint: typeof Label
  Heading: typeof Label
  Results: typeof CardGrid
  None: typeof EmptyNote
}

/** All of the search page: what is typed and the keys on the left, what fits on the right. Whoever owns it moves the focus. */
export class SearchDesk extends Lightning.Component<DeskSpec> implements Speaker {
  declare private hint: LocalText | undefined
  declare private layout: SearchLayout
  declare private area: SearchFocus['area']

  static override _template(): Lightning.Component.Template<DeskSpec> {
    return {
      Field: { type: SearchField },
      Pad: { type: LetterPad, x: PAD.xPx, y: PAD.yPx },
      Hint: { type: Label },
      Heading: { type: Label },
      Results: { type: CardGrid },
      None: { type: EmptyNote, visible: false },
    }
  }

  override _construct(): void {
    this.area = 'pad'
  }

  /** Says the words that stay; called before anything else, and again after a change of locale. */
  show(texts: DeskTexts, layout: SearchLayout): void {
    this.layout = layout
    this.hint = texts.hint
    this.pad.show(texts.words, layout.word)
    const hint = part(this.getByRef('Hint'))
    hint.show(texts.hint, layout.hint)
    hint.patch({ x: layout.hint.xPx, y: layout.hint.yPx })
    hint.tint = COLOURS.textMuted
    part(this.getByRef('None')).show(texts.none, texts.noneTip, layout.none)
  }

  showLetters(letters: string): void {
    part(this.getByRef('Field')).show(letters)
  }

  /** Shows results; `index` is the one the focus is on, or will come to. */
  showResults(view: SearchView, index: number): void {
    const { heading, results } = this.layout
    const title = part(this.getByRef('Heading'))
    title.show(view.heading, heading)
    title.patch({ x: heading.xPx, y: heading.yPx })
    this.results.show(view.cards, index, results)
    part(this.getByRef('None')).visible = view.isFruitless
  }

  /** Puts the focus where it is now; only what it left and what it came to is touched. */
  focusOn(focus: SearchFocus): void {
    this.area = focus.area
    if (focus.area === 'pad') this.pad.moveTo(focus.row, focus.column)
    else this.results.moveTo(focus.result)
    this._refocus()
  }

  spoken(): readonly (LocalText | undefined)[] {
    return [this.hint]
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.area === 'pad' ? this.pad : this.results
  }

  private get pad(): LetterPad {
    return part(this.getByRef('Pad'))
  }

  private get results(): CardGrid {
    return part(this.getByRef('Results'))
  }
}
