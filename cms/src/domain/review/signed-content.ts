import type { Asset, Programme, Question, Quiz } from '@ulan/contract'

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
export function signedContent({ programme, asset, quiz, questions }: Signable): string {
  const { kind, audience, title, synopsis, genreId, troupeId, regionCode, episodeOf, assetId, quizId, laws, chapters } = programme
  return canonical({
    ...{ kind, audience, title, synopsis, genreId, troupeId, regionCode, episodeOf, assetId, quizId, laws, chapters },
    film: asset && {
      sha256: asset.sha256,
      durationSeconds: asset.durationSeconds,
      sounds: asset.audios.map(({ name, language }) => ({ name, language })),
      tracks: asset.tracks.map(({ id, kind: what, language, offsetMs }) => ({ id, what, language, offsetMs })),
    },
    quiz: quiz && { quiz, questions: questions.filter(({ id }) => quiz.questionIds.includes(id)) },
  })
}

/** JSON whose members stand in one order, whichever store they come from; absent ones are left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    .join(',')}}`
}
