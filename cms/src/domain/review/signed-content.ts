import type { Asset, Programme, Question, Quiz } from '@ulan/contract'
import { contentOf } from '../programme/kept-programme.ts'
import { canonical } from '../text/canonical.ts'
import { filesOfFilm } from './signed-film.ts'

export type Signable = {
  readonly programme: Programme
  readonly asset: Asset | undefined
  readonly quiz: Quiz | undefined
  readonly questions: readonly Question[]
}

/**
 * What a signature is for, as one text that is equal for equal content: all that viewers get to see, and nothing that
 * changes by itself. Of a film its file and the files that were added to it: another rung is no other film.
 */
export const signedContent = ({ programme, asset, quiz, questions }: Signable): string =>
  canonical({
    ...contentOf(programme),
    film: asset && filesOfFilm(asset),
    quiz: quiz && { quiz, questions: questions.filter(({ id }) => quiz.questionIds.includes(id)) },
  })
