import type { TranslatedLocale, Translation, TranslationExport } from '@ulan/contract'

/** Whether the release already has what staff want it to have. */
const isShipped = ({ proposal, shipped, shippedStatus }: Translation): boolean => shippedStatus === 'reviewed' && proposal?.text === shipped

/** Reviewed texts of a language that the release does not have yet, in the order of its files. */
export function exportTranslations(translations: readonly Translation[], locale: TranslatedLocale, exportedAt: string): TranslationExport {
  const files: TranslationExport['files'] = {}
  for (const translation of translations) {
    const { file, key, proposal, state } = translation
    if (translation.locale !== locale || state !== 'reviewed' || proposal === undefined || isShipped(translation)) continue
    files[file] = { ...files[file], [key]: { chinese: proposal.chinese, text: proposal.text } }
  }
  return { format: 'ulan-translations', version: 1, locale, exportedAt, files }
}
