import { clearAttempt } from '../work/attempt-end.ts'
import type { MediaNeeds } from './media-needs.ts'

/** What is done of a failed attempt is kept for so long; then another try begins from its master. */
const KEPT_MS = 7 * 24 * 3_600_000

/** Removes what failed attempts left for a next try that nobody asked for; how many. */
export async function sweepFailed(needs: MediaNeeds): Promise<number> {
  const forgotten = await needs.assets.listForgotten(new Date(needs.clock().getTime() - KEPT_MS))
  for (const asset of forgotten) {
    // First of all, so that nobody resumes what is about to go.
    if (!(await needs.assets.forget(asset._id, asset.attempt))) continue
    await clearAttempt(needs, { assetId: asset._id, attempt: asset.attempt, queuedAt: asset.queuedAt })
  }
  return forgotten.length
}
