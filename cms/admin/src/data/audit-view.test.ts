import type { StaffId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { auditFilterOf, auditLink, auditQuery } from './audit-view.ts'

describe('the log of what staff did', () => {
  it('is asked for by whole days of Beijing', () => {
    const query = auditQuery({ from: '2026-12-04', until: '2026-12-04' })
    expect(query).toEqual({ from: '2026-12-03T16:00:00.000Z', until: '2026-12-04T16:00:00.000Z' })
  })
  it('is looked through by what an address says, as far as it makes sense', () => {
    const actions = ['publishProgramme', 'createSession'] as const
    const by = '0'.repeat(24)
    const fields = { by, action: 'publishProgramme', from: '2026-12-04', until: '2026-12-31', q: 'x' }
    expect(auditFilterOf(fields, actions)).toEqual({ by, action: 'publishProgramme', from: '2026-12-04', until: '2026-12-31' })
    expect(auditFilterOf({ by: 'me', action: 'dance', from: '2026-13-40', until: 'soon' }, actions)).toEqual({})
  })
  it('is asked for without what nobody chose', () => {
    expect(auditQuery({ from: '', until: '' })).toEqual({})
    const by = '0'.repeat(24) as StaffId // fits its pattern
    expect(auditQuery({ by, action: 'createSession' }, 200)).toEqual({ by, action: 'createSession', before: 200 })
  })
  it('leads to the programme that somebody worked on, while there is one', () => {
    expect(auditLink({ action: 'publishProgramme', target: 'p-12' })).toBe('#/programmes/p-12')
    expect(auditLink({ action: 'deleteProgramme', target: 'p-12' })).toBeUndefined()
    expect(auditLink({ action: 'createSession' })).toBeUndefined()
  })
})
