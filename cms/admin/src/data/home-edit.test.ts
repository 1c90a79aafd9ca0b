import type { PlacedRail, ProgrammeId, RailId, SeriesId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import {
  handPicked,
  isHomeChanged,
  isSameEntry,
  moved,
  newRail,
  patchOfHome,
  problemsOf,
  ruleOfKind,
  startHomeEdit,
  withHandPicked,
  withRail,
} from './home-edit.ts'

const SONG = { kind: 'programme' as const, id: 'song' as ProgrammeId }
const STEPPE = { kind: 'series' as const, id: 'steppe' as SeriesId }
const rail = (id: string): PlacedRail => ({ id: id as RailId, title: {}, rule: { kind: 'newest', limit: 5 }, isHero: false })
const LAYOUT = { rev: 3, rails: ['a', 'b', 'c'].map(rail) }

describe('composing home', () => {
  it('sends what was made of what was seen', () => {
    const edit = startHomeEdit(LAYOUT)
    expect(isHomeChanged(edit)).toBe(false)
    expect(patchOfHome(edit)).toEqual(LAYOUT)
    const fresh = newRail()
    const changed = { ...edit, rails: withRail(moved(edit.rails, 2, 0), fresh) }
    expect(isHomeChanged(changed)).toBe(true)
    expect(fresh.id).toMatch(/^rail-[0-9a-f]{20}$/)
    expect(patchOfHome(changed).rails.map(({ id }) => id)).toEqual(['c', 'a', 'b', fresh.id])
    expect(isHomeChanged({ ...edit, rails: withRail(edit.rails, { ...rail('b'), isHero: true }) })).toBe(true)
  })
  it('moves one past others, and nowhere where there is no place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
    const same = ['a', 'b']
    expect([moved(same, 0, 0), moved(same, 0, -1), moved(same, 0, 2), moved(same, 5, 0)].every((list) => list === same)).toBe(true)
  })
  it('keeps what a rule of another kind has room for', () => {
    const newest = withHandPicked({ kind: 'newest', limit: 7, programmeKind: 'animation' }, [SONG, STEPPE])
    expect(handPicked(newest)).toEqual([SONG, STEPPE])
    const manual = ruleOfKind(newest, 'manual')
    expect(manual).toEqual({ kind: 'manual', entries: [SONG, STEPPE] })
    expect(ruleOfKind(manual, 'newest')).toEqual({ kind: 'newest', limit: 20, followedBy: [SONG, STEPPE] })
    expect(ruleOfKind(newest, 'local')).toEqual({ kind: 'local', limit: 7 })
    expect(ruleOfKind({ kind: 'local', limit: 7 }, 'newest')).toEqual({ kind: 'newest', limit: 7 })
    expect(ruleOfKind(newest, 'newest')).toBe(newest)
    expect(withHandPicked(newest, [])).toEqual({ kind: 'newest', limit: 7, programmeKind: 'animation' })
    expect(withHandPicked(manual, [STEPPE])).toEqual({ kind: 'manual', entries: [STEPPE] })
    expect(withHandPicked({ kind: 'local', limit: 7 }, [SONG])).toEqual({ kind: 'local', limit: 7 })
    expect([isSameEntry(SONG, { ...SONG }), isSameEntry(SONG, STEPPE)]).toEqual([true, false])
  })
  it('tells what the server refused of a rail, wherever it stands now, until it is changed', () => {
    const problems = ['rails.1.title.zh-Hans', 'rails.10.id', 'rev'].map((path) => ({ path, code: 'invalid' }))
    const [one, other] = [rail('a'), rail('b')]
    expect(problemsOf([one, other], problems, other)).toEqual(problems.slice(0, 1))
    expect([problemsOf([one, other], problems, one), problemsOf([one, other], problems, rail('b'))]).toEqual([[], []])
  })
})
