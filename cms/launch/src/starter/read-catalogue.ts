import { readFileSync } from 'node:fs'
import type { ProgrammeId, StarterCatalogue } from '@ulan/contract'
import { programmeSchema, questionSchema, starterCatalogueSchema } from '@ulan/contract/schemas'
import { ARTWORK } from './artwork/artwork-table.ts'
import { clipChapters } from './clip/clip-plan.ts'

const closingSchema = programmeSchema.pick({ id: true }).extend({ citation: questionSchema.shape.citation.unwrap() }).array()

/** The words of an article with which a clip closes. */
export type ClosingCitation = ReturnType<typeof closingSchema.parse>[number]['citation']

/** A programme of the starter catalogue; all of them are samples (示例), none is a real work. */
export type StarterProgramme = StarterCatalogue['programmes'][number]

/**
 * Reads and checks the catalogue that is shipped beside the code; throws when a file does not fit the contract. Each
 * programme has the chapters that its clip is drawn with.
 */
export function readStarterCatalogue(): StarterCatalogue {
  const catalogue = starterCatalogueSchema.parse({
    laws: readJson('laws'),
    questions: readJson('questions'),
    quizzes: readJson('quizzes'),
    regions: readJson('regions'),
    genres: readJson('genres'),
    troupes: readJson('troupes'),
    series: readJson('series'),
    rails: readJson('rails'),
    programmes: readJson('programmes'),
  })
  return { ...catalogue, programmes: catalogue.programmes.map(withChapters) }
}

function withChapters(programme: StarterProgramme): StarterProgramme {
  const artwork = ARTWORK.find(({ assetId }) => assetId === programme.assetId)
  return artwork === undefined ? programme : { ...programme, chapters: clipChapters(artwork.seconds) }
}

/** Which article each clip ends with. */
export function readClosingCitations(): ReadonlyMap<ProgrammeId, ClosingCitation> {
  return new Map(closingSchema.parse(readJson('citations')).map(({ id, citation }) => [id, citation]))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../starter-catalogue/${name}.json`, import.meta.url), 'utf8'))
}
