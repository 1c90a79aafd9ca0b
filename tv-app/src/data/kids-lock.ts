/** A multiplication that a grown-up does in the head. */
export type Sum = { readonly left: number; readonly right: number }

/** A question about the PIN, as far as it has been answered. `missed`: the answer a moment ago was not right; `wrong` counts those in a row. */
export type Lock =
  /** A new PIN, and the same once more. */
  | { readonly kind: 'choose'; readonly typed: string; readonly missed: boolean }
  | { readonly kind: 'repeat'; readonly typed: string; readonly first: string }
  | { readonly kind: 'ask'; readonly typed: string; readonly wrong: number; readonly missed: boolean }
  /** For whoever has forgotten it. */
  | { readonly kind: 'sum'; readonly typed: string; readonly sum: Sum; readonly wrong: number; readonly missed: boolean }
  | { readonly kind: 'wait'; readonly secondsLeft: number }
  /** How it ends. */
  | { readonly kind: 'chosen'; readonly pin: string }
  | { readonly kind: 'open' }

/** What the questions need: whether these digits are the PIN, and a whole number from 0 up to, not including, `below`. */
export type LockPorts = {
  readonly isPin: (digits: string) => boolean
  readonly random: (below: number) => number
}

const PIN_LENGTH = 4
/** After so many wrong answers in a row nobody is asked for a while. */
const MOST_WRONG = 3
const WAIT_SECONDS = 30

export const chooseLock = (): Lock => ({ kind: 'choose', typed: '', missed: false })

/** Asks for the PIN; `wrong` as it was left, so that going out and in again does not pass the wait by. */
export const askLock = (wrong: number, missed = false): Lock =>
  wrong >= MOST_WRONG ? { kind: 'wait', secondsLeft: WAIT_SECONDS } : { kind: 'ask', typed: '', wrong, missed }

/** How many digits the answer has; 0 while none is asked for. */
export function lengthOf(lock: Lock): number {
  if (lock.kind === 'sum') return resultOf(lock.sum).length
  return 'typed' in lock ? PIN_LENGTH : 0
}

/** One digit more; with the last one the question is answered. */
export function typeDigit(lock: Lock, digit: string, ports: LockPorts): Lock {
  if (!('typed' in lock)) return lock
  const typed = lock.typed + digit
  return typed.length < lengthOf(lock) ? { ...lock, typed } : answer({ ...lock, typed }, ports)
}

export const eraseDigit = (lock: Lock): Lock => ('typed' in lock ? { ...lock, typed: lock.typed.slice(0, -1) } : lock)

/** True where whoever has forgotten the PIN can be helped. */
export const canForget = (lock: Lock): boolean => lock.kind === 'ask'

/** A sum in place of the PIN: who can do it sets a new one. */
export const forget = (lock: Lock, { random }: Pick<LockPorts, 'random'>): Lock =>
  lock.kind === 'ask' ? { kind: 'sum', typed: '', sum: makeSum(random), wrong: lock.wrong, missed: false } : lock

/** A second of the wait is over. */
export function passSecond(lock: Lock): Lock {
  if (lock.kind !== 'wait') return lock
  return lock.secondsLeft > 1 ? { ...lock, secondsLeft: lock.secondsLeft - 1 } : askLock(0)
}

/** The question before this one; undefined where there is none. */
export function lockBefore(lock: Lock): Lock | undefined {
  if (lock.kind === 'repeat') return chooseLock()
  return lock.kind === 'sum' ? askLock(lock.wrong) : undefined
}

/** Wrong answers to be remembered when somebody leaves. */
export function wrongOf(lock: Lock): number {
  if (lock.kind === 'wait') return MOST_WRONG
  return 'wrong' in lock ? lock.wrong : 0
}

function answer(lock: Extract<Lock, { typed: string }>, { isPin, random }: LockPorts): Lock {
  switch (lock.kind) {
    case 'choose':
      return { kind: 'repeat', typed: '', first: lock.typed }
    case 'repeat':
      return lock.typed === lock.first ? { kind: 'chosen', pin: lock.typed } : { kind: 'choose', typed: '', missed: true }
    case 'ask':
      return isPin(lock.typed) ? { kind: 'open' } : askLock(lock.wrong + 1, true)
    case 'sum': {
      if (lock.typed === resultOf(lock.sum)) return chooseLock()
      const wrong = lock.wrong + 1
      return wrong >= MOST_WRONG ? askLock(wrong) : { kind: 'sum', typed: '', sum: makeSum(random), wrong, missed: true }
    }
  }
}

const resultOf = ({ left, right }: Sum): string => String(left * right)

/** Two digits by one: neither in a row that is learnt by heart. */
const makeSum = (random: LockPorts['random']): Sum => ({ left: 13 + random(86), right: 3 + random(7) })
