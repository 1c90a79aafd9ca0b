import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { EndView } from '../data/end-view.ts'
import { BROWSE, EDGE, HEADER, SCREEN, type Writing } from '../layout.ts'
import { PLAYER } from '../player-layout.ts'
import { COLOURS } from '../theme.ts'
import { ActionRow } from './action-row.ts'
import { Card } from './card.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import type { Speaker } from './speaker.ts'

interface EndPanelSpec extends Lightning.Component.TemplateSpec {
  Veil: object
  Heading: typeof Label
  NextLabel: typeof Label
  Next: typeof Card
  Actions: typeof ActionRow
}

const VEIL_ALPHA = 0.94

/** What a viewer may do when a film is over, with the next episode's picture beside it. */
export class EndPanel extends Lightning.Component<EndPanelSpec> implements Speaker {
  declare private view: EndView | undefined

  static override _template(): Lightning.Component.Template<EndPanelSpec> {
    return {
      Veil: { rect: true, w: SCREEN.widthPx, h: SCREEN.heightPx, color: COLOURS.ground, alpha: VEIL_ALPHA },
      Heading: { type: Label, x: EDGE.xPx, y: HEADER.heightPx + 110 },
      NextLabel: { type: Label },
      Next: { type: Card },
      Actions: { type: ActionRow, passSignals: { choose: true } },
    }
  }

  show(view: EndView, writing: Writing): void {
    this.view = view
    const heading = part(this.getByRef('Heading'))
    const words = heading.show(view.heading, PLAYER.title[writing])
    const row = part(this.getByRef('Actions'))
    const { button } = BROWSE[writing].hero
    row.show(view.actions, button)
    const isStanding = writing === 'vertical'
    row.patch(isStanding ? { x: EDGE.xPx + words.widthPx + 60, y: heading.y } : { x: EDGE.xPx, y: heading.y + 110 })
    this.showNext(view, writing)
  }

  /** While it counts down to the next episode, this alone changes. */
  showNextLabel(text: LocalText, isCounting: boolean, writing: Writing): void {
    const label = part(this.getByRef('NextLabel'))
    label.show(text, BROWSE[writing].rail.title)
    label.tint = isCounting ? COLOURS.text : COLOURS.textMuted
  }

  spoken(): readonly (LocalText | undefined)[] {
    const { view } = this
    return [view?.heading, ...(view?.next === undefined ? [] : [view.nextLabel, view.next.title])]
  }

  override _getFocused(): Lightning.Component | undefined {
    return part(this.getByRef('Actions'))
  }

  private showNext(view: EndView, writing: Writing): void {
    const { rail } = BROWSE[writing]
    const y = 560
    const card = part(this.getByRef('Next'))
    const label = part(this.getByRef('NextLabel'))
    card.visible = view.next !== undefined
    label.visible = view.next !== undefined
    if (view.next === undefined) return
    this.showNextLabel(view.nextLabel, view.isCounting, writing)
    const { poster } = rail.card
    const x = writing === 'vertical' ? SCREEN.widthPx - EDGE.xPx - rail.items.xPx - poster.xPx - poster.widthPx : EDGE.xPx
    label.patch(writing === 'vertical' ? { x, y: HEADER.heightPx + 110 } : { x, y })
    card.patch(writing === 'vertical' ? { x: x + rail.items.xPx, y: HEADER.heightPx + 110 } : { x, y: y + rail.items.yPx })
    card.show(view.next, rail.card)
  }
}
