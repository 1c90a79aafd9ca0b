import type { Locale, SearchResult } from '@ulan/contract'
import type { Snapshot } from '../snapshot/build-snapshot.ts'
import { entryCard } from '../snapshot/present-card.ts'
import { type Findable, searchIndexOf } from './search-index.ts'
import { fitOf } from './searchable-text.ts'

export type SearchWish = {
  /** Folded by `foldQuery`. */
  readonly query: string
  readonly locale: Locale
}

/** Nobody scrolls further on a television; who sees so many types another letter. */
const MOST_RESULTS = 60

const bestFit = ({ fields }: Findable, word: string): number =>
  fields.reduce((best, field) => Math.max(best, field.weight * fitOf(field, word)), 0)

/** 0 unless every word is found; the words written together count as one word too, since few put spaces where we do. */
function scoreOf(findable: Findable, words: readonly string[]): number {
  const together = bestFit(findable, words.join(''))
  if (words.length === 1 || together > 0) return together
  let least = Number.POSITIVE_INFINITY
  for (const word of words) {
    least = Math.min(least, bestFit(findable, word))
    if (least === 0) return 0
  }
  return least
}

/** What fits a question, the best first, equals newest first; nothing for a question without letters. */
export function presentSearch(snapshot: Snapshot, { query, locale }: SearchWish): SearchResult {
  const words = query.split(' ').filter((word) => word !== '')
  if (words.length === 0) return { total: 0, items: [] }
  const found = searchIndexOf(snapshot)
    .map((findable) => ({ findable, score: scoreOf(findable, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const items = found.slice(0, MOST_RESULTS).flatMap(({ findable }) => entryCard(snapshot, findable.entry, locale) ?? [])
  return { total: found.length, items }
}
