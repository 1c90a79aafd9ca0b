import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { DigitFocus } from '../data/digit-pad.ts'
import type { DeskView } from '../data/kids-view.ts'
import { DIGITS, type PinLayout } from '../kids-layout.ts'
import type { Place } from '../layout.ts'
import type { TextSlot } from '../text/text-layout.ts'
import { COLOURS } from '../theme.ts'
import { DigitPad } from './digit-pad.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { PinBoxes } from './pin-boxes.ts'
import type { Speaker } from './speaker.ts'

interface DeskSpec extends Lightning.Component.TemplateSpec {
  Heading: typeof Label
  Hint: typeof Label
  Boxes: typeof PinBoxes
  Note: typeof Label
  Pad: typeof DigitPad
}

const FADED = 0.35

/** A question that is answered in digits: what is asked and typed on the left, the keys on the right. */
export class PinDesk extends Lightning.Component<DeskSpec> implements Speaker {
  declare private view: DeskView | undefined

  static override _template(): Lightning.Component.Template<DeskSpec> {
    return {
      Heading: { type: Label },
      Hint: { type: Label },
      Boxes: { type: PinBoxes },
      Note: { type: Label },
      Pad: { type: DigitPad, x: DIGITS.xPx, y: DIGITS.yPx },
    }
  }

  show(view: DeskView, layout: PinLayout): void {
    this.view = view
    this.write('Heading', view.heading, layout.heading, COLOURS.text)
    this.write('Hint', view.hint, layout.hint, COLOURS.textMuted)
    this.write('Note', view.note, layout.note, COLOURS.gold)
    const boxes = part(this.getByRef('Boxes'))
    boxes.show(view)
    boxes.patch({ x: layout.boxes.xPx, y: layout.boxes.yPx })
    const pad = part(this.getByRef('Pad'))
    pad.show(view.words, layout.word)
    pad.alpha = view.length === 0 ? FADED : 1
  }

  moveTo(place: DigitFocus): void {
    part(this.getByRef('Pad')).moveTo(place)
  }

  /** The seconds of a wait are not counted aloud: who waits is told once, by the page. */
  spoken(): readonly (LocalText | undefined)[] {
    return [this.view?.heading, this.view?.sum, this.view?.hint]
  }

  override _getFocused(): Lightning.Component | undefined {
    return part(this.getByRef('Pad'))
  }

  private write(ref: 'Heading' | 'Hint' | 'Note', text: LocalText | undefined, slot: TextSlot & Place, colour: number): void {
    const label = part(this.getByRef(ref))
    label.show(text, slot)
    label.patch({ x: slot.xPx, y: slot.yPx })
    label.tint = colour
  }
}
