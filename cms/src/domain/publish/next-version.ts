import type { Asset, Programme, ProgrammeContent, ProgrammeVersion } from '@ulan/contract'
import { contentOf, isChanged, type KeptProgramme, type KeptVersion, lastVersionOf } from '../programme/kept-programme.ts'
import { keyOfFiles, type SignedFilm, signFilm } from '../review/signed-film.ts'
import { canonical } from '../text/canonical.ts'

/** What is to go out. `reviewNumber`: of the review in which all signed it; undefined where nothing is signed. */
export type Outgoing = {
  readonly content: ProgrammeContent
  /** The film as it was signed. */
  readonly film?: SignedFilm | undefined
  readonly reviewNumber?: number | undefined
  readonly by?: NonNullable<ProgrammeVersion['publishedBy']> | undefined
}

/** What staff work on, as it stands. */
export const outgoingOf = (programme: KeptProgramme, asset: Asset | undefined, reviewNumber: number | undefined): Outgoing => ({
  content: contentOf(programme),
  ...(reviewNumber !== undefined && { reviewNumber, ...(asset && { film: signFilm(asset) }) }),
})

/** Whether publishing would show the public anything else, or the same with signatures that it lacked. */
export function isNews(programme: KeptProgramme, asset: Asset | undefined, reviewNumber: number | undefined): boolean {
  return isChanged(programme, asset) || (reviewNumber !== undefined && reviewNumber !== lastVersionOf(programme)?.reviewNumber)
}

/** Whether a version is this already, while the film has these files. */
function isSame(last: KeptVersion, { content, film, reviewNumber }: Outgoing, asset: Asset | undefined): boolean {
  if (canonical(last.content) !== canonical(content)) return false
  if (reviewNumber !== undefined && reviewNumber !== last.reviewNumber) return false
  const files = film?.files ?? (asset && keyOfFiles(asset))
  return last.film === undefined ? film === undefined : last.film.files === files
}

/**
 * The programme one revision on, published. What went out before under the same content goes out as that version again; else
 * a new one is made. What was planned to go out is over: it would put something older in the place of this.
 */
export function publishedFrom(old: KeptProgramme, outgoing: Outgoing, asset: Asset | undefined, now: string): KeptProgramme {
  const rev = old.rev + 1
  const last = lastVersionOf(old)
  const { takenDownAt: _takenDownAt, takenDownReason: _reason, schedule, ...rest } = old
  const moved: Programme = { ...rest, status: 'published', rev, updatedAt: now, publishedAt: old.publishedAt ?? now }
  const kept = schedule?.takeDown === undefined ? moved : { ...moved, schedule: { takeDown: schedule.takeDown } }
  if (last !== undefined && isSame(last, outgoing, asset)) return { ...kept, lastVersion: last }
  const { by, reviewNumber, content, film } = outgoing
  const version: KeptVersion = {
    number: (last?.number ?? 0) + 1,
    rev,
    publishedAt: now,
    ...(by && { publishedBy: by }),
    ...(reviewNumber !== undefined && { reviewNumber }),
    content,
    ...(film && { film }),
  }
  return { ...kept, lastVersion: version }
}

/** The programme one revision on, taken off, and with it what was planned; what it was to the public stays known. */
export function takenDownFrom(old: KeptProgramme, now: string, reason?: string): KeptProgramme {
  const last = lastVersionOf(old)
  const { takenDownReason: _reason, schedule: _schedule, ...rest } = old
  return {
    ...rest,
    status: 'taken-down',
    rev: old.rev + 1,
    updatedAt: now,
    takenDownAt: now,
    ...(reason !== undefined && { takenDownReason: reason }),
    ...(last && { lastVersion: last }),
  }
}
