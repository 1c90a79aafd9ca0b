import * as z from 'zod'
import { cleanText } from './clean-text.ts'
import { LOCALES } from './locale.ts'

export const localeSchema = z.enum(LOCALES).meta({ id: 'Locale' })

const text = z.string().overwrite(cleanText).max(4000).optional()

/** A text staff may leave unfinished; cleaned, then at most 4,000 UTF-16 units. */
export const localizedTextSchema = z
  .strictObject({
    'zh-Hans': text,
    'mn-Mong': text,
    'mn-Cyrl': text,
  })
  .meta({ id: 'LocalizedText' })

export const localTextSchema = z.strictObject({ text: z.string(), locale: localeSchema }).meta({ id: 'LocalText' })
