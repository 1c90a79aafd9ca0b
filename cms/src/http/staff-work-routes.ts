import type { SeriesId } from '@ulan/contract'
import { translationIdOf } from '../domain/translation/present-translation.ts'
import { planNeedsOf, planNeedsOfList, reviewNeedsOf, type StaffWork } from '../service/staff-work.ts'
import type { RouteBinder } from './bind-route.ts'
import { bindCatalogueRoutes } from './catalogue-routes.ts'
import { bindHomeRoutes } from './home-routes.ts'
import { bindProgrammeRoutes } from './programme-routes.ts'
import { bindReviewRoutes } from './review-routes.ts'
import { bindSettingsRoutes } from './settings-routes.ts'
import { bindSpeechRoutes } from './speech-routes.ts'
import { bindTranslationRoutes } from './translation-routes.ts'

/** What staff do to the catalogue, the settings and the texts. */
export function bindStaffWorkRoutes(binder: RouteBinder, work: StaffWork): void {
  const { storage, live, listing, queue, library, clock, newId, texts, logger } = work
  bindReviewRoutes(binder, { ...reviewNeedsOf(work), queue })
  bindProgrammeRoutes(binder, { ...planNeedsOf(work), planNeedsOfList: () => planNeedsOfList(work), listing, logger })
  bindCatalogueRoutes(binder, storage.catalogueReader, {
    writer: storage.seriesWriter,
    library,
    live,
    listing,
    newSeriesId: () => newId('s') as SeriesId, // fits the pattern of ids by construction
  })
  bindHomeRoutes(binder, {
    layout: storage.homeLayout,
    catalogue: storage.catalogueReader,
    reader: storage.programmeReader,
    library,
    live,
    clock,
  })
  bindSettingsRoutes(binder, { settings: storage.settings, live, clock })
  bindSpeechRoutes(binder, live, texts)
  const shipped = new Map(texts.map((text) => [translationIdOf(text), text]))
  bindTranslationRoutes(binder, { shipped, translations: storage.translations, clock })
}
