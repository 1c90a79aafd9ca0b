import { readFileSync } from 'node:fs'
import type { ProgrammeId, StarterCatalogue } from '@ulan/contract'
import { programmeSchema, questionSchema, starterCatalogueSchema } from '@ulan/contract/schemas'

const closingSchema = programmeSchema.pick({ id: true }).extend({ citation: questionSchema.shape.citation.unwrap() }).array()

/** The words of an article with which a clip closes. */
export type ClosingCitation = ReturnType<typeof closingSchema.parse>[number]['citation']

/** A programme of the starter catalogue; all of them are samples (示例), none is a real work. */
export type StarterProgramme = StarterCatalogue['programmes'][number]

/** Reads and checks the catalogue that is shipped beside the code; throws when a file does not fit the contract. */
export function readStarterCatalogue(): StarterCatalogue {
  return starterCatalogueSchema.parse({
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
}

/** Which article each clip ends with. */
export function readClosingCitations(): ReadonlyMap<ProgrammeId, ClosingCitation> {
  return new Map(closingSchema.parse(readJson('citations')).map(({ id, citation }) => [id, citation]))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../starter-catalogue/${name}.json`, import.meta.url), 'utf8'))
}
