import type { PlannedStep } from './due-steps.ts'
import { framesPerSecond } from './frame-rate.ts'
import type { VideoCodec } from './rung-plan.ts'
import type { TranscodePlan } from './transcode-plan.ts'
import { makesRendition } from './unit-plan.ts'

/** A step of an attempt as it stands. */
export type StepState = {
  readonly step: PlannedStep | { readonly kind: 'probe'; readonly name: 'probe' }
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly order: number
  readonly startedAt?: Date
  readonly finishedAt?: Date
}

/** CPU of a pixel against one of x264 veryfast; measured on 2-core machines, good for an estimate only. */
const CODEC_COST: Readonly<Record<VideoCodec, number>> = { h264: 1, hevc: 4, av1: 2 }
/** A second of sound against a pixel. */
const SOUND_COST_PX = 400_000

/** How much work a step is, in pixels of x264. */
function costOf(plan: TranscodePlan, { step }: StepState): number {
  if (step.kind === 'audio') return plan.source.durationSeconds * SOUND_COST_PX
  if (step.kind !== 'video') return 0
  const frames = step.segmentCount * plan.segmentFrames
  const rungs = plan.rungs.filter(({ name }) => step.rungNames.includes(name))
  return rungs.reduce((sum, { widthPx, heightPx, codec }) => sum + widthPx * heightPx * CODEC_COST[codec], 0) * frames
}

/** Seconds in which at least one of some steps was worked on: neither measuring nor a night between two tries says how fast encoding is. */
function busySeconds(steps: readonly StepState[]): number {
  const spans = steps
    .flatMap(({ startedAt, finishedAt }) => (startedAt && finishedAt ? [{ from: startedAt.getTime(), to: finishedAt.getTime() }] : []))
    .toSorted((a, b) => a.from - b.from)
  let busyMs = 0
  let until = Number.NEGATIVE_INFINITY
  for (const { from, to } of spans) {
    busyMs += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  return busyMs / 1000
}

/** The first seconds and the sound are done before anything else, and at another pace than pictures of all sizes; an addition is only sound. */
const isTelling = (plan: TranscodePlan, { step, state }: StepState): boolean =>
  state === 'done' && (plan.base !== undefined || (step.kind === 'video' && !step.isFirst))

/**
 * Seconds until each rung and sound of a plan is whole, by name, at the pace so far; steps are done in their order. Empty
 * until the ladder is settled and a step of it is done.
 */
export function remainingSeconds(plan: TranscodePlan, steps: readonly StepState[]): ReadonlyMap<string, number> {
  const telling = steps.filter((step) => isTelling(plan, step))
  const doneCost = telling.reduce((sum, step) => sum + costOf(plan, step), 0)
  const pace = doneCost / busySeconds(telling)
  if (plan.measure !== undefined || !(pace > 0) || !Number.isFinite(pace)) return new Map()
  const remaining = new Map<string, number>()
  let cost = 0
  const names = [...plan.rungs, ...plan.audios].map(({ name }) => name)
  for (const step of steps.filter(({ state }) => state === 'waiting' || state === 'running').toSorted((a, b) => a.order - b.order)) {
    cost += costOf(plan, step)
    for (const name of names) if (makesRendition(step.step, name)) remaining.set(name, Math.ceil(cost / pace))
  }
  return remaining
}

/** Length of a title as planned, seconds. */
export const plannedSeconds = (plan: TranscodePlan): number => plan.frameCount / framesPerSecond(plan.frameRate)
