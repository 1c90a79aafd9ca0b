import * as z from 'zod'
import { postersSchema } from '../asset/asset.ts'
import { genreIdSchema, programmeIdSchema, railIdSchema, regionCodeSchema, seriesIdSchema, troupeIdSchema } from '../id/id.ts'
import { citedArticleSchema } from '../law/law.ts'
import { localeSchema, localTextSchema } from '../locale/text-schema.ts'
import { playableQuizSchema } from '../quiz/quiz.ts'
import { chapterSchema } from './chapter.ts'
import { creditRoleSchema } from './credit.ts'
import { programmeKindSchema } from './programme.ts'

const cardCommon = {
  programmeKind: programmeKindSchema,
  title: localTextSchema,
  /** One short line: genre and troupe, or how many episodes. */
  caption: localTextSchema.optional(),
  posters: postersSchema.optional(),
  durationSeconds: z.number().optional(),
  /** False while its clip is being prepared (准备中). */
  isPlayable: z.boolean(),
  isSample: z.boolean(),
}

/** One entry of a rail. */
export const cardSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('programme'), id: programmeIdSchema, ...cardCommon }),
    z.strictObject({ kind: z.literal('series'), id: seriesIdSchema, episodeCount: z.int(), ...cardCommon }),
  ])
  .meta({ id: 'Card' })

const heroSchema = z.strictObject({ card: cardSchema, synopsis: localTextSchema }).meta({ id: 'Hero' })

export const homeSchema = z
  .strictObject({
    snapshot: z.string(),
    locale: localeSchema,
    /** What viewers may choose, in the order in which they see it; Chinese is the first. */
    languages: z.array(localeSchema),
    heroes: z.array(heroSchema),
    rails: z.array(
      z.strictObject({
        id: railIdSchema,
        title: localTextSchema,
        cards: z.array(cardSchema),
        /** The place of what was left half way on this device, which alone knows it: `cards` is empty. */
        isResume: z.literal(true).optional(),
      }),
    ),
  })
  .meta({ id: 'Home' })

const episodeCardSchema = z
  .strictObject({ season: z.int(), episode: z.int(), synopsis: localTextSchema, card: cardSchema })
  .meta({ id: 'EpisodeCard' })

export const searchResultSchema = z
  .strictObject({
    /** How many fit; at most 60 of them are listed. */
    total: z.int(),
    items: z.array(cardSchema),
  })
  .meta({ id: 'SearchResult' })

export const programmeDetailSchema = z
  .strictObject({
    id: programmeIdSchema,
    programmeKind: programmeKindSchema,
    title: localTextSchema,
    synopsis: localTextSchema,
    posters: postersSchema.optional(),
    durationSeconds: z.number().optional(),
    isPlayable: z.boolean(),
    isSample: z.boolean(),
    genre: z.strictObject({ id: genreIdSchema, name: localTextSchema }).optional(),
    troupe: z.strictObject({ id: troupeIdSchema, name: localTextSchema }).optional(),
    region: z.strictObject({ code: regionCodeSchema, name: localTextSchema }).optional(),
    /** Day of Beijing's calendar. */
    performedOn: z.iso.date().optional(),
    venue: localTextSchema.optional(),
    credits: z.array(z.strictObject({ role: creditRoleSchema, names: localTextSchema })).optional(),
    episodeOf: z.strictObject({ seriesId: seriesIdSchema, seriesTitle: localTextSchema, season: z.int(), episode: z.int() }).optional(),
    nextEpisode: episodeCardSchema.optional(),
    laws: z.array(citedArticleSchema),
    quiz: playableQuizSchema.optional(),
    related: z.array(cardSchema),
  })
  .meta({ id: 'ProgrammeDetail' })

export const seriesDetailSchema = z
  .strictObject({
    id: seriesIdSchema,
    programmeKind: programmeKindSchema,
    title: localTextSchema,
    synopsis: localTextSchema,
    posters: postersSchema.optional(),
    isSample: z.boolean(),
    seasons: z.array(z.strictObject({ number: z.int(), title: localTextSchema.optional(), episodes: z.array(episodeCardSchema) })),
  })
  .meta({ id: 'SeriesDetail' })

export const playbackSchema = z
  .strictObject({
    programmeId: programmeIdSchema,
    playlistUrl: z.string(),
    durationSeconds: z.number(),
    posters: postersSchema.optional(),
    audio: z.array(z.strictObject({ locale: localeSchema, name: z.string(), isDefault: z.boolean() })),
    subtitles: z.array(z.strictObject({ locale: localeSchema, name: z.string(), url: z.string() })),
    /** Places on the time line; a quiz at the end has `atSeconds` = duration. */
    marks: z.array(z.strictObject({ kind: z.literal('quiz'), atSeconds: z.number() })),
    /** Parts of the film in their order, none over another or beyond its end; absent where nobody marked any. */
    chapters: z.array(chapterSchema).optional(),
    /** WebVTT list of small pictures along the title, each a piece (`#xywh=`) of a sheet beside the list. */
    storyboardUrl: z.string().optional(),
    nextProgrammeId: programmeIdSchema.optional(),
  })
  .meta({ id: 'Playback' })

export type Card = z.infer<typeof cardSchema>
export type Hero = z.infer<typeof heroSchema>
export type Home = z.infer<typeof homeSchema>
export type SearchResult = z.infer<typeof searchResultSchema>
export type EpisodeCard = z.infer<typeof episodeCardSchema>
export type ProgrammeDetail = z.infer<typeof programmeDetailSchema>
export type SeriesDetail = z.infer<typeof seriesDetailSchema>
export type Playback = z.infer<typeof playbackSchema>
