import { Lightning } from '@lightningjs/sdk'
import { shownLetters } from '../data/letter-pad.ts'
import { FIELD } from '../search-layout.ts'
import { COLOURS } from '../theme.ts'
import { iconTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { setGround } from './set-ground.ts'

interface FieldSpec extends Lightning.Component.TemplateSpec {
  Ground: object
  Icon: object
  Letters: typeof Label
  Caret: object
}

/** What has been typed, large, and where the next letter will stand. The caret does not blink: a still screen draws no frames. */
export class SearchField extends Lightning.Component<FieldSpec> {
  static override _template(): Lightning.Component.Template<FieldSpec> {
    const { box, iconPx, paddingPx, caret } = FIELD
    return {
      x: box.xPx,
      y: box.yPx,
      Ground: {},
      Icon: { x: paddingPx, y: (box.heightPx - iconPx) / 2, color: COLOURS.textMuted },
      Letters: { type: Label, x: paddingPx * 2 + iconPx, y: box.heightPx / 2, mountY: 0.5 },
      Caret: {
        rect: true,
        y: (box.heightPx - caret.heightPx) / 2,
        w: caret.widthPx,
        h: caret.heightPx,
        color: COLOURS.sky,
      },
    }
  }

  override _init(): void {
    setGround(part(this.getByRef('Ground')), FIELD.box)
    part(this.getByRef('Icon')).texture = iconTexture(this.stage, 'search', FIELD.iconPx)
  }

  show(letters: string): void {
    const label = part(this.getByRef('Letters'))
    const { widthPx } = label.show({ text: shownLetters(letters), locale: 'zh-Hans' }, FIELD.letters)
    part(this.getByRef('Caret')).x = label.x + (widthPx === 0 ? 0 : widthPx + FIELD.caret.gapPx)
  }
}
