import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BASE_LOCALE, type Refusal, refuse } from '@ulan/contract'
import { describeProblem } from '@ulan/contract/schemas'
import { type RefusedSource, refuseSource } from '../plan/source-refusal.ts'
import { planTranscode } from '../plan/transcode-plan.ts'
import { probeSource } from '../probe/source-probe.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import { statIfThere } from '../store/stat-if-there.ts'
import { UPLOAD_FILE } from '../upload/upload-store.ts'
import { queueDue } from '../work/queue-steps.ts'
import { currentPolicy } from './ladder-policy.ts'
import type { MediaNeeds } from './media-needs.ts'

export type Admission =
  | { readonly kind: 'admitted' }
  | Refusal
  /** Another attempt took over meanwhile. */
  | { readonly kind: 'obsolete' }
  /** Only the machine that received the master has it so far. */
  | { readonly kind: 'elsewhere' }

/** Moves an upload to its place as a master; harmless when that was done before a crash. */
export async function settleMaster({ layout }: Pick<MediaNeeds, 'layout'>, assetId: string): Promise<void> {
  const master = layout.masterPath(assetId)
  const uploaded = layout.uploadDirectory(assetId)
  if ((await statIfThere(master)) === undefined && (await statIfThere(join(uploaded, UPLOAD_FILE))) !== undefined) {
    await mkdir(dirname(master), { recursive: true })
    await rename(join(uploaded, UPLOAD_FILE), master).catch((error: NodeJS.ErrnoException) => {
      // Another process with this folder was quicker.
      if (error.code !== 'ENOENT') throw error
    })
  }
  await rm(uploaded, { recursive: true, force: true })
}

/** Probes a master and plans its encode: the asset goes on to `encoding` with its units queued, or fails with a problem. */
export async function admitMaster(needs: MediaNeeds, asset: AssetRecord, signal: AbortSignal): Promise<Admission> {
  const { assets, layout, logger } = needs
  await settleMaster(needs, asset._id)
  const master = layout.masterPath(asset._id)
  const refuseAs = async ({ problem, reason, errors }: RefusedSource, isFinal: boolean): Promise<Admission> => {
    logger.info({ assetId: asset._id, problem, reason }, 'master refused')
    const document = describeProblem(problem, BASE_LOCALE, errors)
    const isMine = await assets.fail(asset._id, asset.attempt, document, isFinal ? { isRefused: true } : {})
    return isMine ? refuse(problem, errors) : { kind: 'obsolete' }
  }
  const policy = await currentPolicy(needs)
  const found = await needs.masters.find(asset, needs.clock())
  if (found === 'elsewhere') return { kind: 'elsewhere' }
  if (found === 'gone') return refuseAs(refuseSource('not-found', 'the master file is gone'), false)
  const probed = await probeSource({ ffprobePath: needs.ffprobePath, sandbox: needs.sandbox, policy, signal }, master)
  if (signal.aborted) return { kind: 'obsolete' }
  if (probed.kind === 'refused') return refuseAs(probed, probed.isFinal)
  const planned = planTranscode(probed.source, policy)
  if (planned.kind === 'refused') return refuseAs(planned, true)
  if (!(await assets.beginEncoding(asset._id, asset.attempt, planned.plan))) return { kind: 'obsolete' }
  // Were the process to die right here, the mending round would queue the units of the stored plan.
  await queueDue(needs, asset._id, asset.attempt)
  return { kind: 'admitted' }
}
