import { isLocale, type Locale } from '@ulan/contract'
import { type CueSize, isCueSize, type KeyValueStorage } from '@ulan/player'
import type { Light } from './page-flow.ts'

const LIGHT_KEY = 'light'
const LOCALE_KEY = 'locale'
const READING_KEY = 'readAloud'
const LANGUAGES_KEY = 'languages'
const SUBTITLES_KEY = 'subtitles'
const CUE_SIZE_KEY = 'subtitles.size'

/** Colours chosen on this tablet. */
export const readLight = (storage: KeyValueStorage): Light => (storage.get(LIGHT_KEY) === 'sun' ? 'sun' : 'day')
export const writeLight = (storage: KeyValueStorage, light: Light): void => storage.set(LIGHT_KEY, light)

/** Whether this tablet reads aloud. */
export const readReading = (storage: KeyValueStorage): boolean => storage.get(READING_KEY) === 'on'
export const writeReading = (storage: KeyValueStorage, isOn: boolean): void => storage.set(READING_KEY, isOn ? 'on' : '')

/** Language chosen on this tablet, if anybody has chosen one yet. */
export const readLocale = (storage: KeyValueStorage): string | undefined => storage.get(LOCALE_KEY)
export const writeLocale = (storage: KeyValueStorage, locale: string): void => storage.set(LOCALE_KEY, locale)

/** Languages that the server offered last, for screens opened before it can be asked. */
export const readLanguages = (storage: KeyValueStorage): readonly string[] | undefined => storage.get(LANGUAGES_KEY)?.split(' ')
export const writeLanguages = (storage: KeyValueStorage, locales: readonly Locale[]): void => storage.set(LANGUAGES_KEY, locales.join(' '))

/** Languages of the subtitles chosen on this tablet; undefined while nobody has chosen: those of the screen's language. */
export function readSubtitles(storage: KeyValueStorage): readonly Locale[] | undefined {
  const chosen = storage.get(SUBTITLES_KEY)
  return chosen === undefined || chosen === '' ? undefined : chosen.split(' ').filter(isLocale)
}
/** `none` stands for no subtitles, since an empty text is none at all. */
export const writeSubtitles = (storage: KeyValueStorage, locales: readonly Locale[]): void =>
  storage.set(SUBTITLES_KEY, locales.length === 0 ? 'none' : locales.join(' '))

export function readCueSize(storage: KeyValueStorage): CueSize {
  const size = storage.get(CUE_SIZE_KEY)
  return isCueSize(size) ? size : 'medium'
}
export const writeCueSize = (storage: KeyValueStorage, size: CueSize): void => storage.set(CUE_SIZE_KEY, size)
