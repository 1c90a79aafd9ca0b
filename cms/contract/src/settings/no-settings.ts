import type { Settings } from './settings.ts'

/** Before anybody has set anything. */
export const NO_SETTINGS: Settings = { organiser: '', filingNumber: '', licenceNumber: '', rev: 0 }
