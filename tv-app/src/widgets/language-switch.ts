import { Lightning } from '@lightningjs/sdk'
import { LOCALE_NAMES, type Locale } from '@ulan/contract'
import { panelTexture, ringTexture } from '../components/canvas-texture.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import { setGround } from '../components/set-ground.ts'
import { SWITCH } from '../layout.ts'
import { COLOURS, FOCUS } from '../theme.ts'

interface LanguageSwitchSpec extends Lightning.Component.TemplateSpec {
  Ring: object
  Ground: object
  Chosen: object
  Names: object
}

const RADIUS_PX = 20
const REACH_PX = FOCUS.ringGapPx + FOCUS.ringPx
const { widthPx: cellWidthPx, heightPx: cellHeightPx } = SWITCH.cell

/** Languages side by side, each by its own name in its own script; the chosen one stands on a lighter ground. */
export class LanguageSwitch extends Lightning.Component<LanguageSwitchSpec> {
  declare private offered: readonly Locale[]

  static override _template(): Lightning.Component.Template<LanguageSwitchSpec> {
    return {
      pivot: 0.5,
      h: cellHeightPx,
      Ring: { x: -REACH_PX, y: -REACH_PX, alpha: 0, color: COLOURS.sky },
      Ground: { alpha: 0.92 },
      Chosen: { color: COLOURS.chosen },
      Names: {},
    }
  }

  override _construct(): void {
    this.offered = []
  }

  override _init(): void {
    part(this.getByRef('Chosen')).texture = panelTexture(this.stage, SWITCH.cell, RADIUS_PX)
  }

  show(offered: readonly Locale[], chosen: Locale): void {
    if (offered.join() !== this.offered.join()) this.setOut(offered)
    const at = offered.indexOf(chosen)
    part(this.getByRef('Chosen')).setSmooth('x', at * cellWidthPx, { duration: FOCUS.moveSeconds })
    for (const [place, name] of this.names.entries()) name.tint = place === at ? COLOURS.onChosen : COLOURS.textMuted
  }

  emphasise(isFocused: boolean): void {
    const duration = FOCUS.moveSeconds
    this.setSmooth('scale', isFocused ? FOCUS.scale : 1, { duration })
    part(this.getByRef('Ring')).setSmooth('alpha', isFocused ? 1 : 0, { duration })
  }

  private setOut(offered: readonly Locale[]): void {
    this.offered = offered
    this.w = cellWidthPx * offered.length
    setGround(part(this.getByRef('Ground')), { widthPx: this.w, heightPx: cellHeightPx }, RADIUS_PX)
    const outer = { widthPx: this.w + 2 * REACH_PX, heightPx: cellHeightPx + 2 * REACH_PX }
    part(this.getByRef('Ring')).texture = ringTexture(this.stage, outer, RADIUS_PX + REACH_PX, FOCUS.ringPx)
    part(this.getByRef('Names')).children = offered.map((locale, at) => {
      const name = this.stage.c({ type: Label, ref: `Name${at}`, x: cellWidthPx * (at + 0.5), y: cellHeightPx / 2, mount: 0.5 })
      name.show({ text: LOCALE_NAMES[locale], locale }, SWITCH.slot)
      return name
    })
  }

  private get names(): Label[] {
    return part(this.getByRef('Names')).children as Label[] // `setOut` adds nothing else
  }
}
