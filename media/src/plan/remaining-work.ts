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

/**
 * Seconds until each rung and sound of a plan is whole, by name, at the pace so far; steps are done in their order. Empty
 * until something is done, and while the ladder is not settled.
 */
export function remainingSeconds(plan: TranscodePlan, steps: readonly StepState[], now: Date): ReadonlyMap<string, number> {
  const done = steps.filter(({ state }) => state === 'done')
  const began = Math.min(...steps.flatMap(({ startedAt }) => startedAt?.getTime() ?? []))
  const elapsedSeconds = (now.getTime() - began) / 1000
  const doneCost = done.reduce((sum, step) => sum + costOf(plan, step), 0)
  if (plan.measure !== undefined || doneCost === 0 || !(elapsedSeconds > 0)) return new Map()
  const pace = doneCost / elapsedSeconds
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
