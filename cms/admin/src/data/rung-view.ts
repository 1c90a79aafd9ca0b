import type { Asset, LadderReason, RungProgress } from '@ulan/contract'
import { formatPercent } from './formatters.ts'
import { compareRungNames, type RungLabel, rungLabel } from './rung-label.ts'

/** Workers are heard of every 10 s; after this long something is wrong with the machine or the way to it. */
const SILENT_AFTER_SECONDS = 30

/** Who works on a rung, and how long ago the last of them was heard of. */
export type RungWork = {
  /** Machines, each once. */
  readonly hosts: readonly string[]
  /** Workers in full, as logs name them. */
  readonly workers: readonly string[]
  readonly secondsAgo: number
  readonly isSilent: boolean
}

export type RungView = {
  readonly name: string
  readonly label: RungLabel
  /** `paused`: begun, and nobody is at it now; `left-out`: measuring has shown that it would not be worth its bits. */
  readonly state: RungProgress['state'] | 'paused' | 'cancelled' | 'left-out'
  readonly percent: number
  readonly done: number
  readonly total: number
  readonly remainingSeconds?: number
  readonly work?: RungWork
  /** The encoder's own words, of the last time it failed. */
  readonly message?: string
  /** It failed before and is tried again by itself. */
  readonly hasStumbled: boolean
  readonly canRetry: boolean
}

export const isCancelled = ({ status, problem }: Pick<Asset, 'status' | 'problem'>): boolean =>
  status === 'failed' && problem?.type.endsWith('/encode-cancelled') === true

/**
 * The rungs of an asset as they become watchable. One that measuring left out keeps its place, so that no row goes without a word.
 * `now`: the server's time, which dated what it heard of workers.
 */
export function rungViews(asset: Asset, now: Date): readonly RungView[] {
  const wanted = asset.rungs.map((rung) => rungView(rung, asset, now))
  const names = new Set(asset.rungs.map(({ name }) => name))
  const left = (asset.reasons ?? []).flatMap(droppedRung).filter((name) => !names.has(name))
  return [...wanted, ...left.map(leftOut)].toSorted((a, b) => compareRungNames(a.name, b.name))
}

const droppedRung = ({ code, rung }: LadderReason): readonly string[] =>
  rung !== undefined && (code === 'rung-below-hull' || code === 'rung-too-close') ? [rung] : []

const leftOut = (name: string): RungView => ({
  name,
  label: rungLabel(name),
  state: 'left-out',
  percent: 0,
  done: 0,
  total: 0,
  hasStumbled: false,
  canRetry: false,
})

function rungView(rung: RungProgress, asset: Asset, now: Date): RungView {
  const { name, segmentsDone: done, segmentsTotal: total, message, remainingSeconds } = rung
  const work = workOf(rung, now)
  const state = stateOf(rung, asset, work)
  const isOpen = state === 'waiting' || state === 'paused' || state === 'encoding'
  return {
    name,
    label: rungLabel(name, asset.audios),
    state,
    percent: state === 'done' ? 100 : formatPercent(total === 0 ? 0 : done / total),
    done,
    total,
    ...(isOpen && remainingSeconds !== undefined ? { remainingSeconds } : {}),
    ...(work === undefined ? {} : { work }),
    ...(message === undefined ? {} : { message }),
    hasStumbled: isOpen && message !== undefined,
    // What failed with the whole asset has no words of its own, and nothing that could be tried alone.
    canRetry: state === 'failed' && message !== undefined,
  }
}

function stateOf(rung: RungProgress, asset: Asset, work: RungWork | undefined): RungView['state'] {
  // What was cancelled has not failed, whatever became of its units.
  if (isCancelled(asset) && rung.state !== 'done') return 'cancelled'
  return rung.state === 'encoding' && work === undefined ? 'paused' : rung.state
}

function workOf({ workers, heardAt }: RungProgress, now: Date): RungWork | undefined {
  if (workers === undefined || heardAt === undefined) return undefined
  const secondsAgo = Math.max(0, Math.floor((now.getTime() - Date.parse(heardAt)) / 1000))
  const hosts = [...new Set(workers.map((worker) => worker.split(':')[0] ?? worker))]
  return { hosts, workers, secondsAgo, isSilent: secondsAgo > SILENT_AFTER_SECONDS }
}
