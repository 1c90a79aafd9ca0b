import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import { type KeyLayout, PAD } from '../search-layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'
import { ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { setGround } from './set-ground.ts'
import type { Speaker } from './speaker.ts'

interface KeySpec extends Lightning.Component.TemplateSpec {
  Frame: { Ring: object; Ground: object; Letter: typeof Label }
}

/** A key with one letter. All keys share the textures of their shapes. */
export class LetterKey extends Lightning.Component<KeySpec> implements Speaker {
  declare private letter: string

  static override _template(): Lightning.Component.Template<KeySpec> {
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    return {
      Frame: {
        pivot: 0.5,
        Ring: { x: -reach, y: -reach, alpha: 0, color: COLOURS.sky },
        Ground: {},
        Letter: { type: Label, mount: 0.5 },
      },
    }
  }

  show(letter: string, { key, letter: slot }: KeyLayout = PAD): void {
    this.letter = letter
    const { widthPx, heightPx } = key
    const size = { w: widthPx, h: heightPx }
    this.patch({ ...size, Frame: { ...size, Letter: { x: widthPx / 2, y: heightPx / 2 } } })
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    setGround(part(this.tag('Frame.Ground')), key, RADIUS.poster, COLOURS.surfaceRaised)
    const outer = { widthPx: widthPx + 2 * reach, heightPx: heightPx + 2 * reach }
    part(this.tag('Frame.Ring')).texture = ringTexture(this.stage, outer, RADIUS.poster + reach, FOCUS.ringPx)
    part(this.tag('Frame.Letter')).show({ text: letter, locale: 'zh-Hans' }, slot)
  }

  spoken(): readonly LocalText[] {
    return [{ text: this.letter, locale: 'zh-Hans' }]
  }

  override _focus(): void {
    this.emphasise(true)
  }

  override _unfocus(): void {
    this.emphasise(false)
  }

  private emphasise(isFocused: boolean): void {
    const duration = FOCUS.moveSeconds
    part(this.getByRef('Frame')).setSmooth('scale', isFocused ? FOCUS.scale : 1, { duration })
    part(this.tag('Frame.Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration })
  }
}
