import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { SettingRow } from '../data/settings-view.ts'
import type { SettingsLayout } from '../settings-layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'
import { iconTexture, ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { setGround } from './set-ground.ts'
import type { Speaker } from './speaker.ts'

interface SettingBarSpec extends Lightning.Component.TemplateSpec {
  Frame: { Ring: object; Ground: object; Name: typeof Label; Value: typeof Label; Before: object; After: object }
}

const ARROW_PX = 36
const FADED = 0.25
/** The icon points down. */
const TURN = { left: Math.PI / 2, right: -Math.PI / 2, up: Math.PI, down: 0 } as const

/** One setting: its name, and its value between the arrows that change it; lying or standing as its layout says. */
export class SettingBar extends Lightning.Component<SettingBarSpec> implements Speaker {
  declare row: SettingRow

  static override _template(): Lightning.Component.Template<SettingBarSpec> {
    return {
      Frame: {
        pivot: 0.5,
        Ring: { alpha: 0, color: COLOURS.sky },
        Ground: {},
        Name: { type: Label },
        Value: { type: Label, mount: 0.5 },
        Before: { mount: 0.5, pivot: 0.5 },
        After: { mount: 0.5, pivot: 0.5 },
      },
    }
  }

  show(row: SettingRow, layout: SettingsLayout['row']): void {
    this.row = row
    const { widthPx, heightPx, paddingPx } = layout
    const isStanding = heightPx > widthPx
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    this.patch({ w: widthPx, h: heightPx, Frame: { w: widthPx, h: heightPx, Ring: { x: -reach, y: -reach } } })
    setGround(part(this.tag('Frame.Ground')), layout)
    const outer = { widthPx: widthPx + 2 * reach, heightPx: heightPx + 2 * reach }
    part(this.tag('Frame.Ring')).texture = ringTexture(this.stage, outer, RADIUS.panel + reach, FOCUS.ringPx)
    const name = part(this.tag('Frame.Name'))
    const words = name.show(row.label, layout.label)
    name.patch(isStanding ? { x: (widthPx - words.widthPx) / 2, y: paddingPx } : { x: paddingPx, y: (heightPx - words.heightPx) / 2 })
    this.showValue(layout, isStanding)
  }

  spoken(): readonly LocalText[] {
    return [this.row.label, this.row.value]
  }

  /** At the far end, with an arrow on each side as far as there is another value there. */
  private showValue({ widthPx, heightPx, paddingPx, value: slot, valuePx }: SettingsLayout['row'], isStanding: boolean): void {
    const { value, before, after } = this.row
    const middlePx = (isStanding ? heightPx : widthPx) - paddingPx - ARROW_PX - valuePx / 2
    const at = (alongPx: number) => (isStanding ? { x: widthPx / 2, y: alongPx } : { x: alongPx, y: heightPx / 2 })
    const text = part(this.tag('Frame.Value'))
    text.show(value, slot)
    text.patch(at(middlePx))
    const canChange = before !== undefined || after !== undefined
    const arrow = (ref: 'Before' | 'After', isThere: boolean, alongPx: number, rotation: number): void => {
      const element = part(this.tag(`Frame.${ref}`))
      element.texture = iconTexture(this.stage, 'down', ARROW_PX)
      element.patch({ ...at(alongPx), rotation, visible: canChange, alpha: isThere ? 1 : FADED })
    }
    const reachPx = (valuePx + ARROW_PX) / 2
    arrow('Before', before !== undefined, middlePx - reachPx, isStanding ? TURN.up : TURN.left)
    arrow('After', after !== undefined, middlePx + reachPx, isStanding ? TURN.down : TURN.right)
  }

  override _focus(): void {
    this.emphasise(true)
  }

  override _unfocus(): void {
    this.emphasise(false)
  }

  private emphasise(isFocused: boolean): void {
    const duration = FOCUS.moveSeconds
    part(this.getByRef('Frame')).setSmooth('scale', isFocused ? 1.02 : 1, { duration })
    part(this.tag('Frame.Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration })
  }
}
