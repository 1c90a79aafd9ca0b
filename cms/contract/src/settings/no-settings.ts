import { BASE_LOCALE, LOCALES } from '../locale/locale.ts'
import type { LanguagePolicy, ReviewPolicy, Settings } from './settings.ts'

const ALL_LANGUAGES: LanguagePolicy = { offered: [...LOCALES], required: [BASE_LOCALE] }

const NO_REVIEW: ReviewPolicy = { policy: 'off', isUrgentAllowed: false }

/** Before anybody has set anything. */
export const NO_SETTINGS: Settings = {
  organiser: '',
  filingNumber: '',
  licenceNumber: '',
  languages: ALL_LANGUAGES,
  review: NO_REVIEW,
  rev: 0,
}

export type { LanguagePolicy, Settings, SettingsChange, SettingsPatch } from './settings.ts'
