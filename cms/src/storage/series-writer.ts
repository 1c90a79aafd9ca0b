import type { Series } from '@ulan/contract'
import type { SeriesWriter } from '../service/ports.ts'
import type { CatalogueModels } from './catalogue-models.ts'
import { toRow } from './row.ts'

export function createSeriesWriter({ series }: Pick<CatalogueModels, 'series'>): SeriesWriter {
  return {
    async insert(one: Series): Promise<void> {
      await series.insertMany([toRow(one)])
    },
  }
}
