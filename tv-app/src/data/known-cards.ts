import type { Card, Home, ProgrammeDetail, SearchResult } from '@ulan/contract'

/** What this box can open. A newer server may have more; a card that leads nowhere is worse than none. */
const KNOWN: readonly string[] = ['programme', 'series'] satisfies readonly Card['kind'][]

const isKnown = ({ kind }: Card): boolean => KNOWN.includes(kind)

export const knownHome = (home: Home): Home => ({
  ...home,
  heroes: home.heroes.filter(({ card }) => isKnown(card)),
  rails: home.rails.map((rail) => ({ ...rail, cards: rail.cards.filter(isKnown) })),
})

export const knownProgramme = (programme: ProgrammeDetail): ProgrammeDetail => ({
  ...programme,
  related: programme.related.filter(isKnown),
})

export const knownResult = (result: SearchResult): SearchResult => ({ ...result, items: result.items.filter(isKnown) })
