import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import { panelTexture, ringTexture } from '../components/canvas-texture.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import type { Speaker } from '../components/speaker.ts'
import type { Reading } from '../data/browse-view.ts'
import { READING, SCREEN, type Writing, writingOf } from '../layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'

interface ReadingSpec extends Lightning.Component.TemplateSpec {
  Veil: object
  Panel: { Ground: object; Ring: object; Title: typeof Label; Window: { Text: typeof Label } }
}

const { panel, paddingPx, minHeightPx } = READING
const TITLE_PX = 92
const LINE_PX = 3
const STEP_LINES = 4

/** A text in full, such as an article of law; ↑ ↓ and ← → read on, Back or OK closes it. */
export class ReadingPanel extends Lightning.Component<ReadingSpec> implements Speaker {
  declare private reading: Reading | undefined
  declare private writing: Writing
  /** How far the text has been moved on, px. */
  declare private readPx: number

  static override _template(): Lightning.Component.Template<ReadingSpec> {
    return {
      visible: false,
      Veil: { rect: true, w: SCREEN.widthPx, h: SCREEN.heightPx, color: COLOURS.groundVeil },
      Panel: {
        x: panel.xPx,
        Ground: { color: COLOURS.surface },
        Ring: { color: COLOURS.outline },
        Title: { type: Label, x: paddingPx, y: paddingPx },
        Window: { clipping: true, Text: { type: Label } },
      },
    }
  }

  show(reading: Reading): void {
    this.reading = reading
    const isVertical = [reading.title, reading.text].some(({ locale }) => writingOf(locale) === 'vertical')
    this.writing = isVertical ? 'vertical' : 'horizontal'
    const title = part(this.tag('Panel.Title'))
    title.show(reading.title, isVertical ? READING.columnTitle : READING.title)
    title.tint = COLOURS.gold
    const { text: slot } = READING
    const long = slot.maxLines * slot.pitchPx
    const { heightPx } = READING.columnTitle
    // It may be of any length: the window moves along it.
    this.words.show(reading.text, isVertical ? { ...slot, flow: 'spine', widthPx: long, heightPx } : { ...slot, heightPx: long })
    this.readPx = 0
    for (const along of ['x', 'y'] as const) this.words.fastForward(along)
    this.words.patch({ x: 0, y: 0 })
    this.frame(title)
    this.visible = true
  }

  spoken(): readonly LocalText[] {
    return this.reading === undefined ? [] : [this.reading.title, this.reading.text]
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

  /** As tall as its text, in the middle of the screen; the title above it, or on its left. */
  private frame(title: Label): void {
    const isVertical = this.writing === 'vertical'
    const before = isVertical ? { x: paddingPx + TITLE_PX, y: paddingPx } : { x: paddingPx, y: paddingPx + TITLE_PX }
    const neededPx = before.y + (isVertical ? Math.max(title.h, this.words.h) : this.words.h) + paddingPx
    const size = { widthPx: panel.widthPx, heightPx: Math.max(minHeightPx, Math.min(panel.heightPx, neededPx)) }
    const window = { ...before, w: size.widthPx - before.x - paddingPx, h: size.heightPx - before.y - paddingPx }
    this.patch({ Panel: { y: (SCREEN.heightPx - size.heightPx) / 2, Window: window } })
    part(this.tag('Panel.Ground')).texture = panelTexture(this.stage, size, RADIUS.panel)
    part(this.tag('Panel.Ring')).texture = ringTexture(this.stage, size, RADIUS.panel, LINE_PX)
  }

  private moveBy(lines: number): void {
    const text = this.words
    const [along, length] = this.writing === 'vertical' ? (['x', 'w'] as const) : (['y', 'h'] as const)
    const beyondPx = part(this.tag('Panel.Window'))[length] - text[length]
    this.readPx = Math.min(0, Math.max(beyondPx, this.readPx + lines * READING.text.pitchPx))
    text.setSmooth(along, this.readPx, { duration: FOCUS.moveSeconds })
  }

  private get words(): Label {
    return part(this.tag('Panel.Window.Text'))
  }
}
