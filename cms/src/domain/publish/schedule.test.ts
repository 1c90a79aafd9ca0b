import type { AuditActor } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { contentOf, type KeptProgramme } from '../programme/kept-programme.ts'
import { fixtureAsset, fixtureProgramme } from '../snapshot/catalogue-fixture.ts'
import { outgoingOf, publishedFrom, takenDownFrom } from './next-version.ts'
import { dueActs, findPlanProblems, listEntries, missed, planned, presentSchedule, type SchedulePlan } from './schedule.ts'

const NOW = '2026-12-01T00:00:00.000Z'
const DAY = '2026-12-04T00:00:00.000Z'
const AFTER = '2026-12-11T00:00:00.000Z'
const by: AuditActor = { id: '1'.repeat(24) as AuditActor['id'], email: 'a@example.org', name: '乌云', role: 'publisher' } // as the store makes them
const draft: KeptProgramme = fixtureProgramme({ id: 'one', rev: 3, status: 'draft', publishedAt: undefined })
const film = fixtureAsset('clip-one')
const out: KeptProgramme = fixtureProgramme({ id: 'two', rev: 5 })

const planFor = (programme: KeptProgramme, plan: SchedulePlan): KeptProgramme =>
  planned(programme, { plan, by, now: NOW, outgoing: outgoingOf(programme, film, undefined) })
const both = planFor(draft, { publishAt: DAY, takeDownAt: AFTER, reason: '授权到期' })

describe('the times of a plan', () => {
  it.each<[string, KeptProgramme, SchedulePlan, readonly string[]]>([
    ['a draft that goes out', draft, { publishAt: DAY }, []],
    ['and is taken off', draft, { publishAt: DAY, takeDownAt: AFTER }, []],
    ['one that is out is taken off', out, { takeDownAt: DAY }, []],
    ['is over', draft, { publishAt: NOW }, ['publishAt time-past']],
    ['ends in the past', out, { takeDownAt: NOW }, ['takeDownAt time-past']],
    ['ends before it starts', draft, { publishAt: AFTER, takeDownAt: DAY }, ['takeDownAt ends-before-start']],
    ['ends as it starts', draft, { publishAt: DAY, takeDownAt: DAY }, ['takeDownAt ends-before-start']],
    ['ends before what was planned', both, { takeDownAt: DAY }, ['takeDownAt ends-before-start']],
    ['starts after the end that was planned', both, { publishAt: AFTER }, ['publishAt starts-after-end']],
    ['takes off what never goes out', draft, { takeDownAt: DAY }, ['takeDownAt nothing-to-take-down']],
    ['takes off what is not to go out any more', both, { publishAt: null, takeDownAt: AFTER }, ['takeDownAt nothing-to-take-down']],
    ['cancels', both, { publishAt: null, takeDownAt: null }, []],
  ])('%s', (_name, programme, plan, expected) => {
    expect(findPlanProblems(programme, plan, NOW).map(({ path, code }) => `${path} ${code}`)).toEqual(expected)
  })
})

describe('a plan', () => {
  it('keeps what is to go out as it stands, whatever becomes of it until then', () => {
    expect(both).toMatchObject({ rev: 4, status: 'draft', schedule: { publish: { at: DAY, by, content: contentOf(draft) } } })
    expect(presentSchedule(both)?.publish).toMatchObject({ at: DAY, isAhead: false })
    expect(presentSchedule({ ...both, title: { 'zh-Hans': '改了' } })?.publish?.isAhead).toBe(true)
  })
  it('changes what it names and leaves the rest; without a publication nothing is taken off', () => {
    expect(planFor(both, { takeDownAt: null }).schedule).toEqual({ publish: both.schedule?.publish })
    expect(planFor(both, { publishAt: null })).not.toHaveProperty('schedule')
    expect(planFor(planFor(out, { takeDownAt: AFTER }), { publishAt: null }).schedule).toHaveProperty('takeDown')
  })
  it('is over when somebody publishes or takes down meanwhile, but for the end of what is out', () => {
    expect(publishedFrom(both, outgoingOf(both, film, undefined), film, NOW).schedule).toEqual({ takeDown: both.schedule?.takeDown })
    expect(takenDownFrom(publishedFrom(both, outgoingOf(both, film, undefined), film, NOW), NOW)).not.toHaveProperty('schedule')
  })
})

describe('what is due', () => {
  it.each([
    [NOW, []],
    [DAY, ['publish']],
    [AFTER, ['publish', 'take-down']],
  ])('at %s', (now, expected) => expect(dueActs(both, now).map(({ act }) => act)).toEqual(expected))
  it('and refused is kept with its problem, until there is another plan; what was to follow goes with it', () => {
    const [act] = dueActs(both, DAY)
    if (act === undefined) throw new Error('it is due')
    const refused = missed(both, act, 'review-required', DAY)
    expect(refused.schedule).toEqual({ missed: { act: 'publish', at: DAY, problem: 'review-required' } })
    expect(dueActs(refused, AFTER)).toEqual([])
    expect(planFor(refused, { publishAt: AFTER }).schedule).not.toHaveProperty('missed')
    const change = planFor(out, { publishAt: DAY, takeDownAt: AFTER })
    expect(missed(change, act, 'cannot-publish', DAY).schedule).toHaveProperty('takeDown')
  })
})

it('the list has what was refused first, then what comes next, with what would keep it back', () => {
  const refused: KeptProgramme = { ...out, schedule: { missed: { act: 'publish', at: AFTER, problem: 'review-required' } } }
  const hindrance = { problem: 'conflict' }
  const entries = listEntries([both, refused], new Map([[both.id, hindrance]]))
  expect(entries.map((entry) => [entry.act, entry.at, entry.problem, entry.hindrance])).toEqual([
    ['publish', AFTER, 'review-required', undefined],
    ['publish', DAY, undefined, hindrance],
    ['take-down', AFTER, undefined, undefined],
  ])
})
