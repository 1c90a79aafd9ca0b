import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { ChapterSpan, StoryboardPicture } from '@ulan/player'
import { clockText } from '../data/card-view.ts'
import { EDGE, SCREEN, type Writing } from '../layout.ts'
import { PLAYER } from '../player-layout.ts'
import { COLOURS, RADIUS, SHADE } from '../theme.ts'
import { fadeTexture, iconTexture, panelTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { ProgressBar } from './progress-bar.ts'
import { SeekPreview } from './seek-preview.ts'

interface TransportSpec extends Lightning.Component.TemplateSpec {
  Foot: object
  Side: object
  Title: typeof Label
  CaptionsGround: object
  Captions: typeof Label
  CaptionsKey: object
  Icon: object
  Bar: typeof ProgressBar
  Position: typeof Label
  Duration: typeof Label
  TimeOfDay: typeof Label
  TimeIcon: object
  Preview: typeof SeekPreview
}
export type TransportView = {
  readonly writing: Writing
  readonly title: LocalText | undefined
  /** How subtitles are shown; undefined where there are none. */
  readonly captions: LocalText | undefined
  readonly isPaused: boolean
  /** What lies at `positionSeconds`, while that is only steered to. */
  readonly preview: StoryboardPicture | undefined
  readonly positionSeconds: number
  readonly durationSeconds: number
  /** Parts of the film; the same value as long as they are the same. */
  readonly chapters: readonly ChapterSpan[]
  readonly bufferedEndSeconds: number
  /** Undefined where the box does not know it. */
  readonly timeOfDay: LocalText | undefined
}

const ICON_PX = 56
const KEY_PX = 32
const KEY_GAP_PX = 12
const PLATE_PADDING_PX = 14
const { xPx, yPx, widthPx } = PLAYER.bar
/** The lower right corner of what is said of subtitles. */
const CAPTIONS_END = { xPx: xPx + widthPx, yPx: yPx - 24 } as const

/** What lies over a running film after a press: its name, the time line, play or pause. */
export class Transport extends Lightning.Component<TransportSpec> {
  static override _template(): Lightning.Component.Template<TransportSpec> {
    return {
      Foot: { y: 560, w: SCREEN.widthPx, h: SCREEN.heightPx - 560, color: COLOURS.ground },
      Side: { w: 700, h: SCREEN.heightPx, color: COLOURS.ground, alpha: SHADE.sideAlpha, visible: false },
      Title: { type: Label },
      CaptionsGround: { x: CAPTIONS_END.xPx, y: CAPTIONS_END.yPx, mount: 1, color: COLOURS.groundVeil },
      Captions: { type: Label, x: CAPTIONS_END.xPx - PLATE_PADDING_PX, y: CAPTIONS_END.yPx - PLATE_PADDING_PX, mount: 1 },
      CaptionsKey: { color: COLOURS.text, mount: 1 },
      Icon: { x: EDGE.xPx, y: yPx + 30, color: COLOURS.text },
      Bar: { type: ProgressBar, x: xPx, y: yPx },
      Position: { type: Label, x: EDGE.xPx + ICON_PX + 24, y: yPx + PLAYER.clockGapPx },
      Duration: { type: Label, x: xPx + widthPx, y: yPx + PLAYER.clockGapPx, mountX: 1 },
      TimeOfDay: { type: Label, x: SCREEN.widthPx / 2, y: yPx + PLAYER.clockGapPx, mountX: 0.5 },
      TimeIcon: { y: yPx + PLAYER.clockGapPx + (PLAYER.clock.pitchPx - KEY_PX) / 2, mountX: 1, color: COLOURS.textMuted },
      Preview: { type: SeekPreview },
    }
  }

  override _init(): void {
    part(this.getByRef('Foot')).texture = fadeTexture(this.stage, 'up')
    part(this.getByRef('TimeIcon')).texture = iconTexture(this.stage, 'clock', KEY_PX)
    part(this.getByRef('TimeOfDay')).tint = COLOURS.textMuted
    part(this.getByRef('CaptionsKey')).texture = iconTexture(this.stage, 'down', KEY_PX)
    part(this.getByRef('Side')).texture = fadeTexture(this.stage, 'right')
  }

  show(view: TransportView): void {
    const { durationSeconds, positionSeconds } = view
    const fraction = (seconds: number): number => (durationSeconds > 0 ? Math.min(1, seconds / durationSeconds) : 0)
    const bar = part(this.getByRef('Bar'))
    bar.show(fraction(positionSeconds), fraction(view.bufferedEndSeconds))
    bar.mark(view.chapters)
    this.showClock('Position', positionSeconds)
    this.showClock('Duration', durationSeconds)
    part(this.getByRef('Icon')).texture = iconTexture(this.stage, view.isPaused ? 'play' : 'pause', ICON_PX)
    const title = part(this.getByRef('Title'))
    const hasButtons = view.chapters.length > 0 && view.writing === 'horizontal'
    const words = title.show(view.title, PLAYER.title[hasButtons ? 'beside' : view.writing])
    title.patch(words.isVertical ? { x: EDGE.xPx, y: 160 } : { x: EDGE.xPx, y: yPx - 90 })
    part(this.getByRef('Side')).visible = words.isVertical
    this.showCaptions(view)
    this.showTimeOfDay(view.timeOfDay)
    const { preview: picture, writing } = view
    const clock = clockText(positionSeconds)
    part(this.getByRef('Preview')).show(picture && { picture, clock, fraction: fraction(positionSeconds), writing })
  }

  /** At the right end above the time line: the key that changes it, then the words, as this script reads. */
  private showCaptions({ captions, writing }: TransportView): void {
    const label = part(this.getByRef('Captions'))
    const { isVertical, widthPx: wordsPx, heightPx: wordsHighPx } = label.show(captions, PLAYER.captions[writing])
    const [key, ground] = [part(this.getByRef('CaptionsKey')), part(this.getByRef('CaptionsGround'))]
    key.visible = captions !== undefined
    ground.visible = captions !== undefined
    if (captions === undefined) return
    key.patch(
      isVertical
        ? { x: label.x - (wordsPx - KEY_PX) / 2, y: label.y - wordsHighPx - KEY_GAP_PX }
        : { x: label.x - wordsPx - KEY_GAP_PX, y: label.y - (wordsHighPx - KEY_PX) / 2 },
    )
    const size = {
      widthPx: Math.max(wordsPx, KEY_PX) + (isVertical ? 0 : KEY_PX + KEY_GAP_PX) + 2 * PLATE_PADDING_PX,
      heightPx: Math.max(wordsHighPx, KEY_PX) + (isVertical ? KEY_PX + KEY_GAP_PX : 0) + 2 * PLATE_PADDING_PX,
    }
    ground.texture = panelTexture(this.stage, size, RADIUS.pill)
  }

  /** Between the film's own times, and quieter. */
  private showTimeOfDay(time: LocalText | undefined): void {
    const words = part(this.getByRef('TimeOfDay')).show(time, PLAYER.clock)
    part(this.getByRef('TimeIcon')).patch({ visible: time !== undefined, x: (SCREEN.widthPx - words.widthPx) / 2 - KEY_GAP_PX })
  }

  private showClock(ref: 'Position' | 'Duration', seconds: number): void {
    part(this.getByRef(ref)).show(clockText(seconds), PLAYER.clock)
  }
}
