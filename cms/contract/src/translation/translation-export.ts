import * as z from 'zod'
import { translatedLocaleSchema } from './translation.ts'

/** Reviewed texts on their way into the source tree: by file, by key, each with the Chinese that it was made for. */
export const translationExportSchema = z
  .strictObject({
    format: z.literal('ulan-translations'),
    version: z.literal(1),
    locale: translatedLocaleSchema,
    exportedAt: z.iso.datetime(),
    files: z.record(z.string(), z.record(z.string(), z.strictObject({ chinese: z.string(), text: z.string().min(1) }))),
  })
  .meta({ id: 'TranslationExport' })

export type TranslationExport = z.infer<typeof translationExportSchema>
