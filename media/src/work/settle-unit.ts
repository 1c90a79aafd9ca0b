import { beginAddition } from '../service/begin-addition.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import { isDatabaseFull, isDatabaseTrouble } from '../storage/database-trouble.ts'
import type { UnitRecord, WaitsFor } from '../storage/unit-model.ts'
import { MOST_TRIES } from '../storage/unit-store.ts'
import { StoreTrouble } from '../store/media-store.ts'
import { clearAttempt, failAttempt } from './attempt-end.ts'
import type { LeaseKeeper } from './lease-keeper.ts'
import { queueDue } from './queue-steps.ts'
import type { WorkOutcome } from './work-outcome.ts'

/** How a claimed unit ended; `put-off` by no fault of its own: it waits until the cause is gone, however long that takes. */
export type Ending = WorkOutcome | { readonly kind: 'put-off'; readonly message: string; readonly waitsFor: WaitsFor }

const DISK_FULL = ['ENOSPC', 'EDQUOT']

/** Failed, with nothing of it kept for another try. */
const isGivenUp = ({ status, isResumable }: AssetRecord): boolean => status === 'failed' && isResumable !== true

/** A unit in the queue is somebody's wish to go on, who was overtaken by the end of the attempt. */
async function goOn(needs: MediaNeeds, unit: UnitRecord): Promise<void> {
  await needs.assets.resume(unit.assetId)
  await needs.units.release(unit)
}

/** Drops a unit that nobody wants, and with it its whole attempt when that one is over. */
async function dropObsolete(needs: MediaNeeds, unit: UnitRecord): Promise<void> {
  const asset = await needs.assets.read(unit.assetId)
  const isOver = asset === undefined || asset.attempt !== unit.attempt || asset.status === 'ready' || isGivenUp(asset)
  if (isOver) await clearAttempt(needs, unit)
  else if (asset.status === 'failed') await goOn(needs, unit)
  else await needs.units.finish(unit, [])
}

/** What was wished for while the version was being made comes with the next one. */
async function endPublished(needs: MediaNeeds, unit: UnitRecord): Promise<void> {
  await clearAttempt(needs, unit)
  if ((await needs.assets.read(unit.assetId))?.isWishful === true) await beginAddition(needs, unit.assetId)
}

/** Says once what is to be written down, however often the database has to be asked to. */
export function logEnding({ logger }: Pick<MediaNeeds, 'logger'>, unit: UnitRecord, ending: Ending): void {
  if (ending.kind === 'put-off') logger.error({ unit: unit._id, message: ending.message }, 'unit put off')
  if (ending.kind === 'failed') logger.warn({ unit: unit._id, failures: unit.failures + 1, message: ending.message }, 'unit failed')
}

/** Writes down how a unit ended; whoever lost it meanwhile changes nothing. */
export async function settleUnit(needs: MediaNeeds, unit: UnitRecord, ending: Ending, lease: LeaseKeeper): Promise<void> {
  const { units } = needs
  switch (ending.kind) {
    case 'stopped':
    case 'elsewhere':
      return await units.release(unit)
    case 'put-off':
      return await units.putOff(unit, ending.message, ending.waitsFor)
    case 'obsolete':
      return await dropObsolete(needs, unit)
    case 'hopeless':
      // The title would go down at the word of somebody whose lease is over.
      if (await lease.confirm()) await failAttempt(needs, unit, ending.problem, ending.message)
      return
    case 'failed': {
      const isLastTry = unit.failures + 1 >= MOST_TRIES
      if (!isLastTry) return void (await units.giveBack(unit, ending.message))
      if (unit.kind === 'probe') return await failAttempt(needs, unit, ending.problem, ending.message)
      // The other units go on: what they make is kept for whoever tries this one again.
      if (await units.fail(unit, ending.problem, ending.message)) await queueDue(needs, unit.assetId, unit.attempt)
      return
    }
    case 'done':
      // Its unit goes with its attempt: until then a kill leaves it claimable, and whoever claims it clears up.
      if (unit.kind === 'publish') return await endPublished(needs, unit)
      if (!(await units.finish(unit, ending.renditions, ending.trials))) return
      if (unit.kind !== 'probe') await queueDue(needs, unit.assetId, unit.attempt)
  }
}

/** A full disk is no fault of the title, whoever found it full: us, or the encoder. */
export const endingOf = (outcome: WorkOutcome): Ending =>
  outcome.kind === 'failed' && outcome.problem === 'storage-full'
    ? { kind: 'put-off', message: outcome.message, waitsFor: 'storage-full' }
    : outcome

/** What an error says of its unit. */
export function endingOfError(error: unknown, isStopped: boolean): Ending {
  if (isStopped) return { kind: 'stopped' }
  const message = error instanceof Error ? error.message : String(error)
  const isFull = isDatabaseFull(error) || (error instanceof Error && 'code' in error && DISK_FULL.includes(String(error.code)))
  if (isFull) return { kind: 'put-off', message: `the disk is full: ${message}`, waitsFor: 'storage-full' }
  if (error instanceof StoreTrouble || isDatabaseTrouble(error)) return { kind: 'put-off', message, waitsFor: 'store-unavailable' }
  return { kind: 'failed', problem: 'encode-failed', message }
}
