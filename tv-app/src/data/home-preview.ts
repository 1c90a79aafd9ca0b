import { type Home, isLocale, type TvPreview } from '@ulan/contract'
import type { AttemptStorage } from '@ulan/player'
import type { Answer } from './api-client.ts'
import type { Catalogue, Shelf } from './catalogue.ts'

/** What the newsroom has laid on the frame; undefined where that is no such thing, or damaged. */
export function readPreview(given: unknown): TvPreview | undefined {
  if (!isObject(given) || !isObject(given['home'])) return undefined
  const { home, at, isForKids } = given
  const lists = [home['languages'], home['heroes'], home['rails']]
  if (!isLocale(home['locale']) || !lists.every(Array.isArray)) return undefined
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof isForKids !== 'boolean') return undefined
  const shown = home as unknown as Home // the rest is as the server, which this page is of too, has answered
  // A language may be looked at before viewers may choose it; the header knows only those that they may.
  const languages = [...new Set([...shown.languages, shown.locale])]
  return { home: { ...shown, languages }, at, isForKids }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Of a box that was left in this language and mode. In memory alone: the editor's own television, in the same browser, stays as it is. */
export function previewStorage({ home, isForKids }: TvPreview, nowMs: number): AttemptStorage {
  const kept = new Map([
    ['locale', home.locale as string],
    ['languages', home.languages.join(' ')],
    ['kids', isForKids ? 'on' : ''],
    // As if the drawing context had just been lost: a computer that takes it away at each start would start this without end.
    ['contextLostAt', String(nowMs)],
  ])
  return {
    keys: () => [...kept.keys()].filter((key) => kept.get(key) !== ''),
    get: (key) => kept.get(key) || undefined,
    set(key, value) {
      kept.set(key, value)
      return true
    },
  }
}

/** A catalogue that knows this home screen and nothing else, and never asks. */
export function homeAlone(home: Home): Catalogue {
  const answer: Answer<Home> = { kind: 'ok', value: home }
  return {
    home: () => ({ known: () => home, isFresh: () => true, load: async () => answer }),
    regions: nothing,
    programme: nothing,
    series: nothing,
    playback: nothing,
    search: nothing,
  }
}

const nothing = <T>(): Shelf<T> => ({
  known: () => undefined,
  isFresh: () => true,
  load: async () => ({ kind: 'failed', failure: 'not-found' }),
})
