import { BASE_LOCALE, LOCALES } from '../locale/locale.ts'
import type { LanguagePolicy } from './language-policy.ts'
import type { Settings } from './settings.ts'

const ALL_LANGUAGES: LanguagePolicy = { offered: [...LOCALES], required: [BASE_LOCALE] }

/** Before anybody has set anything. */
export const NO_SETTINGS: Settings = { organiser: '', filingNumber: '', licenceNumber: '', languages: ALL_LANGUAGES, rev: 0 }
