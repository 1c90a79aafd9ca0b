import type { Asset, Programme, ProgrammeVersion } from '@ulan/contract'
import { contentOf, isChanged, type KeptProgramme, type KeptVersion, lastVersionOf } from '../programme/kept-programme.ts'
import { signFilm } from '../review/signed-film.ts'

/** `reviewNumber`: of the review in which all signed what stands there; undefined where nothing is signed. */
export type Publication = {
  readonly now: string
  readonly by?: NonNullable<ProgrammeVersion['publishedBy']> | undefined
  readonly reviewNumber?: number | undefined
}

/** Whether publishing would show the public anything else, or the same with signatures that it lacked. */
export function isNews(programme: KeptProgramme, asset: Asset | undefined, reviewNumber: number | undefined): boolean {
  return isChanged(programme, asset) || (reviewNumber !== undefined && reviewNumber !== lastVersionOf(programme)?.reviewNumber)
}

/**
 * The programme one revision on, published as it stands. What went out before under the same content goes out as that
 * version again; else a new one is made, with the film as it was signed where it was.
 */
export function publishedFrom(old: KeptProgramme, asset: Asset | undefined, { now, by, reviewNumber }: Publication): KeptProgramme {
  const rev = old.rev + 1
  const last = lastVersionOf(old)
  const { takenDownAt: _takenDownAt, ...rest } = old
  const moved: Programme = { ...rest, status: 'published', rev, updatedAt: now, publishedAt: old.publishedAt ?? now }
  if (last !== undefined && !isNews(old, asset, reviewNumber)) return { ...moved, lastVersion: last }
  const version: KeptVersion = {
    number: (last?.number ?? 0) + 1,
    rev,
    publishedAt: now,
    ...(by && { publishedBy: by }),
    ...(reviewNumber !== undefined && { reviewNumber }),
    content: contentOf(old),
    ...(reviewNumber !== undefined && asset !== undefined && { film: signFilm(asset) }),
  }
  return { ...moved, lastVersion: version }
}

/** The programme one revision on, taken off; what it was to the public stays known. */
export function takenDownFrom(old: KeptProgramme, now: string): KeptProgramme {
  const last = lastVersionOf(old)
  return { ...old, status: 'taken-down', rev: old.rev + 1, updatedAt: now, takenDownAt: now, ...(last && { lastVersion: last }) }
}
