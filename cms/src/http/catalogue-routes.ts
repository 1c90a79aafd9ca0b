import { done } from '@ulan/contract'
import { createSeries, type SeriesNeeds } from '../service/create-series.ts'
import type { CatalogueReader } from '../service/ports.ts'
import type { RouteBinder } from './bind-route.ts'

/** Lists that staff choose from, and series. */
export function bindCatalogueRoutes({ bind }: RouteBinder, reader: CatalogueReader, series: SeriesNeeds): void {
  bind('listSeries', { permission: 'read', run: async () => done({ items: [...(await reader.listSeries())] }) })
  bind('createSeries', { permission: 'edit', run: ({ body }) => createSeries(series, body) })
  bind('listQuizzes', { permission: 'read', run: async () => done({ items: [...(await reader.listQuizzes())] }) })
  bind('listQuestions', { permission: 'read', run: async () => done({ items: [...(await reader.listQuestions())] }) })
  bind('listRails', { permission: 'read', run: async () => done({ items: [...(await reader.listRails())] }) })
}
