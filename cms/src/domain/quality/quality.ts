import type { Beacon, QualityDay } from '@ulan/contract'

/** Upper edges, ms, of the classes that starts are counted in; the last class has none. */
export const START_EDGES_MS = [250, 500, 1000, 2000, 4000, 8000, 16_000] as const

/** What is counted of the plays of a day on one kind of device; all of it adds up. */
type QualityCounts = Omit<QualityDay, 'day' | 'device' | 'startMs' | 'starts'> & {
  /** Plays by class of start. */
  readonly starts: readonly number[]
}
type QualityKey = Pick<QualityDay, 'day' | 'device'>
export type QualityCount = QualityKey & QualityCounts

const NO_ENDS = { ended: 0, left: 0, network: 0, media: 0, gone: 0, unsupported: 0 } as const
const NO_STARTS = [...START_EDGES_MS, 0].map(() => 0)

/** China's time: the day of a play is the one on the wall of the living room. */
const CHINA_MS = 8 * 3_600_000

/** The day in China of an instant, such as 2026-11-26. */
export const dayOf = (now: Date): string => new Date(now.getTime() + CHINA_MS).toISOString().slice(0, 10)

/** The first of so many days up to today. */
export const firstDay = (now: Date, days: number): string => dayOf(new Date(now.getTime() - (days - 1) * 24 * 3_600_000))

/** Adds plays of one day up, by kind of device. */
export function countBeacons(beacons: readonly Beacon[], day: string): readonly QualityCount[] {
  const devices = [...new Set(beacons.map(({ device }) => device))]
  return devices.map((device) => {
    const none: QualityCount = { day, device, plays: 0, ends: NO_ENDS, watchedSeconds: 0, stalls: 0, stalledSeconds: 0, starts: NO_STARTS }
    return beacons.filter((beacon) => beacon.device === device).reduce(addBeacon, none)
  })
}

function addBeacon(sum: QualityCount, { end, start, stalls, stalledSeconds, watchedSeconds }: Beacon): QualityCount {
  const at = start.picture === undefined ? -1 : classOf(start.picture)
  return {
    ...sum,
    plays: sum.plays + 1,
    ends: { ...sum.ends, [end]: sum.ends[end] + 1 },
    watchedSeconds: sum.watchedSeconds + watchedSeconds,
    stalls: sum.stalls + stalls,
    stalledSeconds: sum.stalledSeconds + stalledSeconds,
    starts: sum.starts.map((count, index) => (index === at ? count + 1 : count)),
  }
}

function classOf(ms: number): number {
  const at = START_EDGES_MS.findIndex((edge) => ms <= edge)
  return at === -1 ? START_EDGES_MS.length : at
}

/** The day as it is shown. */
export function presentQuality(count: QualityCount): QualityDay {
  const [median, ninth] = [0.5, 0.9].map((share) => withinMs(count.starts, share))
  const starts = count.starts.map((plays, at) => ({ ...(at < START_EDGES_MS.length && { withinMs: START_EDGES_MS[at] }), plays }))
  return { ...count, starts, ...(median !== undefined && ninth !== undefined && { startMs: { median, ninth } }) }
}

/**
 * Within how many ms a share of all starts lies, taking the starts of a class as spread evenly over it; what is beyond the
 * last edge counts as lying on it. Undefined without any start.
 */
export function withinMs(starts: readonly number[], share: number): number | undefined {
  const total = starts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  let left = total * share
  for (const [at, edge] of START_EDGES_MS.entries()) {
    const count = starts[at] ?? 0
    const from = START_EDGES_MS[at - 1] ?? 0
    if (count > 0 && left <= count) return Math.round(from + ((edge - from) * left) / count)
    left -= count
  }
  return START_EDGES_MS.at(-1)
}
