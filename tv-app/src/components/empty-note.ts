import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { SearchLayout } from '../search-layout.ts'
import { COLOURS } from '../theme.ts'
import { iconTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'

interface NoteSpec extends Lightning.Component.TemplateSpec {
  Icon: object
  Text: typeof Label
  Tip: typeof Label
}

const ICON_PX = 104

/** In place of results: a sentence, and what to try instead. */
export class EmptyNote extends Lightning.Component<NoteSpec> {
  static override _template(): Lightning.Component.Template<NoteSpec> {
    return {
      Icon: { mountX: 0.5, color: COLOURS.gold },
      Text: { type: Label },
      Tip: { type: Label },
    }
  }

  override _init(): void {
    part(this.getByRef('Icon')).texture = iconTexture(this.stage, 'search', ICON_PX)
  }

  /** Both texts in the middle of the layout's box, one below the other, or side by side in columns. */
  show(text: LocalText, tip: LocalText, { box, gapPx, ...slots }: SearchLayout['none']): void {
    const label = part(this.getByRef('Text'))
    const tipLabel = part(this.getByRef('Tip'))
    const words = label.show(text, slots.text)
    const more = tipLabel.show(tip, slots.tip)
    tipLabel.tint = COLOURS.textMuted
    const centre = box.xPx + box.widthPx / 2
    const heightPx = words.isVertical ? Math.max(words.heightPx, more.heightPx) : words.heightPx + gapPx + more.heightPx
    const top = box.yPx + (box.heightPx - ICON_PX - gapPx - heightPx) / 2
    const below = top + ICON_PX + gapPx
    part(this.getByRef('Icon')).patch({ x: centre, y: top })
    if (words.isVertical) {
      const left = centre - (words.widthPx + gapPx + more.widthPx) / 2
      label.patch({ x: left, y: below })
      tipLabel.patch({ x: left + words.widthPx + gapPx, y: below })
    } else {
      label.patch({ x: centre - words.widthPx / 2, y: below })
      tipLabel.patch({ x: centre - more.widthPx / 2, y: below + words.heightPx + gapPx })
    }
  }
}
