import * as z from 'zod'
import { assetIdSchema, programmeIdSchema } from '../id/id.ts'
import { lawSchema } from '../law/law.ts'
import { questionSchema, quizSchema } from '../quiz/quiz.ts'
import { programmeCreateSchema } from './programme.ts'
import { railSchema } from './rail.ts'
import { seriesSchema } from './series.ts'
import { genreSchema, regionSchema, troupeSchema } from './vocabulary.ts'

/** What an empty store begins with; its programmes are published at once, marked as samples, the first of the list the newest. */
export const starterCatalogueSchema = z
  .strictObject({
    laws: z.array(lawSchema),
    questions: z.array(questionSchema),
    quizzes: z.array(quizSchema),
    regions: z.array(regionSchema),
    genres: z.array(genreSchema),
    troupes: z.array(troupeSchema),
    series: z.array(seriesSchema),
    rails: z.array(railSchema),
    programmes: z.array(programmeCreateSchema.extend({ id: programmeIdSchema, assetId: assetIdSchema })),
  })
  .meta({ id: 'StarterCatalogue' })

export type StarterCatalogue = z.infer<typeof starterCatalogueSchema>
