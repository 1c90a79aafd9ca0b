import { BASE_LOCALE, refuse } from '@ulan/contract'
import type { RouteName } from '@ulan/contract/schemas'
import type { Snapshot } from '../domain/snapshot/build-snapshot.ts'
import { presentRead } from '../domain/snapshot/present-read.ts'
import type { RouteBinder } from './bind-route.ts'
import { parsePublicRead } from './reads/parse-public-read.ts'

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

/** Public reads with an answer never come here: what does has a wrong query, or asks for something the public, or children's mode, has not. */
export function bindPublicRoutes({ bind }: RouteBinder, current: () => Snapshot): void {
  for (const name of PUBLIC_READS) {
    bind(name, {
      run: ({ request }) => Promise.resolve(refuse(isKeptFromChildren(current(), request.originalUrl) ? 'not-for-children' : 'not-found')),
    })
  }
}

/** True where everyone would have had an answer. */
function isKeptFromChildren(snapshot: Snapshot, target: string): boolean {
  const read = parsePublicRead(target)
  if (read === undefined || !('audience' in read) || read.audience !== 'children') return false
  // A film that is still being prepared has no playback for anybody; what keeps a child from it is that it is not for children.
  const asked = read.kind === 'playback' ? { kind: 'programme' as const, id: read.id, locale: BASE_LOCALE } : read
  return presentRead(snapshot, { ...asked, audience: 'everyone' }) !== undefined
}
