import type {
  Asset,
  AssetId,
  Genre,
  GenreId,
  Law,
  LawId,
  ProgrammeId,
  Question,
  QuestionId,
  Quiz,
  QuizId,
  Rail,
  Region,
  RegionCode,
  Series,
  SeriesId,
  Settings,
  Troupe,
  TroupeId,
} from '@ulan/contract'
import type { PublicProgramme } from '../programme/kept-programme.ts'

/** Everything a public answer may be made of, as loaded: of published programmes what was published; who may see it is decided elsewhere. */
export type Catalogue = {
  /** Those whose licence lets them be shown. */
  readonly programmes: ReadonlyMap<ProgrammeId, PublicProgramme>
  readonly series: ReadonlyMap<SeriesId, Series>
  /** Those whose time it is. */
  readonly rails: readonly Rail[]
  readonly laws: ReadonlyMap<LawId, Law>
  readonly genres: ReadonlyMap<GenreId, Genre>
  readonly troupes: ReadonlyMap<TroupeId, Troupe>
  readonly regions: ReadonlyMap<RegionCode, Region>
  readonly quizzes: ReadonlyMap<QuizId, Quiz>
  readonly questions: ReadonlyMap<QuestionId, Question>
  readonly assets: ReadonlyMap<AssetId, Asset>
  readonly settings: Settings
}

/** Assets that the catalogue's programmes and series name, to be loaded with them. */
export function assetIdsOf(programmes: Iterable<PublicProgramme>, series: Iterable<Series>): Set<AssetId> {
  const ids = new Set<AssetId>()
  for (const programme of programmes) if (programme.assetId !== undefined) ids.add(programme.assetId)
  for (const one of series) if (one.posterAssetId !== undefined) ids.add(one.posterAssetId)
  return ids
}
