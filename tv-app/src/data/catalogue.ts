import type {
  Home,
  Locale,
  Playback,
  ProgrammeDetail,
  ProgrammeId,
  Region,
  RegionCode,
  SearchResult,
  SeriesDetail,
  SeriesId,
} from '@ulan/contract'
import type { Answer, ApiClient } from './api-client.ts'

/** The last answers, so that Back draws at once and asks again behind the picture. */
export type Catalogue = {
  /** For the region that is chosen on this box. */
  home(locale: Locale): Shelf<Home>
  regions(): Shelf<{ readonly items: readonly Region[] }>
  programme(id: ProgrammeId, locale: Locale): Shelf<ProgrammeDetail>
  series(id: SeriesId, locale: Locale): Shelf<SeriesDetail>
  playback(id: ProgrammeId): Shelf<Playback>
  search(letters: string, locale: Locale): Shelf<SearchResult>
}
export type Shelf<T> = {
  /** What was answered last time. */
  known(): T | undefined
  /** True while that answer is so young that the server would say the same. */
  isFresh(): boolean
  /** Asks again and remembers; while a question without a signal is under way, its answer serves all. */
  load(signal?: AbortSignal): Promise<Answer<T>>
}

const KEPT = 40
/** Searches have room of their own: each letter typed is one, and none may drive out a page that Back leads to. */
const KEPT_SEARCHES = 20
/** The server's own `max-age` for these answers. */
const FRESH_MS = 5000

/** Keeps the latest answers of an API client; `now` in ms, `region` as chosen on this box. */
export function createCatalogue(api: ApiClient, now: () => number, region: () => RegionCode | undefined): Catalogue {
  const pages = createShelves(KEPT, now)
  const searches = createShelves(KEPT_SEARCHES, now)
  return {
    home(locale) {
      const at = region()
      return pages(`home ${locale} ${at}`, (signal) => api.readHome(locale, at, signal))
    },
    regions: () => pages('regions', (signal) => api.readRegions(signal)),
    programme: (id, locale) => pages(`programme ${id} ${locale}`, (signal) => api.readProgramme(id, locale, signal)),
    series: (id, locale) => pages(`series ${id} ${locale}`, (signal) => api.readSeries(id, locale, signal)),
    playback: (id) => pages(`playback ${id}`, (signal) => api.readPlayback(id, signal)),
    search: (letters, locale) => searches(`${locale} ${letters}`, (signal) => api.searchProgrammes(letters, locale, signal)),
  }
}

/** A shelf whose answers come as something made of them, anew each time they are asked for. */
export function mapShelf<T, V>(shelf: Shelf<T>, toView: (value: T) => V): Shelf<V> {
  return {
    known() {
      const value = shelf.known()
      return value === undefined ? undefined : toView(value)
    },
    isFresh: shelf.isFresh,
    async load(signal) {
      const answer = await shelf.load(signal)
      return answer.kind === 'ok' ? { kind: 'ok', value: toView(answer.value) } : answer
    },
  }
}

type MakeShelf = <T>(key: string, ask: (signal?: AbortSignal) => Promise<Answer<T>>) => Shelf<T>

/** Shelves that keep so many answers between them, the oldest going first. */
function createShelves(kept: number, now: () => number): MakeShelf {
  const answers = new Map<string, { readonly value: unknown; readonly at: number }>()
  const underWay = new Map<string, Promise<unknown>>()
  const keep = (key: string, value: unknown): void => {
    answers.delete(key)
    answers.set(key, { value, at: now() })
    const oldest = answers.keys().next()
    if (answers.size > kept && oldest.done !== true) answers.delete(oldest.value)
  }
  return <T>(key: string, ask: (signal?: AbortSignal) => Promise<Answer<T>>): Shelf<T> => {
    const askAndKeep = async (signal?: AbortSignal): Promise<Answer<T>> => {
      const answer = await ask(signal)
      if (answer.kind === 'ok') keep(key, answer.value)
      if (answer.kind === 'failed' && answer.failure === 'not-found') answers.delete(key)
      return answer
    }
    return {
      known: () => answers.get(key)?.value as T | undefined, // one key is only ever written with one type
      isFresh: () => now() - (answers.get(key)?.at ?? Number.NEGATIVE_INFINITY) < FRESH_MS,
      load(signal) {
        const before = underWay.get(key)
        if (before !== undefined) return before as Promise<Answer<T>> // one key is only ever asked with one type
        const asked = askAndKeep(signal)
        if (signal !== undefined) return asked
        const done = asked.finally(() => underWay.delete(key))
        underWay.set(key, done)
        return done
      },
    }
  }
}
