import type { MediaLibrary, ProgrammeId, SeriesId, ShippedText } from '@ulan/contract'
import { translationIdOf } from '../domain/translation/present-translation.ts'
import type { LiveSnapshot } from '../service/live-snapshot.ts'
import type {
  CatalogueReader,
  ProgrammeReader,
  ProgrammeWriter,
  SeriesWriter,
  SettingsReader,
  SettingsWriter,
  TranslationStore,
} from '../service/ports.ts'
import type { ReviewNeeds, ReviewStore } from '../service/review-needs.ts'
import { readApproved } from '../service/review-programme.ts'
import type { RouteBinder } from './bind-route.ts'
import { bindCatalogueRoutes } from './catalogue-routes.ts'
import { bindProgrammeRoutes } from './programme-routes.ts'
import { bindReviewRoutes } from './review-routes.ts'
import { bindSettingsRoutes } from './settings-routes.ts'
import { bindSpeechRoutes } from './speech-routes.ts'
import { bindTranslationRoutes } from './translation-routes.ts'

export type StaffWork = {
  readonly library: MediaLibrary
  clock(): Date
  readonly storage: {
    readonly programmeReader: ProgrammeReader
    readonly programmeWriter: ProgrammeWriter
    readonly catalogueReader: CatalogueReader
    readonly seriesWriter: SeriesWriter
    readonly settings: SettingsReader & SettingsWriter
    readonly translations: TranslationStore
    readonly reviews: ReviewStore
  }
  readonly live: LiveSnapshot
  readonly texts: readonly ShippedText[]
  newId(prefix: string): string
  /** Of a text, in hexadecimal. */
  sha256(text: string): string
}

/** What staff do to the catalogue, the settings and the texts. */
export function bindStaffWorkRoutes(binder: RouteBinder, { storage, live, library, clock, newId, texts, sha256 }: StaffWork): void {
  const reviewing: ReviewNeeds = {
    reviews: storage.reviews,
    reader: storage.programmeReader,
    catalogue: storage.catalogueReader,
    settings: storage.settings,
    library,
    sha256,
    clock,
    newRemarkId: () => newId('k'),
  }
  bindReviewRoutes(binder, reviewing)
  bindProgrammeRoutes(binder, {
    reader: storage.programmeReader,
    writer: storage.programmeWriter,
    catalogue: storage.catalogueReader,
    settings: storage.settings,
    library,
    live,
    clock,
    approvedReview: (id) => readApproved(reviewing, id),
    newProgrammeId: () => newId('p') as ProgrammeId, // fits the pattern of ids by construction
  })
  bindCatalogueRoutes(binder, storage.catalogueReader, {
    writer: storage.seriesWriter,
    library,
    live,
    newSeriesId: () => newId('s') as SeriesId, // as above
  })
  bindSettingsRoutes(binder, { settings: storage.settings, live, clock })
  bindSpeechRoutes(binder, live, texts)
  const shipped = new Map(texts.map((text) => [translationIdOf(text), text]))
  bindTranslationRoutes(binder, { shipped, translations: storage.translations, clock })
}
