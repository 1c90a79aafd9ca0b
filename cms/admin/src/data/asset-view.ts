import type { Asset, RungProgress } from '@ulan/contract'
import { formatPercent } from './formatters.ts'

export type RungView = {
  readonly name: string
  readonly percent: number
  readonly done: number
  readonly total: number
  readonly state: RungProgress['state']
}

export type AssetView = {
  /** Key under `asset.state`. */
  readonly state: 'awaiting-master' | 'probing' | 'encoding' | 'ready' | 'failed'
  readonly percent: number
  readonly rungs: readonly RungView[]
  /** Where the preview plays from; `whole` once nothing more will come. */
  readonly source?: { readonly url: string; readonly isWhole: boolean }
}

/** An asset as the screens show it: sound first, then the lowest rung up, as they become watchable. */
export function assetView(asset: Asset, isPublic: boolean): AssetView {
  const isReady = asset.status === 'ready'
  const url =
    isReady && isPublic ? (asset.playlistUrl ?? asset.previewUrl) : (asset.previewUrl ?? (isPublic ? asset.playlistUrl : undefined))
  return {
    state: asset.status,
    percent: isReady ? 100 : Math.min(99, formatPercent(asset.progress)),
    rungs: [...asset.rungs].sort((a, b) => rungOrder(a) - rungOrder(b)).map(rungView),
    ...(url === undefined ? {} : { source: { url, isWhole: isReady } }),
  }
}

const rungOrder = (rung: RungProgress): number => (rung.name === 'audio' ? 0 : Number.parseInt(rung.name, 10))

const rungView = (rung: RungProgress): RungView => ({
  name: rung.name,
  percent: rung.state === 'done' ? 100 : formatPercent(rung.segmentsTotal === 0 ? 0 : rung.segmentsDone / rung.segmentsTotal),
  done: rung.segmentsDone,
  total: rung.segmentsTotal,
  state: rung.state,
})
