import { rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BASE_LOCALE, type ProblemName } from '@ulan/contract'
import { describeProblem } from '@ulan/contract/schemas'
import { FIRST_AUDIO } from '../plan/unit-plan.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import { versionOf } from '../service/publish-version.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { versionFolder, versionKey } from '../store/store-keys.ts'

/** Ends an attempt: its asset fails, nothing of it stays in the queue. */
export async function failAttempt(needs: MediaNeeds, unit: UnitRecord, problem: ProblemName, message: string): Promise<void> {
  needs.logger.error({ assetId: unit.assetId, unit: unit._id, problem, message }, 'encode failed')
  await needs.assets.fail(unit.assetId, unit.attempt, describeProblem(problem, BASE_LOCALE))
  await clearAttempt(needs, unit)
}

/** Takes the leftovers of a finished or failed attempt away; its units last, since they bring whoever is to end this here again. */
export async function clearAttempt(needs: MediaNeeds, unit: Pick<UnitRecord, 'assetId' | 'attempt' | 'queuedAt'>): Promise<void> {
  const version = versionOf(unit)
  const isPublished = (await needs.assets.read(unit.assetId))?.version === version
  if (!isPublished) await needs.store.remove(versionFolder(unit.assetId, version))
  // What only the preview needed.
  else await needs.store.remove(versionKey(unit.assetId, version, FIRST_AUDIO))
  const directory = needs.layout.workDirectory(unit.assetId, unit.attempt)
  await rm(directory, { recursive: true, force: true })
  await rmdir(dirname(directory)).catch((error: NodeJS.ErrnoException) => {
    // Another attempt may be at work in there, or the folder is gone.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'ENOENT') throw error
  })
  await needs.units.remove(unit.assetId, unit.attempt)
}
