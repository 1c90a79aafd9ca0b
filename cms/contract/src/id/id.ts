import * as z from 'zod'

const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'id')

export const programmeIdSchema = idSchema.brand<'ProgrammeId'>().meta({ id: 'ProgrammeId' })
export const seriesIdSchema = idSchema.brand<'SeriesId'>().meta({ id: 'SeriesId' })
export const troupeIdSchema = idSchema.brand<'TroupeId'>().meta({ id: 'TroupeId' })
export const genreIdSchema = idSchema.brand<'GenreId'>().meta({ id: 'GenreId' })
export const railIdSchema = idSchema.brand<'RailId'>().meta({ id: 'RailId' })
export const campaignIdSchema = idSchema.brand<'CampaignId'>().meta({ id: 'CampaignId' })
export const assetIdSchema = idSchema.brand<'AssetId'>().meta({ id: 'AssetId' })
export const quizIdSchema = idSchema.brand<'QuizId'>().meta({ id: 'QuizId' })
export const questionIdSchema = idSchema.brand<'QuestionId'>().meta({ id: 'QuestionId' })
export const lawIdSchema = idSchema.brand<'LawId'>().meta({ id: 'LawId' })
/** Six digits of GB/T 2260. */
export const regionCodeSchema = z
  .string()
  .regex(/^\d{6}$/)
  .brand<'RegionCode'>()
  .meta({ id: 'RegionCode' })
/** Made by the device that took the quiz, so that sending it twice stores it once. */
export const attemptIdSchema = z.uuid().brand<'AttemptId'>().meta({ id: 'AttemptId' })

/** Of an account, as the store makes them. */
export const staffIdSchema = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .brand<'StaffId'>()
  .meta({ id: 'StaffId' })
export const staffSessionIdSchema = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .brand<'StaffSessionId'>()
  .meta({ id: 'StaffSessionId' })

export type ProgrammeId = z.infer<typeof programmeIdSchema>
export type SeriesId = z.infer<typeof seriesIdSchema>
export type TroupeId = z.infer<typeof troupeIdSchema>
export type GenreId = z.infer<typeof genreIdSchema>
export type RailId = z.infer<typeof railIdSchema>
export type CampaignId = z.infer<typeof campaignIdSchema>
export type AssetId = z.infer<typeof assetIdSchema>
export type QuizId = z.infer<typeof quizIdSchema>
export type QuestionId = z.infer<typeof questionIdSchema>
export type LawId = z.infer<typeof lawIdSchema>
export type RegionCode = z.infer<typeof regionCodeSchema>
export type AttemptId = z.infer<typeof attemptIdSchema>
export type StaffId = z.infer<typeof staffIdSchema>
export type StaffSessionId = z.infer<typeof staffSessionIdSchema>
