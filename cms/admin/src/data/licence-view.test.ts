import { describe, expect, it } from 'vitest'
import { licenceView } from './licence-view.ts'

const at = (iso: string) => Date.parse(iso)

describe('a licence in the newsroom', () => {
  const running = { state: 'running' as const, lastDay: '2026-12-31' }
  it('is told of in its last month alone while it runs', () => {
    expect(licenceView(running, at('2026-12-01T15:59:59Z'))).toBeUndefined()
    expect(licenceView(running, at('2026-12-01T16:00:00Z'))).toBe('ending')
    expect(licenceView({ state: 'running', firstDay: '2026-01-01' }, at('2026-12-31T00:00:00Z'))).toBeUndefined()
  })
  it('is told of whenever it keeps the public from a work, and never where there is none', () => {
    expect(licenceView({ state: 'over', lastDay: '2026-01-01' }, 0)).toBe('over')
    expect(licenceView({ state: 'not-begun', firstDay: '2027-01-01' }, 0)).toBe('not-begun')
    expect(licenceView(undefined, 0)).toBeUndefined()
  })
})
