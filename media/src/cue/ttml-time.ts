import { fractionMs } from '@ulan/contract/cue-times'

/** How a document counts: TTML2 §7.2. Frames per second with their multiplier applied. */
export type TtmlRates = { readonly framesPerSecond: number; readonly subFramesPerFrame: number; readonly ticksPerSecond: number }

const CLOCK = /^(\d{2,4}):(\d\d):(\d\d)(?:\.(\d{1,9})|:(\d{2,3})(?:\.(\d{1,3}))?)?$/
const OFFSET = /^(\d{1,12})(?:\.(\d{1,9}))?(h|m|s|ms|f|t)$/

const positive = (text: string | undefined): number | undefined => {
  const value = Number(text)
  return text !== undefined && Number.isFinite(value) && value > 0 ? value : undefined
}

/** Rates by the attributes of `tt`, which are looked up by local name. */
export function readRates(attribute: (name: string) => string | undefined): TtmlRates {
  const stated = positive(attribute('frameRate'))
  const frameRate = stated ?? 30
  const [numerator, denominator] = (attribute('frameRateMultiplier') ?? '').split(/[ :]/).map(positive)
  const subFramesPerFrame = positive(attribute('subFrameRate')) ?? 1
  // Without a tick rate a tick is a sub-frame where frames are stated, else a second.
  const ticksPerSecond = positive(attribute('tickRate')) ?? (stated === undefined ? 1 : stated * subFramesPerFrame)
  return { framesPerSecond: frameRate * ((numerator ?? 1) / (denominator ?? 1)), subFramesPerFrame, ticksPerSecond }
}

/** A time expression (TTML2 §12.3) in milliseconds, not rounded; undefined for anything else. */
export function readTtmlTime(text: string, rates: TtmlRates): number | undefined {
  const [, hours = '', minutes = '', seconds = '', fraction = '0', frames = '0', subFrames = '0'] = CLOCK.exec(text) ?? []
  if (hours !== '') {
    if (Number(minutes) > 59 || Number(seconds) > 59) return undefined
    const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    const frame = Number(frames) + Number(subFrames) / rates.subFramesPerFrame
    return whole * 1000 + fractionMs(fraction) + (frame * 1000) / rates.framesPerSecond
  }
  const [, count = '', decimals = '0', unit = ''] = OFFSET.exec(text) ?? []
  if (count === '') return undefined
  const value = Number(`${count}.${decimals}`)
  const msPerUnit: Readonly<Record<string, number>> = {
    h: 3_600_000,
    m: 60_000,
    s: 1000,
    ms: 1,
    f: 1000 / rates.framesPerSecond,
    t: 1000 / rates.ticksPerSecond,
  }
  return value * (msPerUnit[unit] ?? 0)
}
