import type { Genre, Law, Question, Quiz, Rail, Region, Series, Troupe } from '@ulan/contract'
import type { CatalogueReader } from '../service/ports.ts'
import type { CatalogueModels } from './catalogue-models.ts'
import { fromRow, regionFromRow } from './row.ts'

/** Reads the small nouns whole; each is some thousand rows at most. */
export function createCatalogueReader(models: CatalogueModels): CatalogueReader {
  return {
    listSeries: async () => (await models.series.find().sort({ _id: 1 }).lean().exec()).map((row) => fromRow<Series>(row)),
    listRails: async () => (await models.rails.find().sort({ position: 1, _id: 1 }).lean().exec()).map((row) => fromRow<Rail>(row)),
    listQuizzes: async () => (await models.quizzes.find().sort({ _id: 1 }).lean().exec()).map((row) => fromRow<Quiz>(row)),
    listQuestions: async () => (await models.questions.find().sort({ _id: 1 }).lean().exec()).map((row) => fromRow<Question>(row)),
    listLaws: async () => (await models.laws.find().sort({ _id: 1 }).lean().exec()).map((row) => fromRow<Law>(row)),
    listGenres: async () => (await models.genres.find().sort({ _id: 1 }).lean().exec()).map((row) => fromRow<Genre>(row)),
    listTroupes: async () => (await models.troupes.find().sort({ _id: 1 }).lean().exec()).map((row) => fromRow<Troupe>(row)),
    listRegions: async (): Promise<readonly Region[]> =>
      (await models.regions.find().sort({ _id: 1 }).lean().exec()).map((row) => regionFromRow(row)),
  }
}
