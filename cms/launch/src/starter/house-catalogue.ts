import type { ProgrammeKind, Rail, StarterCatalogue } from '@ulan/contract'
import { readStarterCatalogue } from './read-catalogue.ts'

const RAIL_LIMIT = 60
/** Rails that fill themselves: what each takes, by the id it has in the sample catalogue too. Newest first, then by kind. */
const RULES: Readonly<Record<string, ProgrammeKind | undefined>> = {
  newest: undefined,
  performances: 'performance',
  animation: 'animation',
  documentaries: 'documentary',
}

/**
 * What an installation without samples begins with: laws, questions, regions and genres to describe programmes by, and
 * rails for what staff will publish. Without rails the home screen would show a few heroes and nothing else.
 */
export function houseCatalogue(): StarterCatalogue {
  const starter = readStarterCatalogue()
  const rails = Object.entries(RULES).flatMap(([id, kind], position) => {
    const model = starter.rails.find((rail) => rail.id === id)
    return model === undefined ? [] : [selfFilling(model, kind, position + 1)]
  })
  return { ...starter, troupes: [], series: [], programmes: [], rails }
}

function selfFilling(model: Rail, kind: ProgrammeKind | undefined, position: number): Rail {
  const rule = { kind: 'newest' as const, limit: RAIL_LIMIT, ...(kind === undefined ? {} : { programmeKind: kind }) }
  return { ...model, position, isHero: false, rule }
}
