import type { Asset, Programme, Question, Quiz, Rights } from '@ulan/contract'
import { contentOf } from '../programme/kept-programme.ts'
import { canonical } from '../text/canonical.ts'
import { filesOfFilm } from './signed-film.ts'

export type Signable = {
  readonly programme: Programme
  readonly asset: Asset | undefined
  readonly quiz: Quiz | undefined
  readonly questions: readonly Question[]
}

/** By whose leave, and under which number, is no viewer's matter, and is put right without new signatures. */
const daysOf = ({ firstDay, lastDay }: Rights): object | undefined =>
  firstDay === undefined && lastDay === undefined ? undefined : { firstDay, lastDay }

/**
 * What a signature is for, as one text that is equal for equal content: all that viewers get to see and when, and nothing that
 * changes by itself. Of a film its file and the files that were added to it: another rung is no other film.
 */
export const signedContent = ({ programme, asset, quiz, questions }: Signable): string =>
  canonical({
    ...contentOf(programme),
    rights: programme.rights && daysOf(programme.rights),
    film: asset && filesOfFilm(asset),
    quiz: quiz && { quiz, questions: questions.filter(({ id }) => quiz.questionIds.includes(id)) },
  })
