import type { ProgrammeId } from '@ulan/contract'
import { describe, expect, test } from 'vitest'
import {
  closeVisit,
  currentVisit,
  DIAGNOSTICS_ROUTE,
  formatRoute,
  HOME,
  KIDS_ROUTE,
  openVisit,
  parseRoute,
  type Route,
  replaceVisit,
  SEARCH,
  SETTINGS_ROUTE,
  startTrail,
} from './routes.ts'

const id = 'grassland-law' as ProgrammeId // the shape the contract asks for
const programme: Route = { page: 'programme', id }
const play: Route = { page: 'play', id, fromStart: false }
const memory = { section: 2, indexes: [0, 1, 5], hero: 0 }

describe('addresses', () => {
  test.each([HOME, programme, play, { page: 'quiz', id } satisfies Route, SEARCH, SETTINGS_ROUTE, DIAGNOSTICS_ROUTE, KIDS_ROUTE])(
    '%o comes back from its hash',
    (route) => {
      expect(parseRoute(formatRoute(route))).toEqual(route)
    },
  )

  test.each(['', '#/', '#/nowhere/x', '#/programme/', '#/programme/%E0%A4%A', '#/constructor'])('%s is home', (hash) => {
    expect(parseRoute(hash)).toEqual(HOME)
  })
})

test('a technician may leave out the stroke', () => expect(parseRoute('#diagnostics')).toEqual(DIAGNOSTICS_ROUTE))

describe('the trail', () => {
  test('an address opened from outside has home underneath', () => {
    const back = closeVisit(startTrail(programme))
    expect(back && currentVisit(back).route).toEqual(HOME)
  })

  test('back leads one step, to the focus that was left', () => {
    const there = openVisit(openVisit(startTrail(HOME), programme, memory), play)
    const once = closeVisit(there)
    expect(once && currentVisit(once)).toEqual({ route: programme })
    const twice = once && closeVisit(once)
    expect(twice && currentVisit(twice)).toEqual({ route: HOME, memory })
    expect(twice && closeVisit(twice)).toBeUndefined()
  })

  test('a search left for one of its finds is come back to with its letters and its focus', () => {
    const search = { letters: 'CYF', focus: { area: 'results', row: 0, column: 5, result: 3 } } as const
    const back = closeVisit(openVisit(openVisit(startTrail(HOME), SEARCH, memory), programme, search))
    expect(back && currentVisit(back)).toEqual({ route: SEARCH, memory: search })
  })

  test('home in place of a page begins anew: Back leads out, not to where one came from', () => {
    const trail = replaceVisit(openVisit(openVisit(startTrail(HOME), SETTINGS_ROUTE), KIDS_ROUTE), HOME)
    expect(trail).toEqual([{ route: HOME }])
  })

  test('the next episode takes the place of the last, so that back still leads out', () => {
    const next: Route = { ...play, id: 'second' as ProgrammeId } // as above
    const trail = replaceVisit(openVisit(startTrail(HOME), play), next)
    expect(currentVisit(trail).route).toEqual(next)
    expect(trail).toHaveLength(2)
  })
})
