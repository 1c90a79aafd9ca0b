import { describe, expect, it } from 'vitest'
import { licenceSpan, rightsProblems } from './licence-span.ts'

const iso = (ms: number) => new Date(ms).toISOString()

describe('a licence', () => {
  it('is for whole days of Beijing, the last one too', () => {
    const { fromMs, untilMs } = licenceSpan({ firstDay: '2026-12-04', lastDay: '2026-12-04' })
    expect([iso(fromMs), iso(untilMs)]).toEqual(['2026-12-03T16:00:00.000Z', '2026-12-04T16:00:00.000Z'])
  })
  it('is without end where nothing is said', () => {
    const always = { fromMs: Number.NEGATIVE_INFINITY, untilMs: Number.POSITIVE_INFINITY }
    expect([licenceSpan(undefined), licenceSpan({})]).toEqual([always, always])
    expect(iso(licenceSpan({ lastDay: '2028-02-29' }).untilMs)).toBe('2028-02-29T16:00:00.000Z')
  })
  it('may be for one day, and does not end before it begins', () => {
    expect(rightsProblems({ firstDay: '2026-12-04', lastDay: '2026-12-04' })).toEqual([])
    expect(rightsProblems({ lastDay: '2026-12-04' })).toEqual([])
    expect(rightsProblems({ firstDay: '2026-12-05', lastDay: '2026-12-04' })).toEqual([
      { path: 'rights.lastDay', code: 'licence-ends-before-start' },
    ])
  })
})
