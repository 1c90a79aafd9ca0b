import type { KidsMode } from './kids-mode.ts'
import { fitsSecret, makeSecret } from './pin-secret.ts'
import {
  type Allowance,
  addMore,
  chinaDay,
  formatWatched,
  parseAllowance,
  parseWatched,
  secondsLeft,
  type Watched,
  watchedOn,
} from './watch-allowance.ts'

const SECRET_KEY = 'kids.secret'
const WRONG_KEY = 'kids.wrong'
const MINUTES_KEY = 'kids.minutes'
const WATCHED_KEY = 'kids.watched'
const SALT_BYTES = 8

/** What children's mode keeps on the box. */
export type KidsBox = {
  isPin(digits: string): boolean
  keepPin(pin: string): void
  /** Wrong answers in a row, as the question was left. */
  wrong(): number
  keepWrong(count: number): void
  /** Minutes of film a day. */
  minutes(): Allowance
  keepMinutes(minutes: Allowance): void
  /** Today's films, as kept last. */
  watched(): Watched
  addWatched(seconds: number): void
  /** A parent adds time. */
  addMore(): void
  secondsLeft(): number
}

export type KidsBoxPorts = {
  readonly kids: Pick<KidsMode, 'storage'>
  readonly now: () => Date
  readonly randomBytes: (count: number) => Uint8Array
}

export function createKidsBox({ kids, now, randomBytes }: KidsBoxPorts): KidsBox {
  const { storage } = kids
  const minutes = (): Allowance => parseAllowance(storage.get(MINUTES_KEY))
  const watched = (): Watched => watchedOn(chinaDay(now()), parseWatched(storage.get(WATCHED_KEY)))
  const keep = (next: Watched): void => storage.set(WATCHED_KEY, formatWatched(next))
  return {
    isPin: (digits) => fitsSecret(storage.get(SECRET_KEY), digits),
    keepPin: (pin) => storage.set(SECRET_KEY, makeSecret(pin, randomBytes(SALT_BYTES))),
    wrong: () => Number.parseInt(storage.get(WRONG_KEY) ?? '', 10) || 0,
    keepWrong: (count) => storage.set(WRONG_KEY, count === 0 ? '' : String(count)),
    minutes,
    keepMinutes: (chosen) => storage.set(MINUTES_KEY, String(chosen)),
    watched,
    addWatched(seconds) {
      const before = watched()
      keep({ ...before, seconds: before.seconds + seconds })
    },
    addMore: () => keep(addMore(minutes(), watched())),
    secondsLeft: () => secondsLeft(minutes(), watched()),
  }
}
