import type { Rights } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { fixtureProgramme } from '../snapshot/catalogue-fixture.ts'
import { licenceAt, licensedAt } from './licence.ts'

const ms = (iso: string) => Date.parse(iso)
const DECEMBER: Rights = { firstDay: '2026-12-01', lastDay: '2026-12-31' }

describe('a licence', () => {
  it.each([
    ['before its first day', '2026-11-30T15:59:59Z', 'not-begun'],
    ['on its first day, which begins in Beijing', '2026-11-30T16:00:00Z', 'running'],
    ['on its last day', '2026-12-31T15:59:59.999Z', 'running'],
    ['after it', '2026-12-31T16:00:00Z', 'over'],
  ])('%s', (_name, at, expected) => expect(licenceAt(DECEMBER, ms(at))).toBe(expected))
  it('that nobody wrote down holds nothing back', () => {
    expect([licenceAt(undefined, ms('2026-12-01T00:00:00Z')), licenceAt({ holder: '剧团' }, 0)]).toEqual(['running', 'running'])
  })
})

describe('programmes by their licences', () => {
  const all = [
    fixtureProgramme({ id: 'free' }),
    fixtureProgramme({ id: 'december', rights: DECEMBER }),
    fixtureProgramme({ id: 'until', rights: { lastDay: '2026-12-15' } }),
  ]
  const programmes = new Map(all.map((one) => [one.id, one]))
  const at = (iso: string) => {
    const { programmes: shown, changesAtMs } = licensedAt(programmes, ms(iso))
    return [[...shown.keys()].join(' '), Number.isFinite(changesAtMs) ? new Date(changesAtMs).toISOString() : 'never']
  }
  it('come and go, and it is known when next', () => {
    expect(at('2026-11-01T00:00:00Z')).toEqual(['free until', '2026-11-30T16:00:00.000Z'])
    expect(at('2026-12-01T00:00:00Z')).toEqual(['free december until', '2026-12-15T16:00:00.000Z'])
    expect(at('2026-12-20T00:00:00Z')).toEqual(['free december', '2026-12-31T16:00:00.000Z'])
    expect(at('2027-01-01T00:00:00Z')).toEqual(['free', 'never'])
  })
  it('stay the very same while none is held back', () => {
    expect(licensedAt(programmes, ms('2026-12-01T00:00:00Z')).programmes).toBe(programmes)
  })
})
