import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { CreditView } from '../data/browse-view.ts'
import type { RailLayout } from '../layout.ts'
import { COLOURS, FOCUS, RADIUS } from '../theme.ts'
import { ringTexture } from './canvas-texture.ts'
import { Label } from './label.ts'
import { part } from './part.ts'
import { setGround } from './set-ground.ts'
import type { Speaker } from './speaker.ts'

interface CreditCardSpec extends Lightning.Component.TemplateSpec {
  Frame: { Ring: object; Ground: object; Role: typeof Label; Names: typeof Label }
}

/** What somebody did for a work, and who they are, as an entry of a rail; OK opens all of the names. */
export class CreditCard extends Lightning.Component<CreditCardSpec> implements Speaker {
  declare view: CreditView | undefined

  static override _template(): Lightning.Component.Template<CreditCardSpec> {
    return {
      Frame: { pivot: 0.5, Ring: { alpha: 0, color: COLOURS.sky }, Ground: {}, Role: { type: Label }, Names: { type: Label } },
    }
  }

  show(view: CreditView, { role, names, ...size }: RailLayout['credit']): void {
    this.view = view
    const { widthPx, heightPx } = size
    const reach = FOCUS.ringGapPx + FOCUS.ringPx
    const outer = { widthPx: widthPx + 2 * reach, heightPx: heightPx + 2 * reach }
    this.patch({
      Frame: { w: widthPx, h: heightPx, Ring: { x: -reach, y: -reach }, Role: at(role), Names: at(names) },
    })
    setGround(part(this.tag('Frame.Ground')), size)
    part(this.tag('Frame.Ring')).texture = ringTexture(this.stage, outer, RADIUS.panel + reach, FOCUS.ringPx)
    const roleLabel = part(this.tag('Frame.Role'))
    roleLabel.show(view.role, role)
    roleLabel.tint = COLOURS.gold
    part(this.tag('Frame.Names')).show(view.names, names)
  }

  spoken(): readonly (LocalText | undefined)[] {
    return [this.view?.role, this.view?.names]
  }

  override _focus(): void {
    this.emphasise(true)
  }

  override _unfocus(): void {
    this.emphasise(false)
  }

  private emphasise(isFocused: boolean): void {
    const duration = FOCUS.moveSeconds
    part(this.getByRef('Frame')).setSmooth('scale', isFocused ? 1.03 : 1, { duration })
    part(this.tag('Frame.Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration })
  }
}

const at = ({ xPx, yPx }: { readonly xPx: number; readonly yPx: number }) => ({ x: xPx, y: yPx })
