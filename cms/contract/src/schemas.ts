/**
 * For the edge of a server (or a test): validators, and problems in words. It brings zod and every sentence along, so
 * clients import from the package root instead.
 */
export { assetSchema, assetStatusSchema, postersSchema } from './asset/asset.ts'
export { programmeCreateSchema, programmePatchSchema, programmeSchema, staffProgrammeSchema } from './catalog/programme.ts'
export { cardSchema, homeSchema, playbackSchema, programmeDetailSchema, searchResultSchema, seriesDetailSchema } from './catalog/public.ts'
export { railSchema } from './catalog/rail.ts'
export { seriesCreateSchema, seriesSchema } from './catalog/series.ts'
export { starterCatalogueSchema } from './catalog/starter-catalogue.ts'
export { genreSchema, regionSchema, troupeSchema } from './catalog/vocabulary.ts'
export {
  assetIdSchema,
  attemptIdSchema,
  genreIdSchema,
  lawIdSchema,
  programmeIdSchema,
  questionIdSchema,
  quizIdSchema,
  railIdSchema,
  regionCodeSchema,
  seriesIdSchema,
  troupeIdSchema,
} from './id/id.ts'
export { lawSchema } from './law/law.ts'
export { localeSchema, localizedTextSchema } from './locale/text-schema.ts'
export { fieldProblems } from './problem/field-problems.ts'
export { describeProblem } from './problem/problem-document.ts'
export { problemSchema } from './problem/problem-schema.ts'
export { localeOfHeader, type ProblemLanguage, problemLanguageOfHeader, problemSentence } from './problem/problem-text.ts'
export { attemptCreateSchema, attemptReceiptSchema, attemptSchema, playableQuizSchema, questionSchema, quizSchema } from './quiz/quiz.ts'
export type { BindRoute, RouteBinding, RouteInput, RouteMember } from './routes/route-binding.ts'
export { problemsOf } from './routes/route-problems.ts'
export { type Access, ROUTES, type Route, type RouteName } from './routes/route-table.ts'
export { roleSchema, sessionCreateSchema, sessionSchema } from './session/session.ts'
export { settingsChangeSchema, settingsPatchSchema, settingsSchema } from './settings/settings.ts'
