import * as z from 'zod'
import { cleanText } from './clean-text.ts'
import { LOCALES } from './locale.ts'

export const localeSchema = z.enum(LOCALES).meta({ id: 'Locale' })

const textsUpTo = (units: number) => {
  const text = z.string().overwrite(cleanText).max(units).optional()
  return z.strictObject({ 'zh-Hans': text, 'mn-Mong': text, 'mn-Cyrl': text })
}

/** A text staff may leave unfinished; cleaned, then at most 4,000 UTF-16 units. */
export const localizedTextSchema = textsUpTo(4000).meta({ id: 'LocalizedText' })
/** A line of such a text: names, a place; at most 300 UTF-16 units. */
export const shortLocalizedTextSchema = textsUpTo(300).meta({ id: 'ShortLocalizedText' })

export const localTextSchema = z.strictObject({ text: z.string(), locale: localeSchema }).meta({ id: 'LocalText' })
