import type { Translation, TranslationId, TranslationState } from '@ulan/contract'
import { presentText } from '../form/translation-edit.ts'
import { type Fields, oneOf } from './address-fields.ts'

export type StateFilter = 'all' | TranslationState
/** What is looked for; no file: those of all places. */
export type TranslationFilter = { readonly state: StateFilter; readonly file: string | undefined; readonly search: string }

export const STATES = ['all', 'missing', 'unreviewed', 'reviewed', 'stale'] as const satisfies readonly StateFilter[]

/** A filter from an address; a place that there is not finds nothing. */
export const translationFilterOf = ({ state, file, q = '' }: Fields): TranslationFilter => ({
  state: oneOf(STATES, state) ?? 'all',
  file,
  search: q,
})

const isAt = ({ file }: Translation, wanted: string | undefined): boolean => wanted === undefined || file === wanted

/** How many texts of a place are how far. */
export function countByState(all: readonly Translation[], file: string | undefined): Readonly<Record<StateFilter, number>> {
  const counts = { all: 0, missing: 0, unreviewed: 0, reviewed: 0, stale: 0 }
  for (const one of all) {
    if (!isAt(one, file)) continue
    counts.all += 1
    counts[one.state] += 1
  }
  return counts
}

/** Places in the order of the list, each once. */
export const filesOf = (all: readonly Translation[]): readonly string[] => [...new Set(all.map(({ file }) => file))]

/**
 * Rows that fit, and whichever is open, so that saving it does not take it away. Among those that wait for a review, what
 * colleagues wrote comes before what the release brought along.
 */
export function filterTranslations(
  all: readonly Translation[],
  { state, file, search }: TranslationFilter,
  openId: TranslationId | undefined,
): readonly Translation[] {
  const words = search.trim().toLowerCase()
  const found = all.filter((one) => {
    if (one.id === openId) return true
    const texts = [one.chinese, presentText(one), one.key]
    return (state === 'all' || one.state === state) && isAt(one, file) && texts.some((text) => text.toLowerCase().includes(words))
  })
  if (state !== 'unreviewed') return found
  return [...found.filter(({ proposal }) => proposal !== undefined), ...found.filter(({ proposal }) => proposal === undefined)]
}

/** The list with one of its texts as it is now. */
export const withTranslation = (all: readonly Translation[], changed: Translation): readonly Translation[] =>
  all.map((one) => (one.id === changed.id ? changed : one))
