/** Locales the product speaks, in the order the law asks for: Chinese first (民族团结进步促进法 art. 15). */
export const LOCALES = ['zh-Hans', 'mn-Mong', 'mn-Cyrl'] as const
export type Locale = (typeof LOCALES)[number]
/** The locale every published text has; all others fall back to it, never to each other. */
export const BASE_LOCALE: Locale = 'zh-Hans'

/** Each language by its own name, never translated: whoever landed in the wrong one finds the way back. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { 'zh-Hans': '中文', 'mn-Mong': 'ᠮᠣᠩᠭᠣᠯ', 'mn-Cyrl': 'Монгол' }

/** Texts by locale; a draft may still lack the base locale, a published record may not. */
export type LocalizedText = { readonly [L in Locale]?: string | undefined }
/** One text as it will be shown, with the locale it is really in, so a reader can be told of a fallback. */
export type LocalText = { readonly text: string; readonly locale: Locale }

/** True for scripts written in columns from left to right. */
export const isVertical = (locale: Locale): boolean => locale === 'mn-Mong'

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)

/** The text for a reader of `locale`: their own, else the base locale's, else empty in the base locale. */
export function pickText(text: LocalizedText, locale: Locale): LocalText {
  const own = text[locale]
  if (own !== undefined && own !== '') return { text: own, locale }
  return { text: text[BASE_LOCALE] ?? '', locale: BASE_LOCALE }
}

/**
 * Chooses a locale for BCP 47 tags in order of preference, by script: `mn-CN` is traditional script, plain `mn`
 * is Cyrillic (CLDR likely subtags), anything unknown is the base locale.
 */
export function localeFromTags(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const locale = localeFromTag(tag)
    if (locale !== undefined) return locale
  }
  return BASE_LOCALE
}

function localeFromTag(tag: string): Locale | undefined {
  const [language, ...rest] = tag.toLowerCase().split('-')
  if (language === 'zh') return 'zh-Hans'
  if (language === 'mvf') return 'mn-Mong'
  if (language !== 'mn') return undefined
  if (rest.includes('cyrl')) return 'mn-Cyrl'
  return rest.includes('mong') || rest.includes('cn') ? 'mn-Mong' : 'mn-Cyrl'
}

/**
 * The languages a client offers its viewers, in the order it shows them: what the server told, now or before, made sane – Chinese first
 * (民族团结进步促进法 art. 15), none that this client does not know, none twice – or all of them while it has told nothing.
 */
export function languagesToOffer(known: readonly string[] | undefined): readonly Locale[] {
  if (known === undefined) return LOCALES
  return [...new Set([BASE_LOCALE, ...known.filter(isLocale)])]
}
