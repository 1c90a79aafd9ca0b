import { BASE_LOCALE, isLocale, LOCALES, type Locale } from './locale.ts'

/**
 * The languages a client offers its viewers, in the order it shows them: what the server told, now or before, made sane – Chinese first
 * (民族团结进步促进法 art. 15), none that this client does not know, none twice – or all of them while it has told nothing.
 */
export function languagesToOffer(known: readonly string[] | undefined): readonly Locale[] {
  if (known === undefined) return LOCALES
  return [...new Set([BASE_LOCALE, ...known.filter(isLocale)])]
}
