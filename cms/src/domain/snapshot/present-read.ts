import type { Audience, Locale, ProgrammeId, ProgrammeKind, SeriesId } from '@ulan/contract'
import { presentSearch, type SearchWish } from '../search/present-search.ts'
import type { Snapshot } from './build-snapshot.ts'
import { childrensSnapshot } from './childrens-snapshot.ts'
import { programmeCard } from './present-card.ts'
import { type HomeWish, presentHome } from './present-home.ts'
import { presentPlayback, presentProgramme } from './present-programme.ts'
import { presentSeries } from './present-series.ts'

/** Whose catalogue is asked for; everyone's where nothing is said. */
type ByAudience = { readonly audience?: Audience | undefined }
/** Every question the public may ask of a snapshot, as a value. */
export type PublicRead =
  | ({ readonly kind: 'home' } & HomeWish)
  | { readonly kind: 'programmes'; readonly locale: Locale; readonly programmeKind?: ProgrammeKind | undefined }
  | ({ readonly kind: 'programme'; readonly id: ProgrammeId; readonly locale: Locale } & ByAudience)
  | ({ readonly kind: 'playback'; readonly id: ProgrammeId } & ByAudience)
  | ({ readonly kind: 'series'; readonly id: SeriesId; readonly locale: Locale } & ByAudience)
  | ({ readonly kind: 'search' } & SearchWish)
  | { readonly kind: 'laws' | 'genres' | 'troupes' | 'regions' }

/** The answer to a public read, or undefined when the public knows of no such thing. */
export function presentRead(whole: Snapshot, read: PublicRead): object | undefined {
  const snapshot = 'audience' in read && read.audience === 'children' ? childrensSnapshot(whole) : whole
  switch (read.kind) {
    case 'home':
      return presentHome(snapshot, read)
    case 'programmes':
      return {
        items: snapshot.programmes
          .filter((one) => read.programmeKind === undefined || one.kind === read.programmeKind)
          .map((one) => programmeCard(snapshot, one, read.locale)),
      }
    case 'programme': {
      const programme = snapshot.programmeById.get(read.id)
      return programme === undefined ? undefined : presentProgramme(snapshot, programme, read.locale)
    }
    case 'playback': {
      const programme = snapshot.programmeById.get(read.id)
      return programme === undefined ? undefined : presentPlayback(snapshot, programme)
    }
    case 'series': {
      const one = snapshot.series.get(read.id)
      return one === undefined ? undefined : presentSeries(snapshot, one, read.locale)
    }
    case 'search':
      return presentSearch(snapshot, read)
    case 'laws':
    case 'genres':
    case 'troupes':
    case 'regions':
      return { items: [...snapshot.catalogue[read.kind].values()] }
  }
}
