import { Lightning } from '@lightningjs/sdk'
import { DIGIT_ROWS, type DigitFocus, digitKey, MIDDLE_KEY } from '../data/digit-pad.ts'
import type { DeskView } from '../data/kids-view.ts'
import { DIGITS, type PinLayout } from '../kids-layout.ts'
import { Button } from './button.ts'
import { LetterKey } from './letter-key.ts'
import { part } from './part.ts'

interface PadSpec extends Lightning.Component.TemplateSpec {
  Keys: object
  Delete: typeof Button
  Forget: typeof Button
}

const STEP_X_PX = DIGITS.key.widthPx + DIGITS.gapPx
const STEP_Y_PX = DIGITS.key.heightPx + DIGITS.gapPx

/** Ten digits as on a remote control, and a word or two below. Whoever owns it moves the focus. */
export class DigitPad extends Lightning.Component<PadSpec> {
  declare private place: DigitFocus
  declare private hasForget: boolean

  static override _template(): Lightning.Component.Template<PadSpec> {
    return { Keys: {}, Delete: { type: Button }, Forget: { type: Button, visible: false } }
  }

  override _construct(): void {
    this.place = MIDDLE_KEY
    this.hasForget = false
  }

  override _init(): void {
    const keys = part(this.getByRef('Keys'))
    for (const [row, digits] of DIGIT_ROWS.entries()) {
      for (const [column, digit] of digits.entries()) {
        // The one that stands alone stands in the middle.
        const x = (digits.length === 1 ? 1 : column) * STEP_X_PX
        const key = this.stage.c({ type: LetterKey, ref: `Key${digit}`, x, y: row * STEP_Y_PX })
        keys.childList.add(key)
        key.show(digit, DIGITS)
      }
    }
  }

  show(words: DeskView['words'], layout: PinLayout['word']): void {
    const y = DIGIT_ROWS.length * STEP_Y_PX
    const first = part(this.getByRef('Delete'))
    first.show(words.delete, layout)
    first.patch({ y })
    const second = part(this.getByRef('Forget'))
    this.hasForget = words.forget !== undefined
    second.visible = this.hasForget
    if (words.forget === undefined) return
    second.show(words.forget, layout)
    second.patch({ x: first.w + layout.gapPx, y })
  }

  moveTo(place: DigitFocus): void {
    this.place = place
    this._refocus()
  }

  override _getFocused(): Lightning.Component | undefined {
    const key = digitKey(this.place, this.hasForget)
    if (key.kind === 'delete') return this.getByRef('Delete')
    if (key.kind === 'forget') return this.getByRef('Forget')
    const keys = part(this.getByRef('Keys')).children as LetterKey[] // only keys are ever added
    return keys.find(({ ref }) => ref === `Key${key.digit}`)
  }
}
