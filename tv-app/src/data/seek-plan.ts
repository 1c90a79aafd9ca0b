import { nextSeekStep } from '@ulan/player'

/** Where a viewer is steering to while pressing ← or →: shown at once, sent to the player when the hand rests. */
export type SeekPlan = { readonly targetSeconds: number; readonly held: number; readonly direction: 1 | -1 }

/** One more press; turning round begins with small steps again. */
export function planSeek(
  plan: SeekPlan | undefined,
  direction: 1 | -1,
  film: { readonly positionSeconds: number; readonly durationSeconds: number },
): SeekPlan {
  const held = plan?.direction === direction ? plan.held + 1 : 0
  const from = plan?.targetSeconds ?? film.positionSeconds
  const targetSeconds = Math.max(0, Math.min(from + direction * nextSeekStep(held), film.durationSeconds))
  return { targetSeconds, held, direction }
}
