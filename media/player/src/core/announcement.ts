import type { LocalText } from '@ulan/contract'

/** What is said of one thing on screen, in the order it is read. */
export type Spoken = readonly LocalText[]

/** One step of the way from the screen to what has the focus: the page, a rail, a card. `key` tells apart what reads alike. */
export type SpokenStep = { readonly key: string; readonly texts: Spoken }

/**
 * What to say after the focus moved: everything from the first step on that is another one, or reads differently now.
 * Whoever goes along a rail hears its name once, and then the cards.
 */
export function newlySpoken(before: readonly SpokenStep[], now: readonly SpokenStep[]): Spoken {
  const firstNew = now.findIndex((step, at) => !isSame(step, before[at]))
  return firstNew < 0 ? [] : now.slice(firstNew).flatMap(({ texts }) => texts)
}

function isSame(step: SpokenStep, other: SpokenStep | undefined): boolean {
  if (other === undefined || step.key !== other.key || step.texts.length !== other.texts.length) return false
  return step.texts.every(({ text, locale }, at) => text === other.texts[at]?.text && locale === other.texts[at]?.locale)
}
