import { admitMaster } from '../service/admit-master.ts'
import type { MediaNeeds } from '../service/media-needs.ts'
import { publishVersion } from '../service/publish-version.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'
import { encodeUnit } from './encode-unit.ts'
import { measureExcerpt, settleLadder } from './measure-unit.ts'
import { drawStoryboard, takePoster } from './picture-unit.ts'
import { DONE, type OnProgress, type WorkOutcome } from './work-outcome.ts'

async function probe(needs: MediaNeeds, asset: AssetRecord, signal: AbortSignal): Promise<WorkOutcome> {
  const admission = await admitMaster(needs, asset, signal)
  if (signal.aborted) return { kind: 'stopped' }
  // A refusal has told the asset already; its probe is done all the same.
  return admission.kind === 'admitted' || admission.kind === 'refused' ? DONE : admission
}

async function publish(needs: MediaNeeds, asset: AssetRecord): Promise<WorkOutcome> {
  const publication = await publishVersion(needs, asset)
  if (publication.kind === 'refused') return { ...publication, kind: 'hopeless' }
  return publication.kind === 'obsolete' ? publication : DONE
}

/** Does one claimed unit; the asset is read afresh, so that nothing is done for an attempt that is over. */
export async function workUnit(needs: MediaNeeds, unit: UnitRecord, signal: AbortSignal, onProgress: OnProgress): Promise<WorkOutcome> {
  const asset = await needs.assets.read(unit.assetId)
  const wanted = unit.kind === 'probe' ? 'probing' : 'encoding'
  if (asset === undefined || asset.attempt !== unit.attempt || asset.status !== wanted) return { kind: 'obsolete' }
  const { step } = unit
  switch (step.kind) {
    case 'probe':
      return await probe(needs, asset, signal)
    case 'poster':
      return await takePoster(needs, unit, step, asset, signal)
    case 'measure':
      return await measureExcerpt(needs, unit, step, asset, signal)
    case 'settle':
      return await settleLadder(needs, asset)
    case 'storyboard':
      return await drawStoryboard(needs, unit, asset, signal)
    case 'first-audio':
    case 'audio':
    case 'video':
      return await encodeUnit(needs, unit, asset, signal, onProgress)
    case 'publish':
      return await publish(needs, asset)
  }
}
