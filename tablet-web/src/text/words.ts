import { BASE_LOCALE, isLocale, LOCALES, type Locale, type LocalText } from '@ulan/contract'
import type calendar from '@ulan/contract/locales/zh-Hans/calendar.json'
import type common from '@ulan/contract/locales/zh-Hans/common.json'
import type credits from '@ulan/contract/locales/zh-Hans/credits.json'
import type player from '@ulan/contract/locales/zh-Hans/player.json'
import type quiz from '@ulan/contract/locales/zh-Hans/quiz.json'
import { createInstance, type i18n } from 'i18next'
import type tablet from '../../locales/zh-Hans/tablet.json'

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]

/** Every key of the Chinese locale files, with its namespace. */
export type WordKey =
  | `calendar:${Leaves<typeof calendar>}`
  | `common:${Leaves<typeof common>}`
  | `credits:${Leaves<typeof credits>}`
  | `player:${Leaves<typeof player>}`
  | `quiz:${Leaves<typeof quiz>}`
  | `tablet:${Leaves<typeof tablet>}`

/** A text of the interface, with the locale it really came from: an untranslated one is Chinese and says so. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => LocalText

type Texts = { [key: string]: string | Texts }
export type TextBundles = Readonly<Record<Locale, Readonly<Record<string, Texts>>>>

/** Makes the translator over bundled texts. An empty text counts as missing and falls back to Chinese, never elsewhere. */
export function createTranslator(bundles: TextBundles, locale: Locale): i18n {
  const translator = createInstance()
  void translator.init({
    lng: locale,
    resources: bundles,
    initAsync: false,
    supportedLngs: [...LOCALES],
    load: 'currentOnly',
    fallbackLng: [BASE_LOCALE],
    ns: ['calendar', 'common', 'credits', 'player', 'quiz', 'tablet'],
    defaultNS: 'common',
    returnEmptyString: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  })
  return translator
}

/** The words of a translator in `locale`. */
export function wordsOf(translator: i18n, locale: Locale): Words {
  return (key, values) => {
    const found = translator.t(key, { ...values, lng: locale, returnDetails: true })
    return { text: String(found.res), locale: isLocale(found.usedLng) ? found.usedLng : BASE_LOCALE }
  }
}
