import type { CueSheet } from './cue-sheet.ts'

/** A sheet as it is, and as it was before each step. */
export type CueHistory = {
  readonly now: CueSheet
  readonly past: readonly CueSheet[]
  /** What the last step was: the next one of the same kind belongs to it, as letters of one text do. */
  readonly step?: string
}

/** Far more than anybody takes back. */
const MOST_STEPS = 200

export const beginHistory = (now: CueSheet): CueHistory => ({ now, past: [] })

/** One step more. Without a name it stands alone. */
export function stepTo({ now, past, step }: CueHistory, next: CueSheet, name?: string): CueHistory {
  if (next === now) return { now, past, ...(step === undefined ? {} : { step }) }
  const isSameStep = name !== undefined && name === step
  return { now: next, past: isSameStep ? past : [...past.slice(-MOST_STEPS), now], ...(name === undefined ? {} : { step: name }) }
}

/** The last step taken back. */
export function stepBack({ now, past }: CueHistory): CueHistory {
  const before = past.at(-1)
  return before === undefined ? { now, past } : { now: before, past: past.slice(0, -1) }
}
