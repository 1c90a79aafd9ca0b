import { Lightning } from '@lightningjs/sdk'
import { isVertical, type LocalText } from '@ulan/contract'
import type { ResultView } from '../data/quiz-view.ts'
import { BROWSE, NOTICE, SCREEN } from '../layout.ts'
import { COLOURS } from '../theme.ts'
import { ActionRow } from './action-row.ts'
import { iconTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import type { Speaker } from './speaker.ts'

interface ResultSpec extends Lightning.Component.TemplateSpec {
  Heading: typeof Label
  Signs: object
  Score: typeof Label
  Praise: typeof Label
  Kept: typeof Label
  Actions: typeof ActionRow
}

const SIGN_PX = 120
const SIGN_GAP_PX = 36
const TOP_PX = 190
/** Between the last sentence and the buttons. */
const ROW_GAP_PX = 24

/** How the quiz went: one sign for each question, a sentence, and what to do next. */
export class ResultPanel extends Lightning.Component<ResultSpec> implements Speaker {
  declare private view: ResultView | undefined

  static override _template(): Lightning.Component.Template<ResultSpec> {
    return {
      Heading: { type: Label },
      Signs: { y: TOP_PX + 120 },
      Score: { type: Label },
      Praise: { type: Label },
      Kept: { type: Label },
      Actions: { type: ActionRow, passSignals: { choose: true } },
    }
  }

  show(view: ResultView): void {
    this.view = view
    this.showSigns(view)
    const isStanding = isVertical(view.heading.locale)
    const middle = SCREEN.widthPx / 2
    const heading = part(this.getByRef('Heading'))
    heading.show(view.heading, NOTICE.slot)
    heading.tint = COLOURS.textMuted
    heading.patch(
      isStanding ? { x: part(this.getByRef('Signs')).x - heading.w - 80, y: TOP_PX + 60 } : { x: middle - heading.w / 2, y: TOP_PX },
    )
    const score = part(this.getByRef('Score'))
    score.show({ ...view.scoreText, locale: 'zh-Hans' }, { ...NOTICE.slot, isStrong: true })
    score.patch({ x: middle - score.w / 2, y: TOP_PX + 290 })
    const praise = part(this.getByRef('Praise'))
    praise.show(view.praise, NOTICE.more)
    praise.patch({ x: middle - praise.w / 2, y: TOP_PX + 370 })
    const kept = part(this.getByRef('Kept'))
    kept.show(view.kept, NOTICE.least)
    kept.tint = COLOURS.gold
    kept.patch({ x: middle - kept.w / 2, y: Math.max(TOP_PX + 430, praise.y + praise.h) })
    const row = part(this.getByRef('Actions'))
    row.show(view.actions, isStanding ? BROWSE.vertical.hero.button : BROWSE.horizontal.hero.button)
    row.patch({ x: middle - row.w / 2, y: Math.max(TOP_PX + (isStanding ? 470 : 520), kept.y + kept.h + ROW_GAP_PX) })
  }

  spoken(): readonly (LocalText | undefined)[] {
    const { view } = this
    return [view?.heading, view?.scoreText, view?.praise, view?.kept]
  }

  override _getFocused(): Lightning.Component | undefined {
    return part(this.getByRef('Actions'))
  }

  private showSigns({ marks }: ResultView): void {
    const row = part(this.getByRef('Signs'))
    row.childList.clear()
    row.x = (SCREEN.widthPx - marks.length * SIGN_PX - (marks.length - 1) * SIGN_GAP_PX) / 2
    for (const [at, isRight] of marks.entries()) {
      const sign = this.stage.c({ x: at * (SIGN_PX + SIGN_GAP_PX), color: isRight ? COLOURS.grass : COLOURS.clay })
      sign.texture = iconTexture(this.stage, isRight ? 'check' : 'cross', SIGN_PX)
      row.childList.add(sign)
    }
  }
}
