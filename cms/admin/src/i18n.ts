import calendarMongolian from '@ulan/contract/locales/mn-Mong/calendar.json'
import commonMongolian from '@ulan/contract/locales/mn-Mong/common.json'
import creditsMongolian from '@ulan/contract/locales/mn-Mong/credits.json'
import problemMongolian from '@ulan/contract/locales/mn-Mong/problem.json'
import calendarChinese from '@ulan/contract/locales/zh-Hans/calendar.json'
import commonChinese from '@ulan/contract/locales/zh-Hans/common.json'
import creditsChinese from '@ulan/contract/locales/zh-Hans/credits.json'
import problemChinese from '@ulan/contract/locales/zh-Hans/problem.json'
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import adminMongolian from '../locales/mn-Mong/admin.json'
import adminChinese from '../locales/zh-Hans/admin.json'

const SHELL_LOCALES = ['zh-Hans', 'mn-Mong'] as const
export type ShellLocale = (typeof SHELL_LOCALES)[number]

const KEY = 'ulan-admin:locale'

/** The words of the newsroom; where Mongolian has none yet, the Chinese ones show. */
export async function createWords(store: Pick<Storage, 'getItem'>): Promise<i18n> {
  const words = i18next.createInstance()
  await words.use(initReactI18next).init({
    lng: readShellLocale(store),
    fallbackLng: 'zh-Hans',
    supportedLngs: SHELL_LOCALES,
    load: 'currentOnly',
    defaultNS: 'admin',
    returnEmptyString: false,
    interpolation: { escapeValue: false },
    resources: {
      'zh-Hans': {
        admin: adminChinese,
        calendar: calendarChinese,
        common: commonChinese,
        credits: creditsChinese,
        problem: problemChinese,
      },
      'mn-Mong': {
        admin: adminMongolian,
        calendar: calendarMongolian,
        common: commonMongolian,
        credits: creditsMongolian,
        problem: problemMongolian,
      },
    },
  })
  return words
}

export async function changeShellLocale(words: i18n, store: Pick<Storage, 'setItem'>, locale: ShellLocale): Promise<void> {
  store.setItem(KEY, locale)
  document.documentElement.lang = locale
  await words.changeLanguage(locale)
}

function readShellLocale(store: Pick<Storage, 'getItem'>): ShellLocale {
  const noted = store.getItem(KEY)
  return SHELL_LOCALES.find((locale) => locale === noted) ?? 'zh-Hans'
}
