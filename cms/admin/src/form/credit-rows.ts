import { CREDIT_ROLES, type Credit, type CreditRole, LOCALES, type LocalizedText } from '@ulan/contract'

/** A line of the credits as somebody types it; texts never undefined. */
export type CreditRow = { readonly role: CreditRole; readonly chinese: string; readonly mongolian: string; readonly cyrillic: string }

export const MOST_CREDITS = 40

export const creditRowsOf = (credits: readonly Credit[] | undefined): readonly CreditRow[] =>
  (credits ?? []).map(({ role, names }) => ({
    role,
    chinese: names['zh-Hans'] ?? '',
    mongolian: names['mn-Mong'] ?? '',
    cyrillic: names['mn-Cyrl'] ?? '',
  }))

const namesOf = ({ chinese, mongolian, cyrillic }: CreditRow): LocalizedText => {
  const names = { 'zh-Hans': chinese, 'mn-Mong': mongolian, 'mn-Cyrl': cyrillic }
  return Object.fromEntries(LOCALES.flatMap((locale) => (names[locale] === '' ? [] : [[locale, names[locale]]])))
}

export const creditsOf = (rows: readonly CreditRow[]): Credit[] => rows.map((row) => ({ role: row.role, names: namesOf(row) }))

/** Whether nobody is named in it. */
export const isEmptyCredit = ({ chinese, mongolian, cyrillic }: CreditRow): boolean => `${chinese}${mongolian}${cyrillic}`.trim() === ''

/** Without the lines that nobody filled in. */
export const tidyCredits = (rows: readonly CreditRow[]): readonly CreditRow[] =>
  rows.some(isEmptyCredit) ? rows.filter((row) => !isEmptyCredit(row)) : rows

/** What one more line begins with: the role that usually follows the last one, the writer first. */
export function nextCredit(rows: readonly CreditRow[]): CreditRow {
  const last = rows.at(-1)
  const next = last === undefined ? 'writer' : (CREDIT_ROLES[CREDIT_ROLES.indexOf(last.role) + 1] ?? last.role)
  return { role: next, chinese: '', mongolian: '', cyrillic: '' }
}

/** The rows with one of them a place further up. */
export const moveUp = (rows: readonly CreditRow[], index: number): readonly CreditRow[] => {
  const [above, row] = [rows[index - 1], rows[index]]
  return above === undefined || row === undefined ? rows : [...rows.slice(0, index - 1), row, above, ...rows.slice(index + 1)]
}
