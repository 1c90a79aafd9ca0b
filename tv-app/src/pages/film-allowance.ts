import type { ProgrammeId } from '@ulan/contract'
import type { PlayerState } from '@ulan/player'
import { createKidsBox, type KidsBox } from '../data/kids-box.ts'
import { type FilmMoment, playedSeconds } from '../data/watch-allowance.ts'
import type { PageServices } from './page-services.ts'

type AllowancePorts = Pick<PageServices, 'kids' | 'now' | 'randomBytes'> & {
  readonly navigation: Pick<PageServices['navigation'], 'replace'>
}

/** What a power cut may lose. */
const KEEP_EVERY_SECONDS = 5
const START: FilmMoment = { isRunning: false, positionSeconds: 0 }

/** Counts the films of a day in children's mode, and ends them when the day's time is used. */
export class FilmAllowance {
  readonly #services: AllowancePorts
  readonly #film: ProgrammeId
  readonly #stop: () => void
  /** Undefined while children's mode is off: nothing is counted. */
  readonly #box: KidsBox | undefined
  #before = START
  /** Seen, and not yet kept. */
  #seconds = 0
  #hasEnded = false

  /** `stop` is called when the time is over, also where the calm screen cannot be fetched. */
  constructor(services: AllowancePorts, film: ProgrammeId, stop: () => void) {
    this.#services = services
    this.#film = film
    this.#stop = stop
    this.#box = services.kids.isOn() ? createKidsBox(services) : undefined
  }

  /** Takes what the film does now; true once its time is over, and the calm screen is on its way. */
  follow({ phase, positionSeconds }: Pick<PlayerState, 'phase' | 'positionSeconds'>): boolean {
    if (this.#box === undefined || this.#hasEnded) return this.#hasEnded
    const now = { isRunning: phase === 'playing', positionSeconds }
    this.#seconds += playedSeconds(this.#before, now)
    this.#before = now
    if (this.#seconds >= KEEP_EVERY_SECONDS || (this.#seconds > 0 && !now.isRunning)) this.keep()
    return this.isOver()
  }

  /** The same before a film begins. */
  isOver(): boolean {
    if (this.#box === undefined || this.#box.secondsLeft() > this.#seconds) return false
    this.#hasEnded = true
    this.keep()
    this.#stop()
    this.#services.navigation.replace({ page: 'kids', film: this.#film })
    return true
  }

  /** Keeps what was seen up to now. */
  keep(): void {
    if (this.#seconds > 0) this.#box?.addWatched(this.#seconds)
    this.#seconds = 0
  }
}
