import type { CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../e2e/fixtures/browser.ts'
import { percentile, round } from '../lab/statistics.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { type FrameLog, installProbe, skipWelcome } from './tv-probe.ts'

/** Black-box figures of a TV web app in headless Chromium: how soon the first rail, how even the frames while a key is held. */
export type FrameOptions = {
  readonly url: string
  /** Of the panel. */
  readonly widthPx: number
  readonly heightPx: number
  /** CDP throttling of the page's main thread. */
  readonly cpuDivisor: number
  readonly isRasterOn: boolean
  readonly quads: number
  readonly images: number
  /** Pressed once each before the hold. */
  readonly keys: readonly string[]
  readonly holdKey: 'ArrowRight' | 'ArrowDown'
  readonly holdMs: number
}
export type FrameFigures = {
  readonly firstRailMs: number
  /** The same of the third start in this browser: files and compiled code are kept. */
  readonly warmRailMs: number
  readonly firstDrawMs: number
  readonly frames: { readonly n: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number }
  readonly droppedPercent: number
  readonly over33Percent: number
  readonly keyToDrawP95Ms: number
  readonly workP95Ms: number
  readonly textureMegabytes: number
  /** Of the focus, while the key was held. */
  readonly moves: number
  readonly heapAfterCollectionMegabytes: number
  readonly idleFrameP95Ms: number
  readonly errors: readonly string[]
}

const KEY_CODES = { ArrowRight: 39, ArrowDown: 40 } as const
/** Interval of the repeated key of a usual remote control. */
const REPEAT_MS = 100
const FRAME_MS = 1000 / 60
/** Each look costs the throttled page a few milliseconds; the page itself keeps the time. */
const POLL_MS = 250
const SETTLE_MS = 1500
const IDLE_MS = 2000
const KEY_GAP_MS = 300
/** The browser keeps compiled code from the second start on. */
const WARM_STARTS = 2
/** Later pages are fetched some seconds after the first. */
const WARM_UP_MS = 6000

/** One run in a fresh browser and profile. */
export async function measureFrames(options: FrameOptions): Promise<FrameFigures> {
  const browser = await launchBrowser(['--enable-precise-memory-info'])
  try {
    const context = await browser.newContext({ viewport: { width: options.widthPx, height: options.heightPx } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.addInitScript(skipWelcome)
    await page.addInitScript(installProbe, options)
    await session.send('Performance.enable')
    await session.send('Emulation.setCPUThrottlingRate', { rate: options.cpuDivisor })
    const ready = await openUntilReady(page, options.url)
    await pause(SETTLE_MS)
    const idle = await record(page, () => pause(IDLE_MS))
    for (const key of options.keys) {
      await page.keyboard.press(key)
      await pause(KEY_GAP_MS)
    }
    let moves = 0
    const held = await record(page, async () => {
      moves = await hold(session, options)
    })
    const heap = await heapAfterCollection(session)
    let warm: FrameLog | undefined
    for (let start = 0; start < WARM_STARTS; start += 1) {
      await page.goto('about:blank')
      warm = await openUntilReady(page, options.url)
      await pause(WARM_UP_MS)
    }
    return summarise({ ready, warm, idle, held, heap, errors, moves })
  } finally {
    await browser.close()
  }
}

async function openUntilReady(page: Page, url: string): Promise<FrameLog | undefined> {
  await page.goto(url, { waitUntil: 'commit' })
  return waitUntil(
    'the first rail',
    () => readLog(page),
    (log) => log?.readyAtMs != null,
    90_000,
    POLL_MS,
  )
}

// A measurement lasts a set time by its nature; nothing is awaited here.
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

const readLog = (page: Page): Promise<FrameLog | undefined> => page.evaluate(() => window.frameLog)

async function record(page: Page, act: () => Promise<void>): Promise<FrameLog> {
  await page.evaluate(() => {
    const log = window.frameLog
    if (log === undefined) return
    Object.assign(log, { deltasMs: [], workMs: [], keyToDrawMs: [], quads: [], textureCount: 0, textureBytes: 0, isRecording: true })
  })
  await act()
  const log = await page.evaluate(() => {
    if (window.frameLog !== undefined) window.frameLog.isRecording = false
    return window.frameLog
  })
  if (log === undefined) throw new Error('the page lost its probe')
  return log
}

/** How many times the key was sent. */
async function hold(session: CDPSession, options: FrameOptions): Promise<number> {
  const key = { key: options.holdKey, code: options.holdKey, windowsVirtualKeyCode: KEY_CODES[options.holdKey] }
  const startedAt = performance.now()
  let presses = 0
  for (; performance.now() - startedAt < options.holdMs; presses += 1) {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', autoRepeat: presses > 0, ...key })
    const rest = startedAt + (presses + 1) * REPEAT_MS - performance.now()
    if (rest > 0) await pause(rest)
  }
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  return presses
}

/** JavaScript heap of a page in MB (2^20 bytes), all garbage gone. */
export async function heapAfterCollection(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find((metric) => metric.name === 'JSHeapUsedSize')?.value ?? 0) / 2 ** 20
}

type Logs = {
  readonly ready: FrameLog | undefined
  readonly warm: FrameLog | undefined
  readonly idle: FrameLog
  readonly held: FrameLog
  readonly heap: number
  readonly errors: readonly string[]
  readonly moves: number
}

function summarise({ ready, warm, idle, held, heap, errors, moves }: Logs): FrameFigures {
  const deltas = held.deltasMs
  const slots = deltas.reduce((sum, delta) => sum + Math.max(1, Math.round(delta / FRAME_MS)), 0)
  return {
    firstRailMs: round(ready?.readyAtMs ?? Number.NaN),
    warmRailMs: round(warm?.readyAtMs ?? Number.NaN),
    firstDrawMs: round(ready?.firstDrawAtMs ?? Number.NaN),
    frames: {
      n: deltas.length,
      p50: round(percentile(deltas, 0.5), 1),
      p95: round(percentile(deltas, 0.95), 1),
      p99: round(percentile(deltas, 0.99), 1),
      max: round(percentile(deltas, 1), 1),
    },
    droppedPercent: round((100 * (slots - deltas.length)) / slots, 2),
    over33Percent: round((100 * deltas.filter((delta) => delta > 33.4).length) / deltas.length, 2),
    keyToDrawP95Ms: round(percentile(held.keyToDrawMs, 0.95), 1),
    workP95Ms: round(percentile(held.workMs, 0.95), 1),
    textureMegabytes: round(held.textureBytes / 2 ** 20, 1),
    moves,
    heapAfterCollectionMegabytes: round(heap, 1),
    idleFrameP95Ms: round(percentile(idle.deltasMs, 0.95), 1),
    errors,
  }
}
