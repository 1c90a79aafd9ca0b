import type { TranslatedLocale, Translation, TranslationExport, TranslationQuery } from '@ulan/contract'
import { exportTranslations } from '../domain/translation/export-translations.ts'
import { presentTranslation } from '../domain/translation/present-translation.ts'
import type { TranslationNeeds } from './edit-translation.ts'

/** Texts of the interface that fit all that is asked, in the order of their files. */
export async function listTranslations(
  { shipped, translations }: Pick<TranslationNeeds, 'shipped' | 'translations'>,
  asked: TranslationQuery,
): Promise<readonly Translation[]> {
  const kept = new Map((await translations.listAll()).map((one) => [one.id, one]))
  return [...shipped]
    .map(([id, text]) => presentTranslation(text, kept.get(id)))
    .filter(
      ({ locale, state, file }) => (asked.locale ?? locale) === locale && (asked.state ?? state) === state && (asked.file ?? file) === file,
    )
}

/** What staff have ready for the engineers, in one language. */
export async function readExport(needs: TranslationNeeds, locale: TranslatedLocale): Promise<TranslationExport> {
  return exportTranslations(await listTranslations(needs, { locale }), locale, needs.clock().toISOString())
}
