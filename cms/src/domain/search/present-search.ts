import type { Audience, Locale, SearchResult } from '@ulan/contract'
import type { Snapshot } from '../snapshot/build-snapshot.ts'
import { entryCard } from '../snapshot/present-card.ts'
import { type Findable, searchIndexOf, WEIGHTS } from './search-index.ts'
import { fitOf, type Word, wordOf } from './searchable-text.ts'

export type SearchWish = {
  /** Folded by `foldQuery`. */
  readonly query: string
  readonly locale: Locale
  readonly audience?: Audience | undefined
}

/** Nobody scrolls further on a television; who sees so many types another letter. */
const MOST_RESULTS = 60

function bestFit({ fields }: Findable, word: Word): number {
  // One letter is the beginning of too much for anything but a name.
  let best = 0
  for (const field of fields) {
    if (field.weight > best && !(word.isLetter && field.weight < WEIGHTS.series)) best = Math.max(best, field.weight * fitOf(field, word))
  }
  return best
}

/** 0 unless every word is found; the words written together count as one word too, since few put spaces where we do. */
function scoreOf(findable: Findable, together: Word, words: readonly Word[]): number {
  const best = bestFit(findable, together)
  if (words.length === 1 || best > 0) return best
  let least = Number.POSITIVE_INFINITY
  for (const word of words) {
    least = Math.min(least, bestFit(findable, word))
    if (least === 0) return 0
  }
  return least
}

/** What fits a question, the best first, equals newest first; nothing for a question without letters. */
export function presentSearch(snapshot: Snapshot, { query, locale }: SearchWish): SearchResult {
  const words = query.split(' ').flatMap((word) => (word === '' ? [] : [wordOf(word)]))
  if (words.length === 0) return { total: 0, items: [] }
  const together = wordOf(words.map(({ text }) => text).join(''))
  const found: { readonly findable: Findable; readonly score: number }[] = []
  for (const findable of searchIndexOf(snapshot)) {
    const score = scoreOf(findable, together, words)
    if (score > 0) found.push({ findable, score })
  }
  found.sort((a, b) => b.score - a.score)
  const items = found.slice(0, MOST_RESULTS).flatMap(({ findable }) => entryCard(snapshot, findable.entry, locale) ?? [])
  return { total: found.length, items }
}
