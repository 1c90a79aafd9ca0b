import * as z from 'zod'
import { programmeKindSchema } from '../catalog/programme.ts'
import { cardSchema, homeSchema, playbackSchema, programmeDetailSchema, searchResultSchema, seriesDetailSchema } from '../catalog/public.ts'
import { genreSchema, regionSchema, troupeSchema } from '../catalog/vocabulary.ts'
import { attemptIdSchema, programmeIdSchema, regionCodeSchema, seriesIdSchema } from '../id/id.ts'
import { lawSchema } from '../law/law.ts'
import { localeSchema } from '../locale/text-schema.ts'
import { attemptCreateSchema, attemptReceiptSchema, attemptSchema } from '../quiz/quiz.ts'
import { sessionCreateSchema, sessionSchema } from '../session/session.ts'

import { byLocale, listOf, type Route } from './route.ts'

const programmeParams = z.strictObject({ id: programmeIdSchema })

/** What anybody may ask, and signing in. */
export const PUBLIC_ROUTES = {
  createSession: {
    method: 'post',
    path: '/session',
    access: 'public',
    summary: 'Sign in',
    body: sessionCreateSchema,
    answer: sessionSchema,
    status: 200,
    problems: ['bad-credentials', 'too-many-requests', 'cross-site-request'],
  },
  readSession: {
    method: 'get',
    path: '/session',
    access: 'staff',
    summary: 'Who is signed in',
    answer: sessionSchema,
    status: 200,
    problems: [],
  },
  deleteSession: {
    method: 'delete',
    path: '/session',
    access: 'staff',
    summary: 'Sign out',
    status: 204,
    problems: [],
  },
  readHome: {
    method: 'get',
    path: '/home',
    access: 'public',
    summary: 'Home screen: heroes and rails',
    query: z.object({ locale: localeSchema.optional(), device: z.enum(['tv', 'tablet']).optional(), region: regionCodeSchema.optional() }),
    answer: homeSchema,
    status: 200,
    problems: [],
  },
  listProgrammes: {
    method: 'get',
    path: '/programmes',
    access: 'public',
    summary: 'All published programmes as cards',
    query: byLocale.extend({ kind: programmeKindSchema.optional() }),
    answer: listOf(cardSchema),
    status: 200,
    problems: [],
  },
  readProgramme: {
    method: 'get',
    path: '/programmes/{id}',
    access: 'public',
    summary: 'One published programme',
    params: programmeParams,
    query: byLocale,
    answer: programmeDetailSchema,
    status: 200,
    problems: [],
  },
  readPlayback: {
    method: 'get',
    path: '/programmes/{id}/playback',
    access: 'public',
    summary: 'What a player needs',
    params: programmeParams,
    answer: playbackSchema,
    status: 200,
    problems: [],
  },
  searchProgrammes: {
    method: 'get',
    path: '/search',
    access: 'public',
    summary: 'Programmes and series by words, by pinyin or its initials, in any of the scripts',
    query: byLocale.extend({ q: z.string().max(100) }),
    answer: searchResultSchema,
    status: 200,
    problems: [],
  },
  readSeries: {
    method: 'get',
    path: '/series/{id}',
    access: 'public',
    summary: 'A series with its published episodes',
    params: z.strictObject({ id: seriesIdSchema }),
    query: byLocale,
    answer: seriesDetailSchema,
    status: 200,
    problems: [],
  },
  createAttempt: {
    method: 'post',
    path: '/attempts',
    access: 'public',
    summary: 'Hand in a quiz attempt; repeating it is harmless',
    body: attemptCreateSchema,
    answer: attemptReceiptSchema,
    status: 201,
    againStatus: 200,
    problems: ['attempt-conflict', 'too-many-requests'],
  },
  readAttempt: {
    method: 'get',
    path: '/attempts/{id}',
    access: 'staff',
    summary: 'One stored attempt',
    params: z.strictObject({ id: attemptIdSchema }),
    answer: attemptSchema,
    status: 200,
    problems: [],
  },
  listLaws: {
    method: 'get',
    path: '/laws',
    access: 'public',
    summary: 'Laws and their articles',
    answer: listOf(lawSchema),
    status: 200,
    problems: [],
  },
  listGenres: {
    method: 'get',
    path: '/genres',
    access: 'public',
    summary: 'Genres',
    answer: listOf(genreSchema),
    status: 200,
    problems: [],
  },
  listTroupes: {
    method: 'get',
    path: '/troupes',
    access: 'public',
    summary: 'Troupes',
    answer: listOf(troupeSchema),
    status: 200,
    problems: [],
  },
  listRegions: {
    method: 'get',
    path: '/regions',
    access: 'public',
    summary: 'Leagues, cities, banners and counties',
    answer: listOf(regionSchema),
    status: 200,
    problems: [],
  },
} as const satisfies Record<string, Route>
