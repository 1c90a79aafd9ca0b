/** How far a text of the interface is trusted: `own` ones are the project's own words, `derived` ones follow from attested words. */
export const TEXT_STATUSES = ['reviewed', 'attested', 'derived', 'own', 'missing'] as const
export type TextStatus = (typeof TEXT_STATUSES)[number]

/** Languages that the interface is translated into; Chinese is what it is written in. */
export const TRANSLATED_LOCALES = ['mn-Mong', 'mn-Cyrl'] as const
export type TranslatedLocale = (typeof TRANSLATED_LOCALES)[number]

/** Rooms that texts of the interface lie in, each in its folder `locales`; the contract's are shown by all. */
export const TEXT_ROOMS = {
  contract: 'cms/contract',
  admin: 'cms/admin',
  'front-page': 'cms/src/http',
  'tv-app': 'tv-app',
  'tablet-web': 'tablet-web',
} as const
export type TextRoom = keyof typeof TEXT_ROOMS

/** One text of the interface in one language, as this release has it. */
export type ShippedText = {
  readonly locale: TranslatedLocale
  /** Room and name of its file: `tv-app/tv`. */
  readonly file: string
  /** Parts joined by dots. */
  readonly key: string
  readonly chinese: string
  /** Empty: not translated yet. */
  readonly text: string
  readonly status: TextStatus
}
