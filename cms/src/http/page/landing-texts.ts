import { BASE_LOCALE, isLocale, type Locale, type LocalText, pickText } from '@ulan/contract'
import { localeOfHeader } from '@ulan/contract/schemas'
import mnCyrl from '../locales/mn-Cyrl/landing.json' with { type: 'json' }
import mnMong from '../locales/mn-Mong/landing.json' with { type: 'json' }
import zhHans from '../locales/zh-Hans/landing.json' with { type: 'json' }

/** The clients that the start page leads to, by the first part of their address. */
export const ENTRIES = ['tv', 'tablet', 'admin'] as const
export type Entry = (typeof ENTRIES)[number]

type Texts = typeof zhHans
type LandingKey = Exclude<keyof Texts, Entry> | `${Entry}.${keyof Texts[Entry]}`
/** Texts of the page for one reader; each says which language it is really in. */
export type LandingWords = { readonly locale: Locale; say(key: LandingKey): LocalText }

/** By key, parts joined by a dot. */
function flatten(texts: Texts): ReadonlyMap<string, string> {
  const pairs = Object.entries(texts).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : Object.entries(value).map(([part, text]) => [`${name}.${part}`, text]),
  )
  return new Map(pairs)
}
const TEXTS: { readonly [L in Locale]: ReadonlyMap<string, string> } = {
  'zh-Hans': flatten(zhHans),
  'mn-Mong': flatten(mnMong),
  'mn-Cyrl': flatten(mnCyrl),
}

/** The texts of the start page in a language; what has no translation yet is Chinese, and says so. */
export const landingWords = (locale: Locale): LandingWords => ({
  locale,
  say: (key) => pickText({ [BASE_LOCALE]: TEXTS[BASE_LOCALE].get(key), [locale]: TEXTS[locale].get(key) }, locale),
})

/**
 * The language of the start page: the one asked for in its address, else the one that the browser prefers, else Chinese.
 * A language that the office does not offer counts as unknown; `asked` may be anything a query can hold.
 */
export function chooseLandingLocale(asked: unknown, acceptLanguage: string | undefined, offered: readonly Locale[]): Locale {
  const wanted = isLocale(asked) && offered.includes(asked) ? asked : localeOfHeader(acceptLanguage)
  return offered.includes(wanted) ? wanted : BASE_LOCALE
}
