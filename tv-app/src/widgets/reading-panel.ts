import { Lightning } from '@lightningjs/sdk'
import type { CitedArticle, LocalText } from '@ulan/contract'
import { panelTexture, ringTexture } from '../components/canvas-texture.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import type { Speaker } from '../components/speaker.ts'
import { READING, SCREEN } from '../layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'

interface ReadingSpec extends Lightning.Component.TemplateSpec {
  Veil: object
  Panel: { Ground: object; Ring: object; Title: typeof Label; Window: { Text: typeof Label } }
}

const { panel, paddingPx, minHeightPx } = READING
const TEXT_Y_PX = paddingPx + 92
const LINE_PX = 3
const STEP_LINES = 4

/** An article of law in full; ↑ ↓ read on, Back or OK closes it. */
export class ReadingPanel extends Lightning.Component<ReadingSpec> implements Speaker {
  declare private article: CitedArticle | undefined

  static override _template(): Lightning.Component.Template<ReadingSpec> {
    return {
      visible: false,
      Veil: { rect: true, w: SCREEN.widthPx, h: SCREEN.heightPx, color: COLOURS.groundVeil },
      Panel: {
        x: panel.xPx,
        Ground: { color: COLOURS.surface },
        Ring: { color: COLOURS.outline },
        Title: { type: Label, x: paddingPx, y: paddingPx },
        Window: { x: paddingPx, y: TEXT_Y_PX, w: panel.widthPx - 2 * paddingPx, clipping: true, Text: { type: Label } },
      },
    }
  }

  /** Statutes are shown in the language they were passed in. */
  show(article: CitedArticle): void {
    this.article = article
    const title = part(this.tag('Panel.Title'))
    title.show(headingOf(article), READING.title)
    title.tint = COLOURS.gold
    const text = this.words
    const slot = READING.text
    text.show({ text: article.text, locale: 'zh-Hans' }, { ...slot, heightPx: slot.maxLines * slot.pitchPx })
    text.y = 0
    this.frame(Math.max(minHeightPx, Math.min(panel.heightPx, TEXT_Y_PX + text.h + paddingPx)))
    this.visible = true
  }

  spoken(): readonly LocalText[] {
    const { article } = this
    return article === undefined ? [] : [headingOf(article), { text: article.text, locale: 'zh-Hans' }]
  }

  override _handleUp(): void {
    this.moveBy(STEP_LINES)
  }

  override _handleDown(): void {
    this.moveBy(-STEP_LINES)
  }

  override _handleLeft(): void {
    this.moveBy(STEP_LINES)
  }

  override _handleRight(): void {
    this.moveBy(-STEP_LINES)
  }

  override _handleEnter(): void {
    this.signal('closeReading')
  }

  /** As tall as its text, in the middle of the screen. */
  private frame(heightPx: number): void {
    const size = { widthPx: panel.widthPx, heightPx }
    this.patch({ Panel: { y: (SCREEN.heightPx - heightPx) / 2, Window: { h: heightPx - TEXT_Y_PX - paddingPx } } })
    part(this.tag('Panel.Ground')).texture = panelTexture(this.stage, size, RADIUS.panel)
    part(this.tag('Panel.Ring')).texture = ringTexture(this.stage, size, RADIUS.panel, LINE_PX)
  }

  private moveBy(lines: number): void {
    const text = this.words
    const y = Math.min(
      0,
      Math.max(part(this.tag('Panel.Window')).h - text.h, (text.getSmooth('y') ?? text.y) + lines * READING.text.pitchPx),
    )
    text.setSmooth('y', y, { duration: FOCUS.moveSeconds })
  }

  private get words(): Label {
    return part(this.tag('Panel.Window.Text'))
  }
}

const headingOf = ({ lawTitle, article }: CitedArticle): LocalText => ({ text: `${lawTitle}　${article}`, locale: 'zh-Hans' })
