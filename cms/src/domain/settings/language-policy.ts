import { BASE_LOCALE, type FieldProblem, type LanguagePolicy, type Locale } from '@ulan/contract'

const repeated = (field: string, list: readonly Locale[]): FieldProblem[] =>
  list.flatMap((locale, at) => (list.indexOf(locale) === at ? [] : [{ path: `${field}.${at}`, code: 'language-repeated' }]))

/**
 * What forbids a policy of languages, by its fields under `languages`. Chinese stands out by its position and its order
 * (民族团结进步促进法 art. 15), and no title is asked for that viewers could not choose.
 */
export function findPolicyProblems({ offered, required }: LanguagePolicy): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (offered[0] !== BASE_LOCALE) problems.push({ path: 'languages.offered', code: 'chinese-not-first' })
  if (!required.includes(BASE_LOCALE)) problems.push({ path: 'languages.required', code: 'chinese-not-required' })
  const strangers = required.flatMap((locale, at) =>
    locale === BASE_LOCALE || offered.includes(locale) ? [] : [{ path: `languages.required.${at}`, code: 'language-not-offered' }],
  )
  return [...problems, ...repeated('languages.offered', offered), ...repeated('languages.required', required), ...strangers]
}
