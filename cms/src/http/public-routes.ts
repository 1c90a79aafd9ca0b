import { refuse } from '@ulan/contract'
import type { RouteName } from '@ulan/contract/schemas'
import type { RouteBinder } from './bind-route.ts'

const PUBLIC_READS = [
  'readHome',
  'listProgrammes',
  'readProgramme',
  'readPlayback',
  'searchProgrammes',
  'readSeries',
  'listLaws',
  'listGenres',
  'listTroupes',
  'listRegions',
] as const satisfies readonly RouteName[]

/** Public reads with an answer never come here: what does has a wrong query, or asks for something the public has not. */
export function bindPublicRoutes({ bind }: RouteBinder): void {
  for (const name of PUBLIC_READS) bind(name, { run: () => Promise.resolve(refuse('not-found')) })
}
