import { BASE_LOCALE, type FormatWords, type Locale } from '@ulan/contract'
import cyrillic from '@ulan/contract/locales/mn-Cyrl/calendar.json'
import mongolian from '@ulan/contract/locales/mn-Mong/calendar.json'
import chinese from '@ulan/contract/locales/zh-Hans/calendar.json'

const TEXTS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-Hans': chinese,
  'mn-Mong': mongolian,
  'mn-Cyrl': cyrillic,
}

/** Lengths of time and dates in a language. Clients show few of them, and only what is read aloud needs them: they come with it. */
export const calendarWordsIn =
  (locale: Locale): FormatWords =>
  (key, values = {}) => {
    const name = key.slice('calendar:'.length)
    const own = TEXTS[locale][name] ?? ''
    const text = own === '' ? (TEXTS[BASE_LOCALE][name] ?? '') : own
    return {
      text: text.replace(/\{\{(\w+)\}\}/g, (_, hole: string) => String(values[hole] ?? '')),
      locale: own === '' ? BASE_LOCALE : locale,
    }
  }
