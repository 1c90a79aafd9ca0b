import { askLock, chooseLock, type Lock, lockBefore } from './kids-lock.ts'

/** What the PIN is asked for: to begin, on the way to the settings, for more time, or to change the PIN itself. */
export type PinAim = 'begin' | 'settings' | 'more' | 'change'
/** What the page of children's mode shows. */
export type KidsStep =
  | { readonly kind: 'pin'; readonly aim: PinAim; readonly lock: Lock }
  /** How long a day; `pin` as chosen a moment ago, while it is being set up. */
  | { readonly kind: 'minutes'; readonly pin?: string }
  /** What a parent finds behind the PIN. */
  | { readonly kind: 'manage' }
  /** The day's time is used; and what a parent may do about it. */
  | { readonly kind: 'over' }
  | { readonly kind: 'more' }

/** How the page is come to; `wrong`: answers in a row that were wrong when it was left. */
export type KidsArrival = {
  readonly isOn: boolean
  readonly isUnlocked: boolean
  readonly isTimeUp: boolean
  readonly wrong: number
}

export function firstStep({ isOn, isUnlocked, isTimeUp, wrong }: KidsArrival): KidsStep {
  if (!isOn) return { kind: 'pin', aim: 'begin', lock: chooseLock() }
  if (isTimeUp) return { kind: 'over' }
  return isUnlocked ? { kind: 'manage' } : { kind: 'pin', aim: 'settings', lock: askLock(wrong) }
}

/** Where Back leads within the page; undefined where it leads out of it. */
export function stepBefore(step: KidsStep): KidsStep | undefined {
  switch (step.kind) {
    case 'pin':
      return pinBefore(step)
    case 'minutes':
      return step.pin === undefined ? { kind: 'manage' } : { kind: 'pin', aim: 'begin', lock: chooseLock() }
    case 'more':
      return { kind: 'over' }
    default:
      return undefined
  }
}

function pinBefore({ aim, lock }: Extract<KidsStep, { kind: 'pin' }>): KidsStep | undefined {
  const before = lockBefore(lock)
  if (before !== undefined) return { kind: 'pin', aim, lock: before }
  if (aim === 'change') return { kind: 'manage' }
  return aim === 'more' ? { kind: 'over' } : undefined
}
