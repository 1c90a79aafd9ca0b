import { BASE_LOCALE, type Locale } from '../locale/locale.ts'

/** BCP 47 tags of what a sound can be spoken in; a locale also says how something is written. */
export const SOUND_LANGUAGES = ['zh', 'mn', 'en'] as const
export type SoundLanguage = (typeof SOUND_LANGUAGES)[number]

export const isSoundLanguage = (tag: string): tag is SoundLanguage => SOUND_LANGUAGES.some((language) => language === tag)

/** What readers of a locale speak. */
export const soundLanguageOf = (locale: Locale): SoundLanguage => (locale === 'zh-Hans' ? 'zh' : 'mn')

/** Subtitles for a reader of `locale` who has chosen none: their own, else Chinese ones, else none. */
export function subtitleLocaleOf(locale: Locale, available: readonly Locale[]): Locale | undefined {
  return [locale, BASE_LOCALE].find((wanted) => available.includes(wanted))
}
