import { BASE_LOCALE, type LanguagePolicy, LOCALES, type Locale } from '@ulan/contract'

/** A language as the settings show it: whether viewers may choose it, and whether its title is required. */
export type LanguageRow = { readonly locale: Locale; readonly isOffered: boolean; readonly isRequired: boolean }

/** Those offered first, in the viewers' order, then the others. */
const inOrder = (rows: readonly LanguageRow[]): readonly LanguageRow[] => [
  ...rows.filter((row) => row.isOffered),
  ...rows.filter((row) => !row.isOffered),
]

export function rowsOf({ offered, required }: LanguagePolicy): readonly LanguageRow[] {
  const others = LOCALES.filter((locale) => !offered.includes(locale))
  return [...offered, ...others].map((locale) => ({
    locale,
    isOffered: offered.includes(locale),
    isRequired: required.includes(locale),
  }))
}

export function policyOf(rows: readonly LanguageRow[]): LanguagePolicy {
  const offered = rows.filter((row) => row.isOffered)
  return { offered: offered.map((row) => row.locale), required: offered.filter((row) => row.isRequired).map((row) => row.locale) }
}

const change = (rows: readonly LanguageRow[], locale: Locale, members: Partial<LanguageRow>): readonly LanguageRow[] =>
  rows.map((row) => (row.locale === locale ? { ...row, ...members } : row))

/** A language offered anew stands last of those offered; one that is not offered is not required either. */
export function offer(rows: readonly LanguageRow[], locale: Locale, isOffered: boolean): readonly LanguageRow[] {
  if (isOffered) return inOrder(change(rows, locale, { isOffered }))
  return inOrder(change(rows, locale, { isOffered, isRequired: false }))
}

export const requireTitle = (rows: readonly LanguageRow[], locale: Locale, isRequired: boolean): readonly LanguageRow[] =>
  change(rows, locale, { isRequired })

export type Step = 'up' | 'down'

const goalOf = (rows: readonly LanguageRow[], locale: Locale, step: Step): number =>
  rows.findIndex((row) => row.locale === locale) + (step === 'up' ? -1 : 1)

/** Whether a language can change places with its neighbour: Chinese stays first, and what is not offered has no place. */
export function canMove(rows: readonly LanguageRow[], locale: Locale, step: Step): boolean {
  const neighbour = rows[goalOf(rows, locale, step)]
  const isOffered = rows.some((row) => row.locale === locale && row.isOffered)
  return isOffered && locale !== BASE_LOCALE && neighbour?.isOffered === true && neighbour.locale !== BASE_LOCALE
}

export function move(rows: readonly LanguageRow[], locale: Locale, step: Step): readonly LanguageRow[] {
  if (!canMove(rows, locale, step)) return rows
  const mine = rows.filter((row) => row.locale === locale)
  return rows.filter((row) => row.locale !== locale).toSpliced(goalOf(rows, locale, step), 0, ...mine)
}

export const isSamePolicy = (left: LanguagePolicy, right: LanguagePolicy): boolean =>
  left.offered.join() === right.offered.join() && left.required.toSorted().join() === right.required.toSorted().join()
