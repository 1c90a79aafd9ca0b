import type { ProgrammeDetail } from '@ulan/contract'
import type { EndPanel } from '../components/end-panel.ts'
import { type EndView, endView, NEXT_AFTER_SECONDS, nextByItself } from '../data/end-view.ts'
import { type PressSettle, startSettle, takePress } from '../data/press-settle.ts'
import { writingOf } from '../layout.ts'
import { actsOnFocus } from '../platform/keys.ts'
import { Countdown } from './countdown.ts'
import type { PageServices } from './page-services.ts'

/** The end of a film: what is offered, and the next episode that begins by itself where nobody takes another way. */
export class FilmEnd {
  readonly #panel: EndPanel
  readonly #services: PageServices
  readonly #countdown: Countdown
  #programme: ProgrammeDetail | undefined
  #settle: PressSettle
  /** Films in a row that began by themselves, until somebody presses a key. */
  #unattended: number
  #mayGoOn = false

  constructor(panel: EndPanel, services: PageServices, unattended: number) {
    this.#panel = panel
    this.#services = services
    this.#unattended = unattended
    this.#countdown = new Countdown(services.later)
    this.#settle = startSettle(services.now().getTime())
  }

  /** The next episode is about to begin by itself. */
  get isCounting(): boolean {
    return this.#countdown.secondsLeft !== undefined
  }

  /** The film is over. */
  begin(programme: ProgrammeDetail | undefined): void {
    this.#settle = startSettle(this.#services.now().getTime())
    this.#mayGoOn = true
    this.draw(programme)
  }

  /** The same with what has become known meanwhile, or in another language. */
  draw(programme: ProgrammeDetail | undefined): void {
    this.#programme = programme
    if (this.#mayGoOn && !this.isCounting) this.#goOnLater()
    this.#panel.show(this.#view(), writingOf(this.#services.locale()))
  }

  /** Somebody is there: they will choose. */
  stay(): void {
    this.#unattended = 0
    this.#mayGoOn = false
    if (!this.isCounting) return
    this.#countdown.stop()
    this.#drawCount()
  }

  /** False for a press on its way when the film ended: it was meant for the film, and must not move or take what is lit here. */
  isMeant(event: KeyboardEvent): boolean {
    if (actsOnFocus(this.#services.profile.keys[event.keyCode])) {
      const { isMeant, settle } = takePress(this.#settle, this.#services.now().getTime())
      this.#settle = settle
      if (!isMeant) return false
    }
    this.stay()
    return true
  }

  leave(): void {
    this.#mayGoOn = false
    this.#countdown.stop()
  }

  #goOnLater(): void {
    const next = nextByItself(this.#programme, this.#unattended)
    if (next === undefined) return
    this.#countdown.start(
      NEXT_AFTER_SECONDS,
      () => this.#drawCount(),
      () => this.#services.navigation.replace(next),
    )
  }

  #drawCount(): void {
    const { nextLabel, isCounting } = this.#view()
    this.#panel.showNextLabel(nextLabel, isCounting, writingOf(this.#services.locale()))
  }

  #view(): EndView {
    const { say, profile } = this.#services
    const moment = { unattended: this.#unattended, secondsLeft: this.#countdown.secondsLeft }
    return endView(this.#programme, moment, { say, precision: profile.precision, resumeSeconds: () => 0 })
  }
}
