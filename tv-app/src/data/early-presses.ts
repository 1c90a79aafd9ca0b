import type { KeyName } from '../platform/keys.ts'
import type { Direction } from './browse-focus.ts'

/** What a press asks of a page: a step, or to take what is lit. */
export type Press = Direction | 'take'

const PRESSES: { readonly [Name in KeyName]?: Press } = { Left: 'left', Right: 'right', Down: 'down', Enter: 'take' }
/** Who presses more often than that means to hurry, not to go somewhere. */
const MOST = 4
/** What was pressed longer ago is forgotten by whoever pressed it too; and OK after waiting for so long is impatience. */
const MEANT_MS = 2000

/** Presses that come while a page has nothing to press yet: they are done once it is there, as if it had been. */
export class EarlyPresses {
  #kept: { readonly press: Press; readonly atMs: number }[] = []
  #takesUntilMs = Number.NEGATIVE_INFINITY

  /** A page is waited for from now on. `takes`: whether OK is meant for what will be lit, or for what was there before. */
  begin(nowMs: number, takes: boolean): void {
    this.#kept = []
    this.#takesUntilMs = takes ? nowMs + MEANT_MS : Number.NEGATIVE_INFINITY
  }

  /** False for a key that means something without the page: ↑ leads to the header, and so does ← from where a page begins. */
  keep(key: KeyName | undefined, nowMs: number): boolean {
    const press = key === undefined ? undefined : PRESSES[key]
    if (press === undefined) return false
    if (press === 'left' && this.#kept.every((one) => one.press !== 'right')) return false
    if (press !== 'take' || nowMs <= this.#takesUntilMs) this.#kept = [...this.#kept, { press, atMs: nowMs }].slice(-MOST)
    return true
  }

  /** What is to be done now, once; nothing follows a press that takes what is lit, for most of these lead away. */
  take(nowMs: number): readonly Press[] {
    const meant = this.#kept.filter(({ atMs }) => nowMs - atMs >= 0 && nowMs - atMs <= MEANT_MS).map(({ press }) => press)
    this.#kept = []
    const taken = meant.indexOf('take')
    return taken < 0 ? meant : meant.slice(0, taken + 1)
  }
}
