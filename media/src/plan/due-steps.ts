import type { TranscodePlan } from './transcode-plan.ts'
import type { UnitPlan } from './unit-plan.ts'

/** What a worker can be asked to do for an asset that has a plan. */
export type PlannedStep =
  | UnitPlan
  | { readonly kind: 'measure'; readonly name: 'measure' }
  | { readonly kind: 'storyboard'; readonly name: 'storyboard' }
  | { readonly kind: 'publish'; readonly name: 'publish' }

const MEASURE = { kind: 'measure', name: 'measure' } as const
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
  if (plan.measure !== undefined)
    return [...plan.units.filter(({ isFirst }) => isFirst), MEASURE, ...plan.units.filter(({ isFirst }) => !isFirst)]
  const board = isWhole(plan.storyboard.rungName) ? [STORYBOARD] : []
  return [...plan.units, ...board, ...(isMade && done.has(STORYBOARD.name) ? [PUBLISH] : [])]
}
