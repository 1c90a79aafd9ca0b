import type { Campaign } from './home-layout.ts'

/** From when, and until when it is no more, in ms since 1970; open ends are infinite. */
export type Span = { readonly fromMs: number; readonly untilMs: number }

/** Beijing's clocks, which are never changed between summer and winter. */
const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** The same day and time of Beijing's calendar so many years later, in ms since 1970; 29 February is 1 March where there is none. */
export function yearsLater(atMs: number, years: number): number {
  const clock = new Date(atMs + BEIJING_OFFSET_MS)
  clock.setUTCFullYear(clock.getUTCFullYear() + years)
  return clock.getTime() - BEIJING_OFFSET_MS
}

const yearOf = (atMs: number): number => new Date(atMs + BEIJING_OFFSET_MS).getUTCFullYear()

/** When a campaign lasts around an instant: of one that comes again, last year’s time, this year’s and the next one’s. */
export function campaignSpans({ from, until, isYearly }: Pick<Campaign, 'from' | 'until' | 'isYearly'>, nowMs: number): Span[] {
  const [fromMs, untilMs] = [Date.parse(from), Date.parse(until)]
  if (!isYearly) return [{ fromMs, untilMs }]
  const passed = yearOf(nowMs) - yearOf(fromMs)
  // It is never before its first year; one that begins years from now is counted once.
  return [...new Set([-1, 0, 1].map((step) => Math.max(0, passed + step)))].map((years) => {
    const firstMs = yearsLater(fromMs, years)
    // What begins on 29 February begins a day later in most years, and is not shorter for that.
    return { fromMs: firstMs, untilMs: Math.max(yearsLater(untilMs, years), firstMs + Math.min(untilMs - fromMs, DAY_MS)) }
  })
}

/** Whether an instant is within one of them: their first instant is, their last one is not. */
export const isWithin = (spans: readonly Span[], nowMs: number): boolean =>
  spans.some(({ fromMs, untilMs }) => fromMs <= nowMs && nowMs < untilMs)
