import { type Asset, type AssetId, done, type ExtraLadder, type Outcome, refuse } from '@ulan/contract'
import { ladderOf, laddersFor } from '../plan/extra-ladder.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import { changeWishes } from './change-wishes.ts'
import type { MediaNeeds } from './media-needs.ts'
import { manifestOf } from './publish-version.ts'

type Standing = Pick<AssetRecord, 'status' | 'rungs' | 'plan' | 'source' | 'ladders' | 'masterGoneAt'>
type LadderState = Asset['ladders'][number]['state']

function stateOf({ status, rungs = [], plan, ladders = [] }: Standing, kind: ExtraLadder): LadderState {
  if (rungs.some(({ name }) => ladderOf(name) === kind)) return 'published'
  if (status === 'encoding' && plan?.rungs.some(({ name }) => ladderOf(name) === kind) === true) return 'encoding'
  return ladders.includes(kind) ? 'waiting' : 'absent'
}

/** How the ladders that an asset can have besides the usual ones stand; new pictures need the master. */
export const ladderStates = (asset: Standing): Asset['ladders'] =>
  (asset.source === undefined ? [] : laddersFor(asset.source))
    .map((kind) => ({ kind, state: stateOf(asset, kind) }))
    .filter(({ state }) => state !== 'absent' || asset.masterGoneAt === undefined)

/** Has another ladder made of an asset besides what it has; again is harmless. */
export async function addLadder(needs: MediaNeeds, id: string, kind: ExtraLadder): Promise<Outcome<AssetId>> {
  const asset = await needs.assets.read(id)
  // A version of the release before has no account of itself to go on from.
  if (asset?.version !== undefined && (await manifestOf(needs, id, asset.version)) === undefined) return refuse('conflict')
  return await changeWishes(needs, id, (now) => {
    const { source, ladders = [] } = now
    // What cannot be made of this film would be waited for in vain.
    if (source === undefined || !laddersFor(source).includes(kind)) return refuse('conflict')
    if (now.masterGoneAt !== undefined && stateOf(now, kind) !== 'published') return refuse('master-gone')
    return done({ ladders: [...ladders.filter((known) => known !== kind), kind] })
  })
}

/** Does without a ladder that was asked for; one that is published stays. */
export const forgoLadder = (needs: MediaNeeds, id: string, kind: ExtraLadder): Promise<Outcome<AssetId>> =>
  changeWishes(needs, id, ({ ladders = [] }) => done({ ladders: ladders.filter((known) => known !== kind) }))
