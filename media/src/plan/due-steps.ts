import type { TranscodePlan } from './transcode-plan.ts'
import type { UnitPlan } from './unit-plan.ts'

/** What a worker can be asked to do for an asset that has a plan. */
export type PlannedStep =
  | UnitPlan
  /** One excerpt, so that several workers share the measuring. */
  | { readonly kind: 'measure'; readonly name: string; readonly firstFrame: number }
  | { readonly kind: 'settle'; readonly name: 'settle' }
  | { readonly kind: 'storyboard'; readonly name: 'storyboard' }
  | { readonly kind: 'publish'; readonly name: 'publish' }

const SETTLE = { kind: 'settle', name: 'settle' } as const
const STORYBOARD = { kind: 'storyboard', name: 'storyboard' } as const
const PUBLISH = { kind: 'publish', name: 'publish' } as const

/**
 * Everything that can be begun once the steps named in `done` are over, in the order in which it is wanted; steps that are
 * done or under way are among them. Whoever adds what is not in the queue yet can do so at any time, any number of times.
 */
export function dueSteps(plan: TranscodePlan, done: ReadonlySet<string>): readonly PlannedStep[] {
  const isMade = plan.units.every(({ name }) => done.has(name))
  // An addition has its storyboard already.
  if (plan.base !== undefined) return [...plan.units, ...(isMade ? [PUBLISH] : [])]
  const isWhole = (name: string): boolean =>
    plan.units.every((unit) => unit.kind !== 'video' || !unit.rungNames.includes(name) || done.has(unit.name))
  if (plan.measure !== undefined) {
    const excerpts = plan.measure.firstFrames.map(
      (firstFrame, index) => ({ kind: 'measure', name: `measure-${index + 1}`, firstFrame }) as const,
    )
    const isMeasured = excerpts.every(({ name }) => done.has(name))
    const first = plan.units.filter(({ isFirst }) => isFirst)
    return [...first, ...excerpts, ...(isMeasured ? [SETTLE] : []), ...plan.units.filter(({ isFirst }) => !isFirst)]
  }
  const board = isWhole(plan.storyboard.rungName) ? [STORYBOARD] : []
  return [...plan.units, ...board, ...(isMade && done.has(STORYBOARD.name) ? [PUBLISH] : [])]
}
