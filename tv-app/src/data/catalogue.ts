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
import { type Answer, type ApiClient, isFinal, type Viewer } from './api-client.ts'
import type { KeptHome } from './kept-home.ts'

/** How this box is set, as far as the answers depend on it, and the home screen that it saw last. */
export type CatalogueWishes = {
  readonly region: () => RegionCode | undefined
  readonly isForKids: () => boolean
  /** The language that is read; pages are asked for in others ahead. */
  readonly locale: () => Locale
  readonly keptHome: KeptHome
}
/** The last answers, so that Back draws at once and asks again behind the picture. All of it is children's in children's mode. */
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

/** Pages that Back leads to, beside home and what was left half way in each language. */
const KEPT = 60
/** Searches have room of their own: each letter typed is one, and none may drive out a page that Back leads to. */
const KEPT_SEARCHES = 20
/** The server's own `max-age` for these answers. */
const FRESH_MS = 5000

/** Keeps the latest answers of an API client; `now` in ms. */
export function createCatalogue(api: ApiClient, now: () => number, wishes: CatalogueWishes): Catalogue {
  const { region, isForKids } = wishes
  const pages = createShelves(KEPT, now)
  const searches = createShelves(KEPT_SEARCHES, now)
  /** Reads as whoever looks at the screen now; answers for another viewer are kept apart. */
  const seen = <T>(make: MakeShelf, name: string, locale: Locale, ask: (viewer: Viewer, signal?: AbortSignal) => Promise<Answer<T>>) => {
    const viewer = { locale, isForKids: isForKids() }
    return make(`${name} ${locale} ${viewer.isForKids}`, (signal) => ask(viewer, signal))
  }
  return {
    home(locale) {
      const at = region()
      const shelf = seen(pages, `home ${at}`, locale, (viewer, signal) => api.readHome(viewer, at, signal))
      return keepHome(shelf, wishes, locale, `home ${at} ${locale} ${isForKids()}`)
    },
    regions: () => pages('regions', (signal) => api.readRegions(signal)),
    programme: (id, locale) => seen(pages, `programme ${id}`, locale, (viewer, signal) => api.readProgramme(id, viewer, signal)),
    series: (id, locale) => seen(pages, `series ${id}`, locale, (viewer, signal) => api.readSeries(id, viewer, signal)),
    playback(id) {
      const isKids = isForKids()
      return pages(`playback ${id} ${isKids}`, (signal) => api.readPlayback(id, isKids, signal))
    },
    search: (letters, locale) => seen(searches, letters, locale, (viewer, signal) => api.searchProgrammes(letters, viewer, signal)),
  }
}

/** A shelf that knows the answer of another evening too, and keeps what is looked at for the next. */
function keepHome(shelf: Shelf<Home>, wishes: CatalogueWishes, locale: Locale, key: string): Shelf<Home> {
  const keep = (home: Home): Home => {
    if (locale === wishes.locale()) wishes.keptHome.write(key, home)
    return home
  }
  return {
    known() {
      const home = shelf.known()
      return home === undefined ? wishes.keptHome.read(key) : keep(home)
    },
    isFresh: shelf.isFresh,
    async load(signal) {
      const answer = await shelf.load(signal)
      if (answer.kind === 'ok') keep(answer.value)
      return answer
    },
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
      if (answer.kind === 'failed' && isFinal(answer.failure)) answers.delete(key)
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
