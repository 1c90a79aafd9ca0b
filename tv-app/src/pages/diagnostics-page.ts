import { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import type { Speaker } from '../components/speaker.ts'
import { Spinner } from '../components/spinner.ts'
import { type Diagnostics, diagnosticRows } from '../data/diagnostics-view.ts'
import { EDGE, SCREEN } from '../layout.ts'
import { inspectBox } from '../platform/diagnostics.ts'
import { MEDIA_EVENT } from '../platform/keys.ts'
import { DIAGNOSTICS } from '../settings-layout.ts'
import { DIAGNOSTICS_TEXTS } from '../text/diagnostics-texts.ts'
import { COLOURS } from '../theme.ts'
import type { PageContract, PageServices } from './page-services.ts'

interface DiagnosticsSpec extends Lightning.Component.TemplateSpec {
  services: PageServices
  Title: typeof Label
  Tip: typeof Label
  Rows: object
  Spinner: typeof Spinner
}

/** What this box is and can do, to be read to somebody who helps. OK looks anew. */
export class DiagnosticsPage extends Lightning.Component<DiagnosticsSpec> implements PageContract, Speaker {
  declare services: PageServices
  declare private found: Diagnostics | undefined
  declare private pressed: number | undefined

  static override _template(): Lightning.Component.Template<DiagnosticsSpec> {
    return {
      Title: { type: Label, x: EDGE.xPx, y: 176 },
      Tip: { type: Label, x: EDGE.xPx, y: 256 },
      Rows: { x: EDGE.xPx, y: DIAGNOSTICS.firstYPx },
      Spinner: { type: Spinner, x: SCREEN.widthPx / 2, y: SCREEN.heightPx / 2 },
    }
  }

  override _init(): void {
    this.services.teach(DIAGNOSTICS_TEXTS)
    this.services.navigation.showHeader(true)
    this.draw()
    this.look()
  }

  memory(): undefined {
    return undefined
  }

  relocalise(): void {
    this.draw()
  }

  /** Figures are for whoever sees them; what the page is for is for all. */
  spoken(): readonly LocalText[] {
    return [this.services.say('diagnostics:title'), this.services.say('diagnostics:tip')]
  }

  sees(keyCode: number): void {
    if (keyCode === MEDIA_EVENT) return
    this.pressed = keyCode
    this.draw()
  }

  override _handleEnter(): void {
    this.look()
  }

  private look(): void {
    part(this.getByRef('Spinner')).visible = true
    inspectBox(this.stage, this.services.profile, this.services.now).then(
      (found) => {
        if (!this.attached) return
        this.found = found
        this.draw()
      },
      (error: unknown) => {
        throw error
      },
    )
  }

  private draw(): void {
    const { say } = this.services
    part(this.getByRef('Title')).show(say('diagnostics:title'), DIAGNOSTICS.title)
    const tip = part(this.getByRef('Tip'))
    tip.show(say('diagnostics:tip'), DIAGNOSTICS.tip)
    tip.tint = COLOURS.textMuted
    const { found } = this
    part(this.getByRef('Spinner')).visible = found === undefined
    const rows = found === undefined ? [] : diagnosticRows(found, say, this.pressed)
    part(this.getByRef('Rows')).children = rows.flatMap(({ label, value }, at) => {
      const y = at * DIAGNOSTICS.rowPx
      const name = this.stage.c({ type: Label, ref: `Label${at}`, y })
      name.show(label, DIAGNOSTICS.label)
      name.tint = COLOURS.textMuted
      const words = this.stage.c({ type: Label, ref: `Value${at}`, x: DIAGNOSTICS.valueXPx - EDGE.xPx, y })
      words.show(value, DIAGNOSTICS.value)
      return [name, words]
    })
  }
}
