/** Calls back once after so many ms; the returned function calls it off. */
type Later = (milliseconds: number, then: () => void) => () => void

/** Ends the evening after a while that the viewer has chosen. */
export type SleepTimer = {
  /** Minutes as chosen, not those that are left; 0 where there is no end. */
  minutes(): number
  choose(minutes: number): void
  /** Calls back when the time is over; it is then not chosen any more. */
  onDue(due: () => void): void
}

export function createSleepTimer(later: Later): SleepTimer {
  let chosen = 0
  let cancel: (() => void) | undefined
  let due = (): void => undefined
  return {
    minutes: () => chosen,
    choose(minutes) {
      cancel?.()
      chosen = minutes
      cancel =
        minutes === 0
          ? undefined
          : later(minutes * 60_000, () => {
              chosen = 0
              due()
            })
    },
    onDue(listener) {
      due = listener
    },
  }
}
