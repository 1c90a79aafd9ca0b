import { Lightning } from '@lightningjs/sdk'
import { PAD_COLUMNS, PAD_ROWS, padKey } from '../data/letter-pad.ts'
import type { DeskTexts } from '../data/search-view.ts'
import { PAD, type SearchLayout } from '../search-layout.ts'
import { Button } from './button.ts'
import { LetterKey } from './letter-key.ts'
import { part } from './part.ts'

interface PadSpec extends Lightning.Component.TemplateSpec {
  Letters: object
  Delete: typeof Button
  Clear: typeof Button
}

/** Letters and digits in rows, and two words below: all the typing a remote can do. Whoever owns it moves the focus. */
export class LetterPad extends Lightning.Component<PadSpec> {
  declare private row: number
  declare private column: number

  static override _template(): Lightning.Component.Template<PadSpec> {
    return { Letters: {}, Delete: { type: Button }, Clear: { type: Button } }
  }

  override _construct(): void {
    this.row = 0
    this.column = 0
  }

  override _init(): void {
    const { gapPx } = PAD
    const { widthPx, heightPx } = PAD.key
    const letters = part(this.getByRef('Letters'))
    for (const [row, keys] of PAD_ROWS.entries()) {
      for (const [column, letter] of keys.entries()) {
        const key = this.stage.c({ type: LetterKey, ref: `Key${letter}`, x: column * (widthPx + gapPx), y: row * (heightPx + gapPx) })
        letters.childList.add(key)
        key.show(letter)
      }
    }
  }

  /** Says the words; the letters are the same in every locale. */
  show(words: DeskTexts['words'], layout: SearchLayout['word']): void {
    const y = PAD.wordYPx - PAD.yPx
    const first = part(this.getByRef('Delete'))
    first.show(words.delete, layout)
    first.patch({ y })
    const second = part(this.getByRef('Clear'))
    second.show(words.clear, layout)
    second.patch({ x: PAD.wordWidthPx + layout.gapPx, y })
  }

  moveTo(row: number, column: number): void {
    this.row = row
    this.column = column
    this._refocus()
  }

  override _getFocused(): Lightning.Component | undefined {
    const key = padKey(this.row, this.column)
    if (key.kind === 'delete') return this.getByRef('Delete')
    if (key.kind === 'clear') return this.getByRef('Clear')
    return part(this.getByRef('Letters')).children[this.row * PAD_COLUMNS + this.column] as LetterKey | undefined // only keys are ever added
  }
}
