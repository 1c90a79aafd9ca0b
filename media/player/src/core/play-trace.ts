import type { PlayEnd } from '@ulan/contract'
import type { PlayerState } from './player-state.ts'

/** Steps on the way to the first picture. */
export type StartStep = 'answer' | 'playlist' | 'segment' | 'picture'

/** How one play of a film went. */
export type PlayReport = {
  /** Milliseconds from the wish to play to each step; what was not reached is left out. */
  readonly start: Readonly<Partial<Record<StartStep, number>>>
  readonly watchedSeconds: number
  /** Stand-stills after the first picture, but for those that a seek brings. */
  readonly stalls: number
  readonly stalledSeconds: number
  readonly end: PlayEnd
}

/** Follows one play of a film; all instants in ms of one clock that only goes forward. */
export class PlayTrace {
  readonly #askedAtMs: number
  readonly #start: Partial<Record<StartStep, number>> = {}
  #phase: PlayerState['phase'] = 'loading'
  #failure: PlayerState['failure']
  #sinceMs: number
  #watchedMs = 0
  #stalls = 0
  #stalledMs = 0
  #isSeeking = false
  #hasEnded = false

  constructor(askedAtMs: number) {
    this.#askedAtMs = askedAtMs
    this.#sinceMs = askedAtMs
  }

  /** Only the first time counts. */
  reach(step: StartStep, atMs: number): void {
    this.#start[step] ??= Math.max(0, Math.round(atMs - this.#askedAtMs))
  }

  /** The viewer goes elsewhere in the film: that it stands still then is no fault. */
  seek(): void {
    this.#isSeeking = true
  }

  follow({ phase, failure }: Pick<PlayerState, 'phase' | 'failure'>, atMs: number): void {
    this.#failure = failure
    if (phase === this.#phase) return
    this.#close(atMs)
    if (phase === 'playing') {
      this.reach('picture', atMs)
      this.#isSeeking = false
    }
    if (phase === 'ended') this.#hasEnded = true
    if (this.#isStall(phase)) this.#stalls += 1
    this.#phase = phase
  }

  report(atMs: number): PlayReport {
    this.#close(atMs)
    return {
      start: { ...this.#start },
      watchedSeconds: this.#watchedMs / 1000,
      stalls: this.#stalls,
      stalledSeconds: this.#stalledMs / 1000,
      end: this.#hasEnded ? 'ended' : (this.#failure?.kind ?? 'left'),
    }
  }

  /** What the phase that is over comes to. */
  #close(atMs: number): void {
    const ms = Math.max(0, atMs - this.#sinceMs)
    if (this.#phase === 'playing') this.#watchedMs += ms
    else if (this.#isStall(this.#phase)) this.#stalledMs += ms
    this.#sinceMs = atMs
  }

  #isStall(phase: PlayerState['phase']): boolean {
    return phase === 'buffering' && this.#start.picture !== undefined && !this.#isSeeking
  }
}
