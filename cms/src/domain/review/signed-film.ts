import type { Asset } from '@ulan/contract'
import { canonical } from '../text/canonical.ts'

/** What somebody watched when they signed: the file, its sounds, and what was added to it. Another rung is no other film. */
export const filesOfFilm = ({ sha256, durationSeconds, audios, tracks }: Asset): object => ({
  sha256,
  durationSeconds,
  sounds: audios.map(({ name, language }) => ({ name, language })),
  tracks: tracks.map(({ id, kind, language, offsetMs }) => ({ id, what: kind, language, offsetMs })),
})

/** A film as it was signed: how the public goes on seeing it when files are added to it or taken away. */
export type SignedFilm = Pick<Asset, 'version' | 'playlistUrl' | 'storyboardUrl' | 'durationSeconds' | 'audios' | 'subtitles'> & {
  /** Equal for equal files. */
  readonly files: string
}

/** Equal for equal files. */
export const keyOfFiles = (asset: Asset): string => canonical(filesOfFilm(asset))

export const signFilm = (asset: Asset): SignedFilm => {
  const { version, playlistUrl, storyboardUrl, durationSeconds, audios, subtitles } = asset
  return {
    ...(version !== undefined && { version }),
    ...(playlistUrl !== undefined && { playlistUrl }),
    ...(storyboardUrl !== undefined && { storyboardUrl }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    audios,
    subtitles,
    files: keyOfFiles(asset),
  }
}

/**
 * Whether it has other files than those that were signed, by what is wished of it or by what it plays: the two differ from the
 * moment somebody adds or takes away a file until the next version is made, or for good when that fails.
 */
export const isOtherFilm = (asset: Asset, film: SignedFilm): boolean =>
  keyOfFiles(asset) !== film.files || canonical(asset.subtitles) !== canonical(film.subtitles)

/** Whether it plays what is wished of it, no more and no less: only then can somebody say what they watched. */
export function isSettled({ status, tracks, subtitles, audios }: Asset): boolean {
  const wished = new Set(tracks.map(({ id }) => id))
  const played = [...subtitles.map(({ trackId }) => trackId), ...audios.flatMap(({ trackId }) => trackId ?? [])]
  return status === 'ready' && tracks.every(({ state }) => state === 'published') && played.every((id) => wished.has(id))
}

/** The film as the public sees it: as it is, further rungs and all, unless it has other files than were signed. */
export function filmForPublic(asset: Asset, film: SignedFilm | undefined): Asset {
  if (film === undefined || !isOtherFilm(asset, film)) return asset
  const { files: _files, ...signed } = film
  return { ...asset, ...signed }
}
