/**
 * For servers, the import and the check of locale files: how texts of the interface are read and what a translation may be.
 * No client takes it: older televisions do not know the look-behind in its patterns.
 */
export { findHoleProblems } from './translation/holes.ts'
export { isWithin, type LocaleTexts, mixedKeys, parseJson, readTexts } from './translation/locale-texts.ts'
export { translationChangeSchema, translationIdSchema, translationSchema } from './translation/translation.ts'
export { translationExportSchema } from './translation/translation-export.ts'
