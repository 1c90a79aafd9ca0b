import { Lightning } from '@lightningjs/sdk'
import type { DeskView } from '../data/kids-view.ts'
import { PIN_BOX } from '../kids-layout.ts'
import { COLOURS, RADIUS } from '../theme.ts'
import { panelTexture, ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'

interface BoxSpec extends Lightning.Component.TemplateSpec {
  Ground: object
  Ring: object
  Dot: object
  Digit: typeof Label
}

const { widthPx, heightPx, gapPx, dotPx } = PIN_BOX
const RING_PX = 4

/** One place of an answer. */
class PinBox extends Lightning.Component<BoxSpec> {
  static override _template(): Lightning.Component.Template<BoxSpec> {
    return {
      Ground: { color: COLOURS.surface },
      Ring: { color: COLOURS.outline },
      Dot: { x: widthPx / 2, y: heightPx / 2, mount: 0.5, color: COLOURS.text, visible: false },
      Digit: { type: Label, x: widthPx / 2, y: heightPx / 2, mount: 0.5 },
    }
  }

  override _init(): void {
    part(this.getByRef('Ground')).texture = panelTexture(this.stage, PIN_BOX, RADIUS.poster)
    part(this.getByRef('Ring')).texture = ringTexture(this.stage, PIN_BOX, RADIUS.poster, RING_PX)
    part(this.getByRef('Dot')).texture = panelTexture(this.stage, { widthPx: dotPx, heightPx: dotPx }, dotPx / 2)
  }

  show(digit: string | undefined, isSecret: boolean, isNext: boolean): void {
    part(this.getByRef('Ring')).patch({ color: isNext ? COLOURS.sky : COLOURS.outline })
    part(this.getByRef('Dot')).visible = digit !== undefined && isSecret
    part(this.getByRef('Digit')).show(isSecret || digit === undefined ? undefined : { text: digit, locale: 'zh-Hans' }, PIN_BOX.digit)
  }
}

interface BoxesSpec extends Lightning.Component.TemplateSpec {
  Sum: typeof Label
  Places: object
}

/** What has been typed, place by place: dots of a PIN, digits of a result, which stands after its sum. */
export class PinBoxes extends Lightning.Component<BoxesSpec> {
  static override _template(): Lightning.Component.Template<BoxesSpec> {
    return { Sum: { type: Label, y: heightPx / 2, mountY: 0.5 }, Places: {} }
  }

  show({ sum, typed, length, isSecret }: Pick<DeskView, 'sum' | 'typed' | 'length' | 'isSecret'>): void {
    const words = part(this.getByRef('Sum')).show(sum, PIN_BOX.sum)
    const places = part(this.getByRef('Places'))
    places.x = words.widthPx === 0 ? 0 : words.widthPx + PIN_BOX.sumGapPx
    if (this.boxes.length !== length) {
      places.children = Array.from({ length }, (_, at) => this.stage.c({ type: PinBox, ref: `Place${at}`, x: at * (widthPx + gapPx) }))
    }
    for (const [at, box] of this.boxes.entries()) box.show(typed[at], isSecret, at === typed.length)
  }

  private get boxes(): PinBox[] {
    return part(this.getByRef('Places')).children as PinBox[] // `show` adds nothing else
  }
}
