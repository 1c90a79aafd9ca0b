import { Lightning } from '@lightningjs/sdk'
import { LOCALE_NAMES, type Locale, type LocalText } from '@ulan/contract'
import type { TextSlot } from '../text/text-layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'
import { ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { setGround } from './set-ground.ts'
import type { Speaker } from './speaker.ts'

interface LanguageCardSpec extends Lightning.Component.TemplateSpec {
  Frame: { Ring: object; Ground: object; Name: typeof Label }
}
type CardSize = { readonly widthPx: number; readonly heightPx: number; readonly name: TextSlot }

/** A language by its own name in its own script, large. */
export class LanguageCard extends Lightning.Component<LanguageCardSpec> implements Speaker {
  declare locale: Locale

  static override _template(): Lightning.Component.Template<LanguageCardSpec> {
    return {
      Frame: {
        pivot: 0.5,
        Ring: { alpha: 0, color: COLOURS.sky },
        Ground: {},
        Name: { type: Label, mount: 0.5 },
      },
    }
  }

  show(locale: Locale, size: CardSize): void {
    this.locale = locale
    const { widthPx: w, heightPx: h } = size
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    this.patch({ w, h, Frame: { w, h, Ring: { x: -reach, y: -reach }, Name: { x: w / 2, y: h / 2 } } })
    setGround(part(this.tag('Frame.Ground')), size, RADIUS.panel, COLOURS.surfaceRaised)
    const outer = { widthPx: w + 2 * reach, heightPx: h + 2 * reach }
    part(this.tag('Frame.Ring')).texture = ringTexture(this.stage, outer, RADIUS.panel + reach, FOCUS.ringPx)
    part(this.tag('Frame.Name')).show({ text: LOCALE_NAMES[locale], locale }, size.name)
  }

  spoken(): readonly LocalText[] {
    return [{ text: LOCALE_NAMES[this.locale], locale: this.locale }]
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
