import { Lightning } from '@lightningjs/sdk'
import type { Writing } from '../layout.ts'
import type { QuizLayout } from '../quiz-layout.ts'
import { OptionButton, type OptionView } from './option-button.ts'

/** The answers of a question: one under the other, or in columns side by side. Whoever owns it moves the focus. */
export class OptionList extends Lightning.Component {
  declare private index: number

  override _construct(): void {
    this.index = 0
  }

  /** Shows the answers; the focus stays at its place. */
  show(views: readonly OptionView[], layout: QuizLayout, writing: Writing): void {
    const { widthPx, heightPx, gapPx } = layout.option
    this.patch({ x: layout.options.xPx, y: layout.options.yPx })
    this.childList.clear()
    for (const [at, view] of views.entries()) {
      const option = this.stage.c({ type: OptionButton, ref: `Option${at}` })
      this.childList.add(option)
      option.patch(writing === 'vertical' ? { x: at * (widthPx + gapPx) } : { y: at * (heightPx + gapPx) })
      option.show(view, layout.option)
    }
  }

  moveTo(index: number): void {
    this.index = index
  }

  /** One answer on; false past either end. */
  moveBy(step: number): boolean {
    if (this.options[this.index + step] === undefined) return false
    this.index += step
    this._refocus()
    return true
  }

  get focusedView(): OptionView | undefined {
    return this.options[this.index]?.view
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.options[this.index]
  }

  private get options(): OptionButton[] {
    return this.children as OptionButton[] // only options are ever added
  }
}
