import type { Asset, AssetStatus, RungProgress } from '@ulan/contract'
import { formatPercent } from './formatters.ts'
import { isCancelled } from './rung-view.ts'

/** How an asset stands, in one word; a person who cancelled it did not see it fail. */
export type AssetState = AssetStatus | 'cancelled'

/** What somebody who waits wants to be told first; key under `encoding.head`. */
export type Headline = 'awaiting-master' | 'probing' | 'starting' | 'watchable' | 'troubled' | 'adding' | NonNullable<Asset['waitsFor']>

export type AssetView = {
  /** Key under `asset.state`. */
  readonly state: AssetState
  readonly percent: number
  /** There is a version that goes on being watched, whatever becomes of what is being made now. */
  readonly hasVersion: boolean
  /** Absent once nothing is going on. */
  readonly headline?: Headline
  /** Rungs that wait for somebody to try them again; what else was made is kept. */
  readonly failedRungs: number
  /** Segments that cancelling would throw away. */
  readonly segmentsDone: number
  readonly remainingSeconds?: number
  /** Languages it can be heard in, BCP 47, the one that plays by itself first. */
  readonly sounds: readonly string[]
  /** Where the preview plays from; `whole` once nothing more will come to this version. */
  readonly source?: { readonly url: string; readonly isWhole: boolean; readonly version?: number }
}

/** An asset as the screens show it as a whole; its rungs are in `rungViews`. */
export function assetView(asset: Asset, isPublic: boolean): AssetView {
  const isReady = asset.status === 'ready'
  const hasVersion = asset.version !== undefined
  const url = isPublic && (isReady || hasVersion) ? (asset.playlistUrl ?? asset.previewUrl) : asset.previewUrl
  const failedRungs = asset.rungs.filter(isKept).length
  const headline = headlineOf(asset, failedRungs)
  return {
    state: isCancelled(asset) ? 'cancelled' : asset.status,
    percent: isReady ? 100 : Math.min(99, formatPercent(asset.progress)),
    hasVersion,
    failedRungs,
    sounds: soundsOf(asset),
    segmentsDone: asset.rungs.reduce((sum, rung) => sum + rung.segmentsDone, 0),
    ...(headline === undefined ? {} : { headline }),
    ...(asset.status === 'encoding' && asset.remainingSeconds !== undefined ? { remainingSeconds: asset.remainingSeconds } : {}),
    ...(url === undefined
      ? {}
      : { source: { url, isWhole: isReady || hasVersion, ...(asset.version === undefined ? {} : { version: asset.version }) } }),
  }
}

/** Only what failed alone has words of its own: after a failure of the whole nothing is kept. */
const isKept = ({ state, message }: RungProgress): boolean => state === 'failed' && message !== undefined

function soundsOf({ audios }: Asset): string[] {
  const inOrder = [...audios].sort((a, b) => Number(b.isDefault) - Number(a.isDefault))
  return [...new Set(inOrder.map(({ language }) => language))]
}

function headlineOf({ status, previewUrl, version, waitsFor }: Asset, failedRungs: number): Headline | undefined {
  if (status === 'ready' || status === 'failed') return undefined
  if (waitsFor !== undefined) return waitsFor
  if (status !== 'encoding') return status
  if (failedRungs > 0) return 'troubled'
  if (version !== undefined) return 'adding'
  return previewUrl === undefined ? 'starting' : 'watchable'
}
