import * as z from 'zod'
import { assetSchema, postersSchema } from '../asset/asset.ts'
import {
  assetIdSchema,
  genreIdSchema,
  programmeIdSchema,
  quizIdSchema,
  regionCodeSchema,
  seriesIdSchema,
  staffIdSchema,
  troupeIdSchema,
} from '../id/id.ts'
import { lawReferenceSchema } from '../law/law.ts'
import { localizedTextSchema, shortLocalizedTextSchema } from '../locale/text-schema.ts'
import { pictureIdSchema } from '../picture/picture.ts'
import { chaptersSchema } from './chapter.ts'
import { creditsSchema } from './credit.ts'
import { rightsSchema } from './rights.ts'
import { programmeScheduleSchema } from './schedule.ts'

export const programmeKindSchema = z.enum(['performance', 'documentary', 'animation', 'lecture']).meta({ id: 'ProgrammeKind' })
/** Whom a work suits. Children's mode of the television shows what is for children, and nothing else. */
export const audienceSchema = z.enum(['everyone', 'children']).meta({ id: 'Audience' })
export const programmeStatusSchema = z.enum(['draft', 'published', 'taken-down']).meta({ id: 'ProgrammeStatus' })

const episodeOfSchema = z
  .strictObject({ seriesId: seriesIdSchema, season: z.int().min(1).max(99), episode: z.int().min(1).max(999) })
  .meta({ id: 'EpisodeOf' })

/** What staff write; `null` in a patch clears an optional member. */
export const programmeCreateSchema = z
  .strictObject({
    kind: programmeKindSchema,
    /** For everyone where nothing is said. */
    audience: audienceSchema.optional(),
    title: localizedTextSchema,
    synopsis: localizedTextSchema.optional(),
    genreId: genreIdSchema.optional(),
    troupeId: troupeIdSchema.optional(),
    regionCode: regionCodeSchema.optional(),
    episodeOf: episodeOfSchema.optional(),
    assetId: assetIdSchema.optional(),
    quizId: quizIdSchema.optional(),
    laws: z.array(lawReferenceSchema).max(50).optional(),
    chapters: chaptersSchema.optional(),
    /** Day of Beijing's calendar on which it was performed, or is to be. */
    performedOn: z.iso.date().optional(),
    venue: shortLocalizedTextSchema.optional(),
    credits: creditsSchema.optional(),
    rights: rightsSchema.optional(),
    /** Its poster, where it is another one than that of its film. */
    pictureId: pictureIdSchema.optional(),
  })
  .meta({ id: 'ProgrammeCreate' })

export const programmePatchSchema = z
  .strictObject({
    /** Revision the editor saw; a newer one on the server answers `stale-revision`, nothing is overwritten. */
    rev: z.int(),
    kind: programmeKindSchema.optional(),
    audience: audienceSchema.optional(),
    title: localizedTextSchema.optional(),
    synopsis: localizedTextSchema.nullable().optional(),
    genreId: genreIdSchema.nullable().optional(),
    troupeId: troupeIdSchema.nullable().optional(),
    regionCode: regionCodeSchema.nullable().optional(),
    episodeOf: episodeOfSchema.nullable().optional(),
    assetId: assetIdSchema.nullable().optional(),
    quizId: quizIdSchema.nullable().optional(),
    laws: z.array(lawReferenceSchema).max(50).optional(),
    /** Those of the film: with another `assetId` the old ones go, unless new ones come with it. */
    chapters: chaptersSchema.optional(),
    performedOn: z.iso.date().nullable().optional(),
    venue: shortLocalizedTextSchema.nullable().optional(),
    credits: creditsSchema.nullable().optional(),
    rights: rightsSchema.nullable().optional(),
    pictureId: pictureIdSchema.nullable().optional(),
  })
  .meta({ id: 'ProgrammePatch' })

/** What a programme says and shows: all that staff write in it. */
export const programmeContentSchema = programmeCreateSchema
  .extend({ audience: audienceSchema, laws: z.array(lawReferenceSchema) })
  .meta({ id: 'ProgrammeContent' })

/** A programme as staff see it: what they work on, which the public sees once it is published. */
export const programmeSchema = programmeContentSchema
  .extend({
    id: programmeIdSchema,
    rev: z.int(),
    status: programmeStatusSchema,
    /** 示例: made by the project to show the product, not a real work. */
    isSample: z.boolean(),
    /** Accounts that wrote in it, which therefore review none of it; unknown of what is older than the reviews. */
    writers: z.array(staffIdSchema).optional(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    publishedAt: z.iso.datetime().optional(),
    takenDownAt: z.iso.datetime().optional(),
    takenDownReason: z.string().optional(),
  })
  .meta({ id: 'Programme' })

/** Why it cannot be published now; empty = it can. Codes are keys of `problem.fields`. */
const publishBlockerSchema = z
  .enum([
    'title-zh-missing',
    'title-mong-missing',
    'title-cyrl-missing',
    'asset-missing',
    'asset-failed',
    'mongolian-without-chinese',
    'licence-over',
  ])
  .meta({ id: 'PublishBlocker' })

/** Of what is published: whether its licence lets the public see it now. Absent where that is not bound to any days. */
const licenceSchema = z
  .strictObject({ state: z.enum(['not-begun', 'running', 'over']), firstDay: z.iso.date().optional(), lastDay: z.iso.date().optional() })
  .meta({ id: 'Licence' })

export const staffProgrammeSchema = programmeSchema
  .extend({
    asset: assetSchema.optional(),
    posters: postersSchema.optional(),
    blockers: z.array(publishBlockerSchema),
    /** Of the version that was published last, which the public sees while the programme is published. */
    versionNumber: z.int().optional(),
    /** Whether there is anything that was not published. */
    isChanged: z.boolean(),
    licence: licenceSchema.optional(),
    schedule: programmeScheduleSchema.optional(),
  })
  .meta({ id: 'StaffProgramme' })

export type Audience = z.infer<typeof audienceSchema>
export type { Chapter, ChapterKind } from './chapter.ts'
export type { Credit, CreditRole } from './credit.ts'
export type { Rights } from './rights.ts'
export type ProgrammeKind = z.infer<typeof programmeKindSchema>
export type ProgrammeStatus = z.infer<typeof programmeStatusSchema>
export type EpisodeOf = z.infer<typeof episodeOfSchema>
export type ProgrammeCreate = z.infer<typeof programmeCreateSchema>
export type ProgrammePatch = z.infer<typeof programmePatchSchema>
export type Programme = z.infer<typeof programmeSchema>
export type ProgrammeContent = z.infer<typeof programmeContentSchema>
export type PublishBlocker = z.infer<typeof publishBlockerSchema>
export type StaffProgramme = z.infer<typeof staffProgrammeSchema>
