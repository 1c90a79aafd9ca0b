import type { ProblemName } from '@ulan/contract'
import type { UnitOutcome } from '../run/unit-outcome.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import type { AssetRecord } from '../storage/asset-model.ts'

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

/** Why nothing can be made from a master now; undefined when it is here. */
export async function lackOfMaster(needs: MediaNeeds, asset: AssetRecord): Promise<WorkOutcome | undefined> {
  const found = await needs.masters.find(asset, needs.clock())
  if (found === 'here') return undefined
  return found === 'elsewhere' ? { kind: 'elsewhere' } : { kind: 'hopeless', problem: 'not-found', message: 'the master file is gone' }
}
