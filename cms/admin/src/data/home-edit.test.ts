import type { Campaign, CampaignId, PlacedRail, ProgrammeId, RailId, SeriesId, ShowTime } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import {
  compact,
  findRailProblems,
  handPicked,
  isHomeChanged,
  isSameEntry,
  moved,
  newRail,
  patchOfHome,
  problemsOfCampaign,
  problemsOfRail,
  ruleOfKind,
  startHomeEdit,
  withChanged,
  withHandPicked,
  withRule,
} from './home-edit.ts'

const SONG = { kind: 'programme' as const, id: 'song' as ProgrammeId }
const STEPPE = { kind: 'series' as const, id: 'steppe' as SeriesId }
const rail = (id: string): PlacedRail => ({ id: id as RailId, title: {}, rule: { kind: 'newest', limit: 5 }, isHero: false })
const campaign = (name: string): Campaign => ({
  id: 'week' as CampaignId,
  name,
  from: '2026-11-30T16:00:00.000Z',
  until: '2026-12-07T16:00:00.000Z',
  isYearly: true,
})
const LAYOUT = { rev: 3, rails: ['a', 'b', 'c'].map(rail), campaigns: [campaign('宪法宣传周')] }

describe('composing home', () => {
  it('sends what was made of what was seen', () => {
    const edit = startHomeEdit(LAYOUT)
    expect(isHomeChanged(edit)).toBe(false)
    expect(patchOfHome(edit)).toEqual(LAYOUT)
    const fresh = newRail()
    const changed = { ...edit, rails: withChanged(moved(edit.rails, 2, 0), fresh) }
    expect(isHomeChanged(changed)).toBe(true)
    expect(fresh.id).toMatch(/^rail-[0-9a-f]{20}$/)
    expect(patchOfHome(changed).rails.map(({ id }) => id)).toEqual(['c', 'a', 'b', fresh.id])
    expect(isHomeChanged({ ...edit, campaigns: [] })).toBe(true)
    expect(isHomeChanged({ ...edit, rails: withChanged(edit.rails, { ...rail('b'), isHero: true }) })).toBe(true)
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
    expect([ruleOfKind(newest, 'resume'), ruleOfKind({ kind: 'resume' }, 'local')]).toEqual([
      { kind: 'resume' },
      { kind: 'local', limit: 20 },
    ])
    expect(ruleOfKind(newest, 'newest')).toBe(newest)
    expect(withHandPicked(newest, [])).toEqual({ kind: 'newest', limit: 7, programmeKind: 'animation' })
    expect(withHandPicked(manual, [STEPPE])).toEqual({ kind: 'manual', entries: [STEPPE] })
    expect(withHandPicked({ kind: 'local', limit: 7 }, [SONG])).toEqual({ kind: 'local', limit: 7 })
    expect([isSameEntry(SONG, { ...SONG }), isSameEntry(SONG, STEPPE)]).toEqual([true, false])
  })
  it('tells what the server refused of a rail, wherever it stands now, until it is changed', () => {
    const problems = ['rails.1.title.zh-Hans', 'rails.10.id', 'campaigns.0.until', 'rev'].map((path) => ({ path, code: 'invalid' }))
    const [one, other, week] = [rail('a'), rail('b'), campaign('宪法宣传周')]
    const sent = { rails: [one, other], campaigns: [week] }
    expect(problemsOfRail(sent, problems, other)).toEqual(problems.slice(0, 1))
    expect([problemsOfRail(sent, problems, one), problemsOfRail(sent, problems, rail('b'))]).toEqual([[], []])
    expect(problemsOfRail(undefined, problems, one)).toEqual([])
    expect(problemsOfCampaign(sent, problems, week)).toEqual(problems.slice(2, 3))
    expect(problemsOfCampaign(sent, problems, campaign('宪法宣传周'))).toEqual([])
  })
  it('leaves out what says nothing', () => {
    expect(compact({ limit: 5, lawId: undefined, name: '' })).toEqual({ limit: 5, name: '' })
  })
  it('says what is missing in a rail, at its place', () => {
    const [early, late] = ['2026-12-01T00:00:00.000Z', '2026-12-04T00:00:00.000Z']
    const pin = (shown: ShowTime) => ({ entry: SONG, shown })
    const odd: PlacedRail = {
      ...rail('a'),
      title: { 'zh-Hans': ' ' },
      shown: { kind: 'dates' },
      pins: [pin({ kind: 'dates', from: early }), pin({ kind: 'dates', from: late, until: late }), pin({ kind: 'dates' })],
    }
    expect(findRailProblems(odd)).toEqual([
      { path: 'title.zh-Hans', code: 'title-zh-missing' },
      { path: 'shown', code: 'required' },
      { path: 'pins.1.shown', code: 'over-before-start' },
      { path: 'pins.2.shown', code: 'required' },
    ])
    expect(findRailProblems({ ...rail('a'), isHero: true, shown: { kind: 'dates', from: early, until: late } })).toEqual([])
  })
  it('keeps nothing of what the television fills by itself', () => {
    const full: PlacedRail = { ...rail('a'), isHero: true, pins: [{ entry: SONG }], devices: ['tv'], shown: { kind: 'dates' } }
    expect(withRule(full, { kind: 'resume' })).toEqual({ id: 'a', title: {}, rule: { kind: 'resume' }, isHero: false })
    expect(withRule(full, { kind: 'local', limit: 3 })).toEqual({ ...full, rule: { kind: 'local', limit: 3 } })
  })
})
