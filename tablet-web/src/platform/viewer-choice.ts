import type { KeyValueStorage } from '@ulan/player'
import type { Light } from './page-flow.ts'

const LIGHT_KEY = 'light'
const LOCALE_KEY = 'locale'

/** Colours chosen on this tablet. */
export const readLight = (storage: KeyValueStorage): Light => (storage.get(LIGHT_KEY) === 'sun' ? 'sun' : 'day')
export const writeLight = (storage: KeyValueStorage, light: Light): void => storage.set(LIGHT_KEY, light)

/** Language chosen on this tablet, if anybody has chosen one yet. */
export const readLocale = (storage: KeyValueStorage): string | undefined => storage.get(LOCALE_KEY)
export const writeLocale = (storage: KeyValueStorage, locale: string): void => storage.set(LOCALE_KEY, locale)
