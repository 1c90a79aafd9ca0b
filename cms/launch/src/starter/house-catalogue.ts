import type { Rail, StarterCatalogue } from '@ulan/contract'
import { readStarterCatalogue } from './read-catalogue.ts'

const RAIL_LIMIT = 60
/** Rails that fill themselves, by the id each has in the sample catalogue too. Newest first, then by kind, then where one lives. */
const RULES: Readonly<Record<string, Rail['rule']>> = {
  newest: { kind: 'newest', limit: RAIL_LIMIT },
  performances: { kind: 'newest', limit: RAIL_LIMIT, programmeKind: 'performance' },
  animation: { kind: 'newest', limit: RAIL_LIMIT, programmeKind: 'animation' },
  documentaries: { kind: 'newest', limit: RAIL_LIMIT, programmeKind: 'documentary' },
  local: { kind: 'local', limit: RAIL_LIMIT },
}

/**
 * What an installation without samples begins with: laws, questions, regions and genres to describe programmes by, and
 * rails for what staff will publish. Without rails the home screen would show a few heroes and nothing else.
 */
export function houseCatalogue(): StarterCatalogue {
  const starter = readStarterCatalogue()
  const rails = Object.entries(RULES).flatMap(([id, rule], position) => {
    const model = starter.rails.find((rail) => rail.id === id)
    return model === undefined ? [] : [{ ...model, position: position + 1, isHero: false, rule }]
  })
  return { ...starter, troupes: [], series: [], programmes: [], rails }
}
