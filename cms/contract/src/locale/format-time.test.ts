import { describe, expect, it, test } from 'vitest'
import cyrillic from '../../locales/mn-Cyrl/calendar.json' with { type: 'json' }
import mongolian from '../../locales/mn-Mong/calendar.json' with { type: 'json' }
import chinese from '../../locales/zh-Hans/calendar.json' with { type: 'json' }
import { type FormatWords, formatAgo, formatClock, formatDate, formatDuration, formatTimeOfDay } from './format-time.ts'
import type { Locale } from './locale.ts'

const TEXTS = { 'zh-Hans': chinese, 'mn-Mong': mongolian, 'mn-Cyrl': cyrillic } as const

/** The texts of the product, put together as its clients do. */
const wordsIn =
  (wanted: Locale): FormatWords =>
  (key, values = {}) => {
    const name = key.slice('calendar:'.length) as keyof typeof chinese // the keys there are
    const locale = TEXTS[wanted][name] === '' ? 'zh-Hans' : wanted
    return { text: TEXTS[locale][name].replaceAll(/\{\{(\w+)\}\}/g, (_, hole: string) => String(values[hole])), locale }
  }
const [zh, mong, cyrl] = [wordsIn('zh-Hans'), wordsIn('mn-Mong'), wordsIn('mn-Cyrl')]
const NOW = Date.parse('2026-11-24T10:00:00+08:00')
const before = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString()

describe('formatDate', () => {
  it('names the day in China in the three scripts', () => {
    const iso = '2026-11-23T16:30:00Z'
    expect(formatDate(iso, zh)).toEqual({ text: '2026年11月24日', locale: 'zh-Hans' })
    expect(formatDate(iso, mong)).toEqual({ text: '2026 ᠣᠨ᠎ᠤ 11 ᠰᠠᠷ᠎ᠠ᠎ᠶᠢᠨ 24', locale: 'mn-Mong' })
    expect(formatDate(iso, cyrl)).toEqual({ text: '2026 оны 11 сарын 24', locale: 'mn-Cyrl' })
  })

  it('keeps to China’s day on both sides of midnight there', () => {
    expect(formatDate('2026-12-31T15:59:59Z', zh).text).toBe('2026年12月31日')
    expect(formatDate('2026-12-31T16:00:00Z', zh).text).toBe('2027年1月1日')
  })
})

describe('formatAgo', () => {
  it.each([
    [-5, '刚刚'],
    [0, '刚刚'],
    [59, '刚刚'],
    [60, '1 分钟前'],
    [3599, '59 分钟前'],
    [3600, '1 小时前'],
    [10 * 3600 - 1, '9 小时前'],
    [10 * 3600 + 1, '昨天'],
    [34 * 3600 - 1, '昨天'],
    [34 * 3600 + 1, '2 天前'],
    [6 * 86_400, '6 天前'],
    [7 * 86_400, '2026年11月17日'],
  ])('%d seconds ago is %s', (seconds, said) => {
    expect(formatAgo(before(seconds), NOW, zh).text).toBe(said)
  })

  it('says in Cyrillic what CLDR says', () => {
    const cldr = new Intl.RelativeTimeFormat('mn', { numeric: 'auto' })
    expect(formatAgo(before(300), NOW, cyrl).text).toBe(cldr.format(-5, 'minute'))
    expect(formatAgo(before(7200), NOW, cyrl).text).toBe(cldr.format(-2, 'hour'))
    expect(formatAgo(before(86_400), NOW, cyrl).text).toBe(cldr.format(-1, 'day'))
    expect(formatAgo(before(4 * 86_400), NOW, cyrl).text).toBe(cldr.format(-4, 'day'))
  })

  it('tells of the fallback where the traditional script has no words yet', () => {
    expect(formatAgo(before(300), NOW, mong)).toEqual({ text: '5 分钟前', locale: 'zh-Hans' })
  })
})

describe('formatDuration', () => {
  it.each([
    [0, '0 秒'],
    [-3, '0 秒'],
    [Number.NaN, '0 秒'],
    [59.6, '1 分钟'],
    [125, '2 分钟 5 秒'],
    [3600, '1 小时'],
    [3905, '1 小时 5 分钟 5 秒'],
  ])('%d seconds are %s', (seconds, said) => {
    expect(formatDuration(seconds, zh)).toEqual({ text: said, locale: 'zh-Hans' })
  })

  it('says in Cyrillic what CLDR says', () => {
    const unit = (name: string, count: number): string =>
      new Intl.NumberFormat('mn', { style: 'unit', unit: name, unitDisplay: 'long' }).format(count)
    expect(formatDuration(3905, cyrl).text).toBe(`${unit('hour', 1)} ${unit('minute', 5)} ${unit('second', 5)}`)
  })

  it('mixes no languages: where one unit has no word, all of it is Chinese', () => {
    const half: FormatWords = (key, values) => (key === 'calendar:seconds' ? zh(key, values) : cyrl(key, values))
    expect(formatDuration(3600, half).locale).toBe('mn-Cyrl')
    expect(formatDuration(61, half).locale).toBe('zh-Hans')
  })
})

test.each([
  ['2026-11-26T01:05:59Z', '9:05'],
  ['2026-11-26T15:59:59Z', '23:59'],
  ['2026-11-26T16:00:00Z', '0:00'],
])('the time of day at %s is %s in China', (iso, text) => expect(formatTimeOfDay(Date.parse(iso))).toBe(text))

describe('formatClock', () => {
  it.each([
    [0, '0:00'],
    [9.9, '0:09'],
    [65, '1:05'],
    [3600, '1:00:00'],
    [36_061, '10:01:01'],
    [-1, '0:00'],
    [Number.NaN, '0:00'],
    [Number.POSITIVE_INFINITY, '0:00'],
  ])('%d s is %s', (seconds, text) => expect(formatClock(seconds)).toBe(text))
})
