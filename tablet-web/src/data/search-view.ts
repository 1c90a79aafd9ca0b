import type { Card } from '@ulan/contract'
import type { Words } from '../text/words.ts'
import { type CardView, cardView } from './card-view.ts'

/** As many as a reader without a question looks through. */
const NEWEST_CARDS = 24
/** Longest question that the server takes, in UTF-16 units. */
export const MOST_TYPED = 100

/** What the server is asked for what somebody typed; empty while there is nothing to ask. */
export const questionOf = (typed: string): string => typed.replace(/^ +| +$/g, '').slice(0, MOST_TYPED)

export const resultCards = (cards: readonly Card[], words: Words): readonly CardView[] => cards.map((card) => cardView(card, words))

/** Cards for somebody who has not typed yet. */
export const newestCards = (cards: readonly Card[], words: Words): readonly CardView[] => resultCards(cards.slice(0, NEWEST_CARDS), words)
