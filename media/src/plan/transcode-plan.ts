import type { LadderReason } from '@ulan/contract'
import type { CuePlan } from './addition-plan.ts'
import { type AudioPlan, planAudios } from './audio-plan.ts'
import { type FrameRate, framesPerSecond, planFrameRate } from './frame-rate.ts'
import { decideLadder } from './ladder-decision.ts'
import type { LadderPolicy } from './ladder-policy.ts'
import { ladderReasons } from './ladder-reason.ts'
import { type Measurement, type MeasurePlan, planMeasure } from './measure-plan.ts'
import { planRungs, type Rung } from './rung-plan.ts'
import type { SourceDescription } from './source-description.ts'
import { type RefusedSource, refusalBy } from './source-refusal.ts'
import { planStoryboard, type StoryboardPlan } from './storyboard-plan.ts'
import { planFirstUnits, planLadderUnits, type UnitPlan } from './unit-plan.ts'

/** All that workers need to know about one title: stored, printed, compared. */
export type TranscodePlan = {
  /** What was wanted when it was made: whoever goes on with it wants the same. */
  readonly policy: LadderPolicy
  readonly source: SourceDescription
  readonly frameRate: FrameRate
  readonly gopFrames: number
  readonly segmentFrames: number
  /** Expected from the probe; the last unit has the last word. */
  readonly frameCount: number
  readonly segmentCount: number
  readonly encoderThreads: number
  readonly rungs: readonly Rung[]
  readonly audios: readonly AudioPlan[]
  readonly cues?: readonly CuePlan[]
  readonly storyboard: StoryboardPlan
  /** There until the ladder is settled by what this finds. */
  readonly measure?: MeasurePlan
  /** Why it is so, in the order of the decisions. */
  readonly reasons: readonly LadderReason[]
  readonly units: readonly UnitPlan[]
  /** The version that already has whatever no unit makes. */
  readonly base?: number
}

export type PlanOutcome = { readonly kind: 'planned'; readonly plan: TranscodePlan } | RefusedSource

/** x264's and x265's reordering depth with B-frames; the first picture of every rung is this late. */
export const REORDER_FRAMES = 2

/** Segments sure to hold a frame: a remainder under half a second may not exist in the file, the open last unit finds out. */
function plannedSegments(frameCount: number, segmentFrames: number, rate: FrameRate): number {
  const doubt = Math.round(framesPerSecond(rate) / 2)
  return Math.max(1, Math.ceil((frameCount - doubt) / segmentFrames))
}

const unitNeeds = (plan: Omit<TranscodePlan, 'units'>) => ({ ...plan, durationSeconds: plan.source.durationSeconds })

/** Decides everything about a title's encode that its probe can tell; the same input always gives the same plan. */
export function planTranscode(source: SourceDescription, policy: LadderPolicy): PlanOutcome {
  const refused = refusalBy(source, policy)
  if (refused !== undefined) return refused
  const { video, audios, durationSeconds } = source
  const frameRate = planFrameRate(video.averageRate, video.nominalRate)
  const gopFrames = Math.max(1, Math.round(2 * framesPerSecond(frameRate)))
  const segmentFrames = 2 * gopFrames
  const frameCount = Math.max(1, Math.round(durationSeconds * framesPerSecond(frameRate)))
  const segmentCount = plannedSegments(frameCount, segmentFrames, frameRate)
  const rungs = planRungs(video, frameRate, policy)
  const sounds = planAudios(audios, durationSeconds, policy)
  const measure = planMeasure(rungs, { rate: frameRate, segmentFrames, segmentCount }, policy)
  const reasons = ladderReasons(source, frameRate, rungs, sounds.length, policy)
  const plan = {
    ...{ policy, source, frameRate, gopFrames, segmentFrames, frameCount, segmentCount, encoderThreads: policy.encoderThreads, rungs },
    ...{ audios: sounds, storyboard: planStoryboard(rungs, durationSeconds, gopFrames, frameRate) },
    ...(measure && { measure }),
    reasons: measure === undefined ? [...reasons, { code: 'crf-by-policy', crf: policy.h264.crf } as const] : reasons,
  }
  const needs = unitNeeds(plan)
  const units = [...planFirstUnits(needs), ...(measure === undefined ? planLadderUnits(needs) : [])]
  return { kind: 'planned', plan: { ...plan, units } }
}

/** The plan once its excerpts are measured; without a measurement its policy has the last word. */
export function settlePlan(plan: TranscodePlan, measured: readonly Measurement[]): TranscodePlan {
  const { measure: _measured, ...rest } = plan
  const { rungs, reasons } = decideLadder(plan.rungs, measured, plan.policy)
  const settled = { ...rest, rungs, reasons: [...plan.reasons, ...reasons] }
  return { ...settled, units: [...plan.units, ...planLadderUnits(unitNeeds(settled))] }
}
