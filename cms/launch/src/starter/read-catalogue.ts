import { readFileSync } from 'node:fs'
import type { Genre, Law, Question, Quiz, Rail, Region, Series, Troupe } from '@ulan/contract'
import {
  assetIdSchema,
  genreSchema,
  lawSchema,
  programmeCreateSchema,
  programmeIdSchema,
  questionSchema,
  quizSchema,
  railSchema,
  regionSchema,
  seriesSchema,
  troupeSchema,
} from '@ulan/contract/schemas'
import { ARTWORK, type Artwork } from './artwork/artwork-table.ts'

const starterProgrammeSchema = programmeCreateSchema.extend({ id: programmeIdSchema, assetId: assetIdSchema })

/** A programme of the starter catalogue; all of them are samples (示例), none is a real work. */
export type StarterProgramme = ReturnType<typeof starterProgrammeSchema.parse>

/** Everything a fresh installation starts with. Programmes are in the order in which their clips are to be made. */
export type StarterCatalogue = {
  readonly laws: readonly Law[]
  readonly questions: readonly Question[]
  readonly quizzes: readonly Quiz[]
  readonly regions: readonly Region[]
  readonly genres: readonly Genre[]
  readonly troupes: readonly Troupe[]
  readonly series: readonly Series[]
  readonly rails: readonly Rail[]
  readonly programmes: readonly StarterProgramme[]
  /** One picture per asset, the asset of a series' poster included. */
  readonly artwork: readonly Artwork[]
}

/** Reads and checks the catalogue that is shipped beside the code; throws when a file does not fit the contract. */
export function readStarterCatalogue(): StarterCatalogue {
  return {
    laws: lawSchema.array().parse(readJson('laws')),
    questions: questionSchema.array().parse(readJson('questions')),
    quizzes: quizSchema.array().parse(readJson('quizzes')),
    regions: regionSchema.array().parse(readJson('regions')),
    genres: genreSchema.array().parse(readJson('genres')),
    troupes: troupeSchema.array().parse(readJson('troupes')),
    series: seriesSchema.array().parse(readJson('series')),
    rails: railSchema.array().parse(readJson('rails')),
    programmes: starterProgrammeSchema.array().parse(readJson('programmes')),
    artwork: ARTWORK,
  }
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../starter-catalogue/${name}.json`, import.meta.url), 'utf8'))
}
