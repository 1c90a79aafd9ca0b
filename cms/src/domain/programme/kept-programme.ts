import type { Asset, AuditActor, Programme, ProgrammeContent, ProgrammeVersion, ScheduledAct } from '@ulan/contract'
import { isOtherFilm, type SignedFilm } from '../review/signed-film.ts'
import { canonical } from '../text/canonical.ts'

/** A version as it is kept. `rev`: the programme's revision that became it, so that equal revisions are equal contents. */
export type KeptVersion = ProgrammeVersion & {
  readonly rev: number
  /** The film as it was signed; absent where nothing is signed, and the public sees of the film what there is. */
  readonly film?: SignedFilm
}

/** Something that is to happen at its time, and who answers for it. */
type Planned = { readonly at: string; readonly by: AuditActor }
/** What goes out at its time: as it stood when that was planned. */
export type PlannedPublication = Planned & Pick<KeptVersion, 'content' | 'film' | 'reviewNumber'>
export type KeptSchedule = {
  readonly publish?: PlannedPublication
  readonly takeDown?: Planned & { readonly reason?: string }
  readonly missed?: { readonly act: ScheduledAct; readonly at: string; readonly problem: string }
}

/** What staff work on, what the public saw last, and what is planned. */
export type KeptProgramme = Programme & { readonly lastVersion?: KeptVersion; readonly schedule?: KeptSchedule }

/** As the public sees it. */
export type PublicProgramme = Programme & { readonly film?: SignedFilm }

const CONTENT = {
  kind: true,
  audience: true,
  title: true,
  synopsis: true,
  genreId: true,
  troupeId: true,
  regionCode: true,
  episodeOf: true,
  assetId: true,
  quizId: true,
  laws: true,
  chapters: true,
  performedOn: true,
  venue: true,
  credits: true,
  rights: true,
  pictureId: true,
} as const satisfies { readonly [Name in keyof ProgrammeContent]-?: true }
type Content = keyof typeof CONTENT

/** What a programme says and shows, without absent members. */
export const contentOf = (programme: ProgrammeContent): ProgrammeContent =>
  Object.fromEntries(Object.entries(programme).filter(([name, member]) => name in CONTENT && member !== undefined)) as ProgrammeContent // just taken from one

/** What it is apart from that: how it came to be, and where it stands. */
export const lifeOf = (programme: KeptProgramme): Omit<KeptProgramme, Content> =>
  Object.fromEntries(Object.entries(programme).filter(([name]) => !(name in CONTENT))) as Omit<KeptProgramme, Content> // just taken from it

/** What went out last; of what was published before there were versions it is what stands there. */
export function lastVersionOf(programme: KeptProgramme): KeptVersion | undefined {
  if (programme.lastVersion !== undefined || programme.status === 'draft') return programme.lastVersion
  const { rev, publishedAt, updatedAt } = programme
  return { number: 1, rev, publishedAt: publishedAt ?? updatedAt, content: contentOf(programme) }
}

/** The programme with the content of its last version: what the public sees of one that is published. */
export function publicOf(kept: KeptProgramme): PublicProgramme {
  const { lastVersion, schedule: _schedule, ...programme } = kept
  if (lastVersion === undefined) return programme
  const { lastVersion: _last, schedule: _planned, ...life } = lifeOf(kept)
  const { content, rev, film } = lastVersion
  return { ...content, ...life, rev, ...(film && { film }) }
}

/** Whether there is anything that was not published: a word, or a file of a film that was signed. */
export function isChanged(programme: KeptProgramme, asset: Asset | undefined): boolean {
  const last = lastVersionOf(programme)
  if (last === undefined || canonical(last.content) !== canonical(contentOf(programme))) return true
  return last.film !== undefined && asset !== undefined && isOtherFilm(asset, last.film)
}
