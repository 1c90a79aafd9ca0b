import * as z from 'zod'
import { cleanText } from '../locale/clean-text.ts'
import { TEXT_STATUSES, TRANSLATED_LOCALES } from './text-files.ts'

/** Twenty times the longest Chinese one, in UTF-16 units. */
const MOST_UNITS = 2_000

/** Language, room, file and key: `mn-Mong.tv-app.tv.kind.lecture`. */
export const translationIdSchema = z
  .string()
  .regex(/^mn-(Mong|Cyrl)\.[a-z-]{1,40}\.[a-z-]{1,40}\.[\w.-]{1,200}$/)
  .brand<'TranslationId'>()
  .meta({ id: 'TranslationId' })
export const translatedLocaleSchema = z.enum(TRANSLATED_LOCALES).meta({ id: 'TranslatedLocale' })
export const translationStateSchema = z.enum(['missing', 'unreviewed', 'reviewed', 'stale']).meta({ id: 'TranslationState' })

/** A translation that staff wrote or passed, kept beside what the release has. */
const proposalSchema = z
  .strictObject({
    text: z.string(),
    /** The Chinese text that it was made for. */
    chinese: z.string(),
    state: z.enum(['proposed', 'reviewed']),
    /** Who wrote it; left out where somebody passed the text of the release as it is. */
    proposedBy: z.string().optional(),
    proposedAt: z.iso.datetime().optional(),
    reviewedBy: z.string().optional(),
    reviewedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'TranslationProposal' })

/** One text of the interface in one language: what the release has, and what staff have besides. */
export const translationSchema = z
  .strictObject({
    id: translationIdSchema,
    locale: translatedLocaleSchema,
    file: z.string(),
    key: z.string(),
    chinese: z.string(),
    /** What this release shows; empty: the Chinese. */
    shipped: z.string(),
    shippedStatus: z.enum(TEXT_STATUSES),
    proposal: proposalSchema.optional(),
    /** `stale`: the Chinese has changed since the proposal was made. */
    state: translationStateSchema,
    /** 0: staff never touched it. */
    rev: z.int(),
  })
  .meta({ id: 'Translation' })

/** `rev` and `chinese` are those that were read. */
export const translationPatchSchema = z
  .strictObject({ rev: z.int(), chinese: z.string().max(MOST_UNITS), text: z.string().overwrite(cleanText).max(MOST_UNITS) })
  .meta({ id: 'TranslationPatch' })

/** What was read and is right as it stands. */
export const translationReviewSchema = z
  .strictObject({ rev: z.int(), chinese: z.string().max(MOST_UNITS), text: z.string().max(MOST_UNITS) })
  .meta({ id: 'TranslationReview' })

/** One change for good: who made it, when, and what stood there before and after; nothing stood there where it is left out. */
export const translationChangeSchema = z
  .strictObject({
    id: translationIdSchema,
    /** The revision that it made. */
    rev: z.int(),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
    before: proposalSchema.optional(),
    after: proposalSchema.optional(),
  })
  .meta({ id: 'TranslationChange' })

export const translationQuerySchema = z.object({
  locale: translatedLocaleSchema.optional(),
  state: translationStateSchema.optional(),
  file: z.string().max(100).optional(),
})

export type TranslationId = z.infer<typeof translationIdSchema>
export type TranslationState = z.infer<typeof translationStateSchema>
export type TranslationProposal = z.infer<typeof proposalSchema>
export type Translation = z.infer<typeof translationSchema>
export type TranslationPatch = z.infer<typeof translationPatchSchema>
export type TranslationReview = z.infer<typeof translationReviewSchema>
export type TranslationChange = z.infer<typeof translationChangeSchema>
export type TranslationQuery = z.infer<typeof translationQuerySchema>
