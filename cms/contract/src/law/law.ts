import * as z from 'zod'
import { lawIdSchema } from '../id/id.ts'

/** Levels of 立法法, highest first. */
const lawLevelSchema = z
  .enum([
    'constitution',
    'law',
    'administrative_regulation',
    'department_rule',
    'local_regulation_autonomous_region',
    'local_regulation_city',
    'autonomous_or_separate_regulation',
    'government_rule',
    'judicial_interpretation',
  ])
  .meta({ id: 'LawLevel' })

/** One numbered article of a statute, e.g. 第五十五条; paragraphs are separated by a line feed. */
const lawArticleSchema = z.strictObject({ number: z.string(), text: z.string() }).meta({ id: 'LawArticle' })

export const lawSchema = z
  .strictObject({
    id: lawIdSchema,
    level: lawLevelSchema,
    title: z.string(),
    issuedBy: z.string(),
    effectiveFrom: z.iso.date(),
    lastAmended: z.iso.date().optional(),
    source: z.string(),
    articles: z.array(lawArticleSchema),
  })
  .meta({ id: 'Law' })

export const lawReferenceSchema = z.strictObject({ lawId: lawIdSchema, article: z.string().max(40) }).meta({ id: 'LawReference' })

/** An article as viewers read it. */
export const citedArticleSchema = z
  .strictObject({ lawId: lawIdSchema, lawTitle: z.string(), article: z.string(), text: z.string() })
  .meta({ id: 'CitedArticle' })

export type LawLevel = z.infer<typeof lawLevelSchema>
export type LawArticle = z.infer<typeof lawArticleSchema>
export type Law = z.infer<typeof lawSchema>
export type LawReference = z.infer<typeof lawReferenceSchema>
export type CitedArticle = z.infer<typeof citedArticleSchema>
