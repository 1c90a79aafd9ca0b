import { createContext, use, useCallback, useEffect, useSyncExternalStore } from 'react'

/** Where the film of the preview is, for those who note a place in it; there is none until somebody plays it. */
export class FilmClock {
  readonly #listeners = new Set<() => void>()
  #film: HTMLVideoElement | undefined

  /** The place of the film now, s. */
  seconds(): number | undefined {
    return this.#film?.currentTime
  }

  /** The film itself, for what is laid over it or goes to a place in it. */
  film = (): HTMLVideoElement | undefined => this.#film

  isThere = (): boolean => this.#film !== undefined

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** From now on it goes by this film; the returned function ends it. */
  follow(film: HTMLVideoElement): () => void {
    this.#set(film)
    return () => {
      if (this.#film === film) this.#set(undefined)
    }
  }

  #set(film: HTMLVideoElement | undefined): void {
    this.#film = film
    for (const listener of this.#listeners) listener()
  }
}

export const FilmClockContext = createContext(new FilmClock())

/** The clock of the page's film, and whether there is a film to go by. */
export function useFilmClock(): { readonly clock: FilmClock; readonly hasFilm: boolean } {
  const clock = use(FilmClockContext)
  return { clock, hasFilm: useSyncExternalStore(clock.subscribe, clock.isThere) }
}

const MOMENTS = ['timeupdate', 'seeking', 'seeked', 'play', 'pause', 'ended'] as const

/** Where the film is, ms, as it goes on; undefined until there is one. */
export function useFilmMs(): number | undefined {
  const clock = use(FilmClockContext)
  const film = useSyncExternalStore(clock.subscribe, clock.film)
  const listen = useCallback(
    (changed: () => void) => {
      for (const moment of MOMENTS) film?.addEventListener(moment, changed)
      return () => {
        for (const moment of MOMENTS) film?.removeEventListener(moment, changed)
      }
    },
    [film],
  )
  return useSyncExternalStore(listen, () => (film === undefined ? undefined : Math.round(film.currentTime * 1000)))
}

/** The element whose film the clock goes by, while it is wanted. */
export function useAsFilm(video: { readonly current: HTMLVideoElement | null }, isWanted: boolean): void {
  const clock = use(FilmClockContext)
  useEffect(() => (isWanted && video.current !== null ? clock.follow(video.current) : undefined), [clock, video, isWanted])
}
