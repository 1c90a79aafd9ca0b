import { done } from '@ulan/contract'
import { createSeries, type SeriesNeeds } from '../service/create-series.ts'
import { presentSeries } from '../service/list-programmes.ts'
import type { LiveListing } from '../service/live-listing.ts'
import type { CatalogueReader } from '../service/ports.ts'
import type { RouteBinder } from './bind-route.ts'

/** Lists that staff choose from, and series. */
export function bindCatalogueRoutes(
  { bind }: RouteBinder,
  reader: CatalogueReader,
  series: SeriesNeeds & { readonly listing: LiveListing },
): void {
  bind('listSeries', { run: async () => done({ items: await presentSeries(series, await reader.listSeries()) }) })
  bind('createSeries', { run: ({ body }) => createSeries(series, body) })
  bind('listQuizzes', { run: async () => done({ items: [...(await reader.listQuizzes())] }) })
  bind('listQuestions', { run: async () => done({ items: [...(await reader.listQuestions())] }) })
}
