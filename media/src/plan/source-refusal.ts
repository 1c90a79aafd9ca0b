import type { FieldProblem, ProblemName } from '@ulan/contract'
import type { LadderPolicy } from './ladder-policy.ts'
import type { SourceDescription } from './source-description.ts'

/** Why nothing can be made of a file: what its sender is told, and what operators read in the log. */
export type RefusedSource = {
  readonly kind: 'refused'
  readonly problem: ProblemName
  readonly reason: string
  /** Which limit it is, and by how much it is exceeded. */
  readonly errors?: readonly FieldProblem[]
}

export const refuseSource = (problem: ProblemName, reason: string, errors: readonly FieldProblem[] = []): RefusedSource =>
  errors.length === 0 ? { kind: 'refused', problem, reason } : { kind: 'refused', problem, reason, errors }

const hours = (seconds: number): number => Math.round(seconds / 360) / 10

type Size = { readonly widthPx: number; readonly heightPx: number }

/** What the policy has against a size, or undefined. */
export function refusalOfSize({ widthPx, heightPx }: Size, { mostPixels }: Pick<LadderPolicy, 'mostPixels'>): RefusedSource | undefined {
  if (Math.min(widthPx, heightPx) < 2) return refuseSource('no-picture', `${widthPx}×${heightPx} pixels`)
  if (widthPx * heightPx <= mostPixels) return undefined
  const params = { widthPx, heightPx, max: mostPixels }
  return refuseSource('video-too-large', `${widthPx}×${heightPx} pixels`, [{ path: '', code: 'most-pixels', params }])
}

/** What the policy has against a source, or undefined. */
export function refusalBy({ video, durationSeconds }: SourceDescription, policy: LadderPolicy): RefusedSource | undefined {
  const bySize = refusalOfSize(video, policy)
  if (bySize !== undefined) return bySize
  const { longestSeconds } = policy
  if (durationSeconds <= longestSeconds) return undefined
  const params = { hours: hours(durationSeconds), max: hours(longestSeconds) }
  return refuseSource('video-too-long', `${durationSeconds} s`, [{ path: '', code: 'longest-hours', params }])
}
