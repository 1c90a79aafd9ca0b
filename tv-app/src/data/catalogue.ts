import type { Home, Locale, Playback, ProgrammeDetail, ProgrammeId, SeriesDetail, SeriesId } from '@ulan/contract'
import type { Answer, ApiClient } from './api-client.ts'

/** The last answers, so that Back draws at once and asks again behind the picture. */
export type Catalogue = {
  home(locale: Locale): Shelf<Home>
  programme(id: ProgrammeId, locale: Locale): Shelf<ProgrammeDetail>
  series(id: SeriesId, locale: Locale): Shelf<SeriesDetail>
  playback(id: ProgrammeId): Shelf<Playback>
}
/** `known`: what was answered last time. `load` asks again and remembers. */
export type Shelf<T> = { known(): T | undefined; load(signal?: AbortSignal): Promise<Answer<T>> }

const KEPT = 40

/** Keeps the latest forty answers of an API client. */
export function createCatalogue(api: ApiClient): Catalogue {
  const answers = new Map<string, unknown>()
  const keep = (key: string, value: unknown): void => {
    answers.delete(key)
    answers.set(key, value)
    const oldest = answers.keys().next()
    if (answers.size > KEPT && oldest.done !== true) answers.delete(oldest.value)
  }
  const shelf = <T>(key: string, ask: (signal?: AbortSignal) => Promise<Answer<T>>): Shelf<T> => ({
    known: () => answers.get(key) as T | undefined, // one key is only ever written with one type
    async load(signal) {
      const answer = await ask(signal)
      if (answer.kind === 'ok') keep(key, answer.value)
      if (answer.kind === 'failed' && answer.failure === 'not-found') answers.delete(key)
      return answer
    },
  })
  return {
    home: (locale) => shelf(`home ${locale}`, (signal) => api.readHome(locale, signal)),
    programme: (id, locale) => shelf(`programme ${id} ${locale}`, (signal) => api.readProgramme(id, locale, signal)),
    series: (id, locale) => shelf(`series ${id} ${locale}`, (signal) => api.readSeries(id, locale, signal)),
    playback: (id) => shelf(`playback ${id}`, (signal) => api.readPlayback(id, signal)),
  }
}
