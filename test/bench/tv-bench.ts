import { createLab, waitForPosters } from '../lab/lab.ts'
import { median, round } from '../lab/statistics.ts'
import type { Measured, Row } from './report.ts'
import { type FrameFigures, type FrameOptions, measureFrames } from './tv-frames.ts'
import { measureHeap } from './tv-heap.ts'

const ITEMS = 60
const HOLD_MS = 5000
/** Opened one after the other, and what the page may hold then. */
const SCREENS = 200
const MOST_HEAP_MEGABYTES = 8

type Condition = {
  readonly name: string
  readonly runs: number
  readonly cpuDivisor: number
  readonly widthPx: number
  readonly heightPx: number
  /** Most that a figure may be; without one it is told only. */
  readonly most: { readonly [figure in keyof typeof FIGURES]?: number }
}

const FIGURES = {
  frameP95: { work: 'frame p95 while → is held', unit: 'ms', of: (run: FrameFigures) => run.frames.p95 },
  frameP99: { work: 'frame p99 while → is held', unit: 'ms', of: (run: FrameFigures) => run.frames.p99 },
  dropped: { work: 'frames dropped', unit: '%', of: (run: FrameFigures) => run.droppedPercent },
  keyToDraw: { work: 'key to draw p95', unit: 'ms', of: (run: FrameFigures) => run.keyToDrawP95Ms },
  firstRail: { work: 'first rail, cold', unit: 'ms', of: (run: FrameFigures) => run.firstRailMs },
  warmRail: { work: 'first rail, third start', unit: 'ms', of: (run: FrameFigures) => run.warmRailMs },
  uploads: { work: 'textures uploaded per move', unit: 'MB', of: (run: FrameFigures) => round(run.textureMegabytes / run.moves, 2) },
  heap: { work: 'heap after collection', unit: 'MB', of: (run: FrameFigures) => run.heapAfterCollectionMegabytes },
} as const

const HD = { widthPx: 1920, heightPx: 1080 }
const CONDITIONS: readonly Condition[] = [
  {
    ...{ name: 'CPU ÷ 4', runs: 7, cpuDivisor: 4, ...HD },
    most: { frameP95: 20, dropped: 1, keyToDraw: 33, firstRail: 1200, warmRail: 700, uploads: 0.4, heap: 8 },
  },
  { name: 'CPU ÷ 6', runs: 5, cpuDivisor: 6, ...HD, most: { frameP95: 34, firstRail: 2000 } },
  { name: '3840×2160, CPU ÷ 4', runs: 5, cpuDivisor: 4, widthPx: 3840, heightPx: 2160, most: {} },
]

/** The TV home while → is held, draw calls counted but not executed, a rail of 60 programmes with posters. */
export async function benchTv(): Promise<Measured> {
  const lab = await createLab({ seed: ITEMS, env: { LOG_LEVEL: 'error' } })
  try {
    await waitForPosters(lab.visitor())
    const rows: Row[] = []
    const details: Record<string, readonly FrameFigures[]> = {}
    for (const condition of CONDITIONS) {
      const runs: FrameFigures[] = []
      for (let index = 0; index < condition.runs; index += 1) runs.push(await measureFrames(optionsOf(lab.tvUrl, condition)))
      rows.push(...toRows(condition, runs))
      details[condition.name] = runs
    }
    rows.push(await heapRow(lab.tvUrl))
    const method = `Chromium headless, raster off, ${ITEMS} programmes with posters, → held ${HOLD_MS / 1000} s with a keydown each 100 ms; 1920×1080 unless told otherwise; medians of 5 to 7 runs, each in a fresh browser. First rail: navigation start to the first frame with at least 8 quads after 4 pictures.`
    return { rows, method, details }
  } finally {
    await lab.stop()
  }
}

async function heapRow(url: string): Promise<Row> {
  const ours = await measureHeap(url, SCREENS)
  return {
    work: `heap after ${SCREENS} screens, collected`,
    unit: 'MB',
    ours,
    aim: `≤ ${MOST_HEAP_MEGABYTES}`,
    isMet: ours <= MOST_HEAP_MEGABYTES,
  }
}

const optionsOf = (url: string, { cpuDivisor, widthPx, heightPx }: Condition): FrameOptions => ({
  url,
  widthPx,
  heightPx,
  cpuDivisor,
  isRasterOn: false,
  quads: 8,
  images: 4,
  keys: ['ArrowDown'],
  holdKey: 'ArrowRight',
  holdMs: HOLD_MS,
})

function toRows({ name, most }: Condition, runs: readonly FrameFigures[]): readonly Row[] {
  const names = Object.keys(FIGURES) as (keyof typeof FIGURES)[] // its own keys
  return names.map((figure) => {
    const { work, unit, of } = FIGURES[figure]
    const ours = median(runs.map(of))
    const limit = most[figure]
    return { work: `${name}: ${work}`, unit, ours, ...(limit === undefined ? {} : { aim: `≤ ${limit}`, isMet: ours <= limit }) }
  })
}
