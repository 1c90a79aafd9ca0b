import type { Card, Home, ProgrammeDetail, SearchResult } from '@ulan/contract'

/** What this box can open. A newer server may have more; a card that leads nowhere is worse than none. */
const KNOWN: readonly string[] = ['programme', 'series'] satisfies readonly Card['kind'][]

const isKnown = ({ kind }: Card): boolean => KNOWN.includes(kind)

/** Of an answer what this box can show; undefined for one that is no such answer, as a public network may send. */
type Keep<T> = (answer: T) => T | undefined

export const knownHome: Keep<Home> = (home) => {
  if (!Array.isArray(home.heroes) || !Array.isArray(home.rails)) return undefined
  const rails = home.rails.map((rail) => ({ ...rail, cards: rail.cards.filter(isKnown) }))
  return { ...home, heroes: home.heroes.filter(({ card }) => isKnown(card)), rails }
}

export const knownProgramme: Keep<ProgrammeDetail> = (programme) =>
  Array.isArray(programme.related) ? { ...programme, related: programme.related.filter(isKnown) } : undefined

export const knownResult: Keep<SearchResult> = (result) =>
  Array.isArray(result.items) ? { ...result, items: result.items.filter(isKnown) } : undefined
