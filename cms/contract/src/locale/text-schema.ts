import * as z from 'zod'
import { LOCALES } from './locale.ts'

export const localeSchema = z.enum(LOCALES).meta({ id: 'Locale' })

/** A text staff may leave unfinished; at most 4,000 UTF-16 units, never trimmed (Mongolian controls matter). */
export const localizedTextSchema = z
  .strictObject({
    'zh-Hans': z.string().max(4000).optional(),
    'mn-Mong': z.string().max(4000).optional(),
    'mn-Cyrl': z.string().max(4000).optional(),
  })
  .meta({ id: 'LocalizedText' })

export const localTextSchema = z.strictObject({ text: z.string(), locale: localeSchema }).meta({ id: 'LocalText' })
