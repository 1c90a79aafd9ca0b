import { type AssetId, done, type Outcome, refuse } from '@ulan/contract'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { Wished } from '../storage/asset-store.ts'
import { beginAddition } from './begin-addition.ts'
import type { MediaNeeds } from './media-needs.ts'

/** Decides what will be wanted of an asset as it is now; asked again when it became another meanwhile. */
export type DecideWishes = (asset: AssetRecord) => Outcome<Wished>

/** Changes what people want of an asset, and begins its next version when nothing is being made. */
export async function changeWishes(needs: MediaNeeds, id: string, decide: DecideWishes): Promise<Outcome<AssetId>> {
  for (;;) {
    const asset = await needs.assets.read(id)
    if (asset === undefined) return refuse('not-found')
    const decided = decide(asset)
    if (decided.kind === 'refused') return decided
    // Somebody else changed it meanwhile: decided again on what it is now.
    if (!(await needs.assets.wish(asset, decided.value))) continue
    await beginAddition(needs, id)
    return done(id as AssetId) // read by it
  }
}
