import type { Lightning } from '@lightningjs/sdk'
import type { Spoken } from '@ulan/player'
import type { ActionView } from './data/browse-view.ts'
import type { SleepTimer } from './platform/sleep-timer.ts'
import { SCREEN_TEXTS } from './text/screen-texts.ts'
import type { Say, Strings } from './text/strings.ts'
import type { Question } from './widgets/overlays.ts'
import { RestCover } from './widgets/rest-cover.ts'

export type ScreenRestPorts = {
  readonly stage: Lightning.Stage
  readonly strings: Strings
  readonly say: () => Say
  readonly sleep: SleepTimer
  readonly now: () => Date
  readonly later: (milliseconds: number, then: () => void) => () => void
  /** Lays the cover over everything. */
  readonly cover: (cover: RestCover) => void
  readonly isFilmRunning: () => boolean
  readonly stopFilm: () => void
  /** Reads aloud why the film stands still. */
  readonly tell: (texts: Spoken) => void
}

/** A picture that stands longer may stay in the panel for good. */
const IDLE_MS = 5 * 60_000
/** The clock moves on before it could leave a trace itself. */
const MOVE_MS = 20_000

/** Covers a screen that nobody uses, and ends the evening when the viewer has wished so; any press brings all back. */
export class ScreenRest {
  readonly #ports: ScreenRestPorts
  #cover: RestCover | undefined
  #cancelIdle: (() => void) | undefined
  #cancelMove: (() => void) | undefined
  #isResting = false

  constructor(ports: ScreenRestPorts) {
    this.#ports = ports
    ports.strings.teach(SCREEN_TEXTS)
    ports.sleep.onDue(() => this.#fallAsleep())
    this.#watch()
  }

  /** A key came; true where it only woke the screen, and shall do nothing else. */
  wake(): boolean {
    this.#watch()
    if (!this.#isResting) return false
    this.#isResting = false
    this.#cancelMove?.()
    this.#cover?.hide()
    return true
  }

  /** Staying has the focus: the press that was one too many is undone by OK. */
  leaveQuestion(): Question {
    const say = this.#ports.say()
    const leave: ActionView = { ref: 'Leave', label: say('screen:leave'), icon: 'cross', isPrimary: false, target: { kind: 'none' } }
    return { icon: 'brand', text: say('screen:leaveAsk'), actions: [this.#stay(), leave] }
  }

  /** For a box that keeps the app: how to leave it all the same. */
  keptNotice(): Question {
    return { icon: 'brand', text: this.#ports.say()('screen:kept'), actions: [this.#stay()] }
  }

  #stay(): ActionView {
    return { ref: 'Stay', label: this.#ports.say()('screen:stay'), icon: 'play', isPrimary: true, target: { kind: 'none' } }
  }

  #watch(): void {
    this.#cancelIdle?.()
    this.#cancelIdle = this.#ports.later(IDLE_MS, () => {
      if (this.#ports.isFilmRunning()) this.#watch()
      else this.#rest(false)
    })
  }

  #fallAsleep(): void {
    this.#ports.stopFilm()
    this.#ports.tell([this.#ports.say()('screen:sleepDue')])
    this.#rest(true)
  }

  #rest(isAsleep: boolean): void {
    this.#cancelIdle?.()
    this.#isResting = true
    this.#show(isAsleep, 0)
  }

  #show(isAsleep: boolean, place: number): void {
    const { now, say } = this.#ports
    this.#coverNow().show({ now: now(), text: say()(isAsleep ? 'screen:sleepDue' : 'tv:brand') }, place)
    this.#cancelMove?.()
    this.#cancelMove = this.#ports.later(MOVE_MS, () => this.#show(isAsleep, place + 1))
  }

  #coverNow(): RestCover {
    const cover = this.#cover ?? this.#ports.stage.c({ type: RestCover, ref: 'Rest' })
    if (this.#cover === undefined) this.#ports.cover(cover)
    this.#cover = cover
    return cover
  }
}
