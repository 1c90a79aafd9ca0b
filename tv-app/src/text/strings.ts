import { BASE_LOCALE, isLocale, LOCALES, type Locale, type LocalText } from '@ulan/contract'
import cyrlCommon from '@ulan/contract/locales/mn-Cyrl/common.json'
import cyrlCredits from '@ulan/contract/locales/mn-Cyrl/credits.json'
import cyrlPlayer from '@ulan/contract/locales/mn-Cyrl/player.json'
import mongCommon from '@ulan/contract/locales/mn-Mong/common.json'
import mongCredits from '@ulan/contract/locales/mn-Mong/credits.json'
import mongPlayer from '@ulan/contract/locales/mn-Mong/player.json'
import zhCommon from '@ulan/contract/locales/zh-Hans/common.json'
import zhCredits from '@ulan/contract/locales/zh-Hans/credits.json'
import zhPlayer from '@ulan/contract/locales/zh-Hans/player.json'
import i18next from 'i18next'
import cyrlTv from '../../locales/mn-Cyrl/tv.json'
import mongTv from '../../locales/mn-Mong/tv.json'
import zhTv from '../../locales/zh-Hans/tv.json'
import type { LaterTexts } from './later-texts.ts'

const zhHans = { common: zhCommon, credits: zhCredits, player: zhPlayer, tv: zhTv }
const mnMong = { common: mongCommon, credits: mongCredits, player: mongPlayer, tv: mongTv }
const mnCyrl = { common: cyrlCommon, credits: cyrlCredits, player: cyrlPlayer, tv: cyrlTv }
type All = typeof zhHans & LaterTexts
type KeysOf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}` }[keyof T & string]

/** Every text key the television may use, such as `player:play`; a wrong one does not compile. */
export type StringKey = { [N in keyof All]: `${N}:${KeysOf<All[N]>}` }[keyof All]
/** Says a text in the viewer's locale, and in which locale it really is: an empty Mongolian text falls back to Chinese. */
export type Say = (key: StringKey, values?: Readonly<Record<string, string | number>>) => LocalText

/** The texts of one later page, in all languages. */
export type Lesson = { readonly namespace: keyof LaterTexts; readonly texts: Readonly<Record<Locale, object>> }
export type Strings = {
  sayIn(locale: Locale): Say
  /** Makes the texts of a later page known; repeating it is harmless. */
  teach(lesson: Lesson): void
}

/** Sets up the texts; everything is in the bundle, so it answers at once. */
export async function createStrings(): Promise<Strings> {
  const texts = i18next.createInstance()
  await texts.init({
    lng: BASE_LOCALE,
    supportedLngs: [...LOCALES],
    load: 'currentOnly',
    fallbackLng: [BASE_LOCALE],
    ns: Object.keys(zhHans),
    defaultNS: 'tv',
    returnEmptyString: false,
    interpolation: { escapeValue: false },
    resources: { 'zh-Hans': zhHans, 'mn-Mong': mnMong, 'mn-Cyrl': mnCyrl },
  })
  const find = (locale: Locale, key: StringKey, values?: Parameters<Say>[1]): LocalText => {
    const found = texts.t(key, { ...values, lng: locale, returnDetails: true })
    return { text: found.res, locale: isLocale(found.usedLng) ? found.usedLng : BASE_LOCALE }
  }
  // A look-up costs a slow box a millisecond, and every card of a rail says the same words.
  const fixed = new Map<string, LocalText>()
  return {
    teach({ namespace, texts: taught }) {
      for (const locale of LOCALES) texts.addResourceBundle(locale, namespace, taught[locale])
    },
    sayIn: (locale) => (key, values) => {
      if (values !== undefined) return find(locale, key, values)
      const name = `${locale} ${key}`
      const said = fixed.get(name) ?? find(locale, key)
      fixed.set(name, said)
      return said
    },
  }
}
