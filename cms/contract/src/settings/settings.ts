import * as z from 'zod'
import { reviewPolicySchema } from '../review/review.ts'
import { languagePolicySchema } from './language-policy.ts'

const line = z.string().max(200)

/** What is set for an installation as a whole. */
export const settingsSchema = z
  .strictObject({
    /** The office that runs it; empty where there is nothing to say yet, as the two below. */
    organiser: line,
    /** ICP 备案号. */
    filingNumber: line,
    /** 信息网络传播视听节目许可证号. */
    licenceNumber: line,
    languages: languagePolicySchema,
    review: reviewPolicySchema,
    rev: z.int(),
  })
  .meta({ id: 'Settings' })

const anySettings = settingsSchema.omit({ rev: true }).partial()

/** What is left out stays; `rev` is the revision that was read. */
export const settingsPatchSchema = anySettings.extend({ rev: z.int() }).meta({ id: 'SettingsPatch' })

/** One change for good: who made it, when, and what stood there before and after. */
export const settingsChangeSchema = z
  .strictObject({
    /** The revision that it made. */
    rev: z.int(),
    changedAt: z.iso.datetime(),
    changedBy: z.string(),
    /** Of all settings those that it changed. */
    before: anySettings,
    after: anySettings,
  })
  .meta({ id: 'SettingsChange' })

export type { ReviewPolicy } from '../review/review.ts'
export type { LanguagePolicy } from './language-policy.ts'
export type Settings = z.infer<typeof settingsSchema>
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
export type SettingsChange = z.infer<typeof settingsChangeSchema>
