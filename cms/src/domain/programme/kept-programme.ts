import type { Asset, Programme, ProgrammeContent, ProgrammeVersion } from '@ulan/contract'
import { isOtherFilm, type SignedFilm } from '../review/signed-film.ts'
import { canonical } from '../text/canonical.ts'

/** A version as it is kept. `rev`: the programme's revision that became it, so that equal revisions are equal contents. */
export type KeptVersion = ProgrammeVersion & {
  readonly rev: number
  /** The film as it was signed; absent where nothing is signed, and the public sees of the film what there is. */
  readonly film?: SignedFilm
}

/** What staff work on, and what the public saw last. */
export type KeptProgramme = Programme & { readonly lastVersion?: KeptVersion }

/** As the public sees it. */
export type PublicProgramme = Programme & { readonly film?: SignedFilm }

/** What a programme says and shows, without absent members. */
export function contentOf(programme: ProgrammeContent): ProgrammeContent {
  const { kind, audience, title, synopsis, genreId, troupeId, regionCode, episodeOf, assetId, quizId, laws, chapters } = programme
  const members = { kind, audience, title, synopsis, genreId, troupeId, regionCode, episodeOf, assetId, quizId, laws, chapters }
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined)) as ProgrammeContent // just taken from one
}

/** What went out last; of what was published before there were versions it is what stands there. */
export function lastVersionOf(programme: KeptProgramme): KeptVersion | undefined {
  if (programme.lastVersion !== undefined || programme.status === 'draft') return programme.lastVersion
  const { rev, publishedAt, updatedAt } = programme
  return { number: 1, rev, publishedAt: publishedAt ?? updatedAt, content: contentOf(programme) }
}

/** The programme with the content of its last version: what the public sees of one that is published. */
export function publicOf({ lastVersion, ...programme }: KeptProgramme): PublicProgramme {
  if (lastVersion === undefined) return programme
  const { id, status, isSample, writers, createdAt, updatedAt, publishedAt, takenDownAt } = programme
  const { content, rev, film } = lastVersion
  const life = { id, status, isSample, writers, createdAt, updatedAt, publishedAt, takenDownAt }
  const present = Object.fromEntries(Object.entries(life).filter(([, member]) => member !== undefined)) as typeof life
  return { ...content, ...present, rev, ...(film && { film }) } as PublicProgramme // its members are those of `programme` and of its content
}

/** Whether there is anything that was not published: a word, or a file of a film that was signed. */
export function isChanged(programme: KeptProgramme, asset: Asset | undefined): boolean {
  const last = lastVersionOf(programme)
  if (last === undefined || canonical(last.content) !== canonical(contentOf(programme))) return true
  return last.film !== undefined && asset !== undefined && isOtherFilm(asset, last.film)
}
