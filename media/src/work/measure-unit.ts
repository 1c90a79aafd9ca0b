import type { PlannedStep } from '../plan/due-steps.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import { combineTrials } from '../plan/measure-plan.ts'
import { settlePlan } from '../plan/transcode-plan.ts'
import { runExcerpt } from '../run/measure-runner.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { DONE, lackOfMaster, spare, type WorkOutcome } from './work-outcome.ts'

type MeasureStep = Extract<PlannedStep, { kind: 'measure' }>

/** Measures one excerpt of a title; one that cannot be measured is done without. */
export async function measureExcerpt(
  needs: MediaNeeds,
  unit: UnitRecord,
  { firstFrame }: MeasureStep,
  asset: AssetRecord,
  signal: AbortSignal,
): Promise<WorkOutcome> {
  const { plan } = asset
  // Settled before a crash, or by a worker that fell silent since.
  if (plan?.measure === undefined) return DONE
  const missing = await lackOfMaster(needs, asset)
  if (missing !== undefined) return missing
  const directory = needs.layout.unitDirectory(asset._id, asset.attempt, unit.step.name)
  const places = {
    masterPath: needs.layout.masterPath(asset._id),
    unitDirectory: directory,
    scratchDirectory: `${directory}-${unit.fence}`,
  }
  const run = { ffmpegPath: needs.ffmpegPath, sandbox: needs.sandbox, signal }
  const outcome = await runExcerpt(run, plan, plan.measure, firstFrame, places)
  return outcome.kind === 'done' ? outcome : spare(needs, unit, outcome)
}

/** Settles the ladder of a title by what its excerpts came to; when none could be measured, as the policy says. */
export async function settleLadder({ units, assets }: MediaNeeds, { _id, attempt, plan }: AssetRecord): Promise<WorkOutcome> {
  if (plan?.measure === undefined) return DONE
  const excerpts = (await units.unitsOfAttempt(_id, attempt)).flatMap(({ trials }) => (trials === undefined ? [] : [trials]))
  const measured = combineTrials(plan.measure, excerpts, plan.segmentFrames / framesPerSecond(plan.frameRate))
  return (await assets.settlePlan(_id, attempt, settlePlan(plan, measured))) ? DONE : { kind: 'obsolete' }
}
