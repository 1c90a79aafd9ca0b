import type { ProblemName } from '@ulan/contract'
import type { UnitEnd, UnitOutcome } from '../run/unit-outcome.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'

export type WorkOutcome =
  | UnitOutcome
  /** The asset went another way: nothing of this attempt is wanted any more. */
  | { readonly kind: 'obsolete' }
  /** The master is not on this machine and cannot be had yet. */
  | { readonly kind: 'elsewhere' }
  /** Trying again would end the same way. */
  | { readonly kind: 'hopeless'; readonly problem: ProblemName; readonly message: string }

export type OnProgress = (segmentsDone: number) => void

/** A unit that brings no renditions is over. */
export const DONE: WorkOutcome = { kind: 'done', renditions: [] }

/** For what a title can do without: trouble is told, not fatal. A full disk is another matter, it is waited for. */
export function spare({ logger }: Pick<MediaNeeds, 'logger'>, { _id }: Pick<UnitRecord, '_id'>, outcome: UnitEnd): WorkOutcome {
  if (outcome.kind === 'stopped' || outcome.problem === 'storage-full') return outcome
  logger.warn({ unit: _id, message: outcome.message }, 'done without')
  return DONE
}

/** Why nothing can be made from a master, or a file that was added, now; undefined when it is here. */
export async function lackOfMaster(needs: MediaNeeds, asset: AssetRecord, trackId?: string): Promise<WorkOutcome | undefined> {
  const found = await needs.masters.find(asset, needs.clock(), trackId)
  if (found === 'here') return undefined
  return found === 'elsewhere' ? { kind: 'elsewhere' } : { kind: 'hopeless', problem: 'not-found', message: 'the master file is gone' }
}
