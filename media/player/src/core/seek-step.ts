/** Steps for a held seek key: careful at first, then across a whole film in a few seconds. */
const STEPS = [
  { fromHeld: 12, seconds: 60 },
  { fromHeld: 5, seconds: 30 },
] as const
const FIRST_STEP_SECONDS = 10

/** Seconds to move for the next press, where `held` counts how often the key has already repeated (0 = first press). */
export function nextSeekStep(held: number): number {
  return STEPS.find((step) => held >= step.fromHeld)?.seconds ?? FIRST_STEP_SECONDS
}
