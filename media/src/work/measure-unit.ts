import { settlePlan } from '../plan/transcode-plan.ts'
import { runMeasureUnit } from '../run/measure-runner.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { DONE, isPassing, lackOfMaster, type WorkOutcome } from './work-outcome.ts'

/** Measures a title's excerpts and settles its ladder; a title that cannot be measured is encoded as the policy says. */
export async function measureTitle(needs: MediaNeeds, unit: UnitRecord, asset: AssetRecord, signal: AbortSignal): Promise<WorkOutcome> {
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
  const outcome = await runMeasureUnit(run, plan, plan.measure, places)
  if (outcome.kind !== 'measured' && isPassing(outcome)) return outcome
  if (outcome.kind === 'failed') needs.logger.warn({ assetId: asset._id, message: outcome.message }, 'excerpts could not be measured')
  const measured = outcome.kind === 'measured' ? outcome.measurements : []
  const isSettled = await needs.assets.settlePlan(asset._id, asset.attempt, settlePlan(plan, measured))
  return isSettled ? DONE : { kind: 'obsolete' }
}
