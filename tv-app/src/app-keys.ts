import { NO_KEY, pressKey, releaseKey } from './data/held-key.ts'
import { movesWhenHeld, type RemoteKeys } from './platform/keys.ts'

/** Keys as a remote sends them: one that is held moves on once a frame, and does anything else once. */
export class KeyPace {
  #held = NO_KEY
  #frame = -1

  /** True where a key that came during this frame shall do nothing: it may repeat faster than frames are drawn. */
  ignores(event: KeyboardEvent, keys: RemoteKeys, frame: number): boolean {
    const { isRepeat, held } = pressKey(this.#held, event, performance.now())
    this.#held = held
    if (!isRepeat) return false
    if (!movesWhenHeld(keys[event.keyCode]) || this.#frame === frame) return true
    this.#frame = frame
    return false
  }

  release({ keyCode }: KeyboardEvent): void {
    this.#held = releaseKey(this.#held, keyCode)
  }
}
