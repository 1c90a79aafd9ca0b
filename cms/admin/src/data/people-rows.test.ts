import type { StaffAccount, StaffId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { ALL_PEOPLE, filterPeople, withAccount } from './people-rows.ts'

const account = (name: string, more: Partial<StaffAccount> = {}): StaffAccount => ({
  id: name as StaffId, // told apart by it alone
  email: `${name}@nmg.example`,
  name,
  role: 'editor',
  standing: 'active',
  hasSecondFactor: false,
  createdAt: '2026-11-01T00:00:00.000Z',
  ...more,
})
const QIQIGE = account('Qiqige', { role: 'reviewer-1' })
const WUYUN = account('Wuyun', { standing: 'blocked' })
const ALL = [QIQIGE, WUYUN, account('Bao')]

describe('people', () => {
  it.each([
    [ALL_PEOPLE, ['Qiqige', 'Wuyun', 'Bao']],
    [{ search: ' wUY ' }, ['Wuyun']],
    [{ search: 'nmg.example' }, ['Qiqige', 'Wuyun', 'Bao']],
    [{ search: '', role: 'reviewer-1' as const }, ['Qiqige']],
    [{ search: '', standing: 'blocked' as const }, ['Wuyun']],
    [{ search: 'bao', role: 'reviewer-1' as const }, []],
  ])('found by %j', (filter, names) => expect(filterPeople(ALL, filter).map(({ name }) => name)).toEqual(names))
  it('keep their places when one is changed, and a new one comes last', () => {
    const changed = { ...WUYUN, standing: 'active' as const }
    expect(withAccount(ALL, changed)[1]).toBe(changed)
    expect(withAccount(ALL, account('Tana')).at(-1)?.name).toBe('Tana')
  })
})
