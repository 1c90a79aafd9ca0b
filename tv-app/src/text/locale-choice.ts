import { BASE_LOCALE, isLocale, type Locale, localeFromTags } from '@ulan/contract'

/** The locale to start in, of those offered: the one chosen before, else the first of the box's languages, else Chinese. */
export function chooseLocale(stored: string | undefined, tags: readonly string[], offered: readonly Locale[]): Locale {
  const wanted = isLocale(stored) && offered.includes(stored) ? stored : localeFromTags(tags)
  return offered.includes(wanted) ? wanted : BASE_LOCALE
}

/** The locale after this one among those offered, the first after the last: OK on the switch always changes something. */
export function nextLocale(locale: Locale, offered: readonly Locale[]): Locale {
  return offered[(offered.indexOf(locale) + 1) % offered.length] ?? locale
}

/** The locale beside this one, as the switch shows them; undefined past either end. */
export const neighbourLocale = (locale: Locale, step: -1 | 1, offered: readonly Locale[]): Locale | undefined =>
  offered[offered.indexOf(locale) + step]
