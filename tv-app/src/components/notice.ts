import { Lightning } from '@lightningjs/sdk'
import { isVertical, type LocalText } from '@ulan/contract'
import type { ActionView } from '../data/browse-view.ts'
import { BROWSE, NOTICE, SCREEN, type Writing } from '../layout.ts'
import { COLOURS } from '../theme.ts'
import { ActionRow } from './action-row.ts'
import { iconTexture } from './canvas-texture.ts'
import type { IconName } from './icon-paths.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import type { Speaker } from './speaker.ts'

interface NoticeSpec extends Lightning.Component.TemplateSpec {
  Ground: object
  Icon: object
  Text: typeof Label
  Actions: typeof ActionRow
}

const ICON_PX = 104
const TOP_PX = 400

/** A screen that says what is wrong, or empty, in one sentence, and offers the ways out. */
export class Notice extends Lightning.Component<NoticeSpec> implements Speaker {
  declare private sentence: LocalText | undefined

  static override _template(): Lightning.Component.Template<NoticeSpec> {
    return {
      Ground: { rect: true, w: SCREEN.widthPx, h: SCREEN.heightPx, color: COLOURS.ground },
      Icon: { x: SCREEN.widthPx / 2, y: 240, mountX: 0.5, color: COLOURS.gold },
      Text: { type: Label },
      Actions: { type: ActionRow, passSignals: { choose: true } },
    }
  }

  show(icon: IconName, text: LocalText, actions: readonly ActionView[]): void {
    this.sentence = text
    part(this.getByRef('Icon')).texture = iconTexture(this.stage, icon, ICON_PX)
    const label = part(this.getByRef('Text'))
    const words = label.show(text, NOTICE.slot)
    const row = part(this.getByRef('Actions'))
    const writing: Writing = actions.some((action) => isVertical(action.label.locale)) ? 'vertical' : 'horizontal'
    row.show(actions, writing === 'vertical' ? BROWSE.vertical.hero.button : BROWSE.horizontal.hero.button)
    if (words.isVertical) {
      const left = (SCREEN.widthPx - words.widthPx - 60 - row.w) / 2
      label.patch({ x: left, y: TOP_PX })
      row.patch({ x: left + words.widthPx + 60, y: TOP_PX })
    } else {
      label.patch({ x: (SCREEN.widthPx - words.widthPx) / 2, y: TOP_PX })
      row.patch({ x: (SCREEN.widthPx - row.w) / 2, y: TOP_PX + words.heightPx + 56 })
    }
  }

  /** Which of its buttons has the focus. */
  pointTo(index: number): void {
    part(this.getByRef('Actions')).moveTo(index)
  }

  spoken(): readonly (LocalText | undefined)[] {
    return [this.sentence]
  }

  override _getFocused(): Lightning.Component | undefined {
    return part(this.getByRef('Actions'))
  }
}
