import { type Locale, localeFromTags } from '@ulan/contract'
import { OFFERED_LOCALES } from './strings.ts'

/** The locale to start in: the one chosen before, else the first of the box's languages we offer, else Chinese. */
export function chooseLocale(stored: string | undefined, tags: readonly string[]): Locale {
  const wanted = OFFERED_LOCALES.find((locale) => locale === stored) ?? localeFromTags(tags)
  return OFFERED_LOCALES.find((locale) => locale === wanted) ?? 'zh-Hans'
}

/** The other locale of the two offered. */
export const otherLocale = (locale: Locale): Locale => (locale === 'mn-Mong' ? 'zh-Hans' : 'mn-Mong')

/** The locale offered beside another, as the switch shows them; undefined past either end. */
export function neighbourLocale(locale: Locale, step: -1 | 1): Locale | undefined {
  const offered: readonly Locale[] = OFFERED_LOCALES
  return offered[offered.indexOf(locale) + step]
}
