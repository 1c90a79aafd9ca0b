import { BASE_LOCALE, LOCALES, type Locale, type LocalizedText } from '../locale/locale.ts'
import type { PublishBlocker } from './programme.ts'

const CODES = {
  'zh-Hans': 'title-zh-missing',
  'mn-Mong': 'title-mong-missing',
  'mn-Cyrl': 'title-cyrl-missing',
} as const satisfies { readonly [L in Locale]: PublishBlocker }

/** Titles that a programme still lacks before it may be published; Chinese is required whatever else is. */
export const missingTitles = (title: LocalizedText, required: readonly Locale[]): PublishBlocker[] =>
  LOCALES.filter((locale) => locale === BASE_LOCALE || required.includes(locale)).flatMap((locale) =>
    (title[locale] ?? '').trim() === '' ? [CODES[locale]] : [],
  )
