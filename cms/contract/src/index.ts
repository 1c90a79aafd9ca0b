/** The words all rooms share: types, and pure functions without any library behind them. Validators are in `./schemas`. */
export type {
  Asset,
  AssetStatus,
  CueSheet,
  CueSheetEdit,
  ExtraLadder,
  LadderReason,
  NewTrack,
  Posters,
  RungProgress,
  SourceSummary,
  TrackEdit,
} from './asset/asset.ts'
export type { EncodingPolicy } from './asset/encoding-policy.ts'
export type { MediaFigures, MediaLibrary, MediaUses } from './asset/media-library.ts'
export { isSoundLanguage, SOUND_LANGUAGES, type SoundLanguage, soundLanguageOf, subtitleLocaleOf } from './asset/sound-language.ts'
export type { AuditActor, AuditEntry, AuditPage, AuditQuery, AuditRecord } from './audit/audit.ts'
export type { Beacon, BeaconBatch, PlayEnd, Quality, QualityDay } from './beacon/beacon.ts'
export type {
  Audience,
  Chapter,
  ChapterKind,
  Credit,
  CreditRole,
  EpisodeOf,
  Programme,
  ProgrammeContent,
  ProgrammeCreate,
  ProgrammeKind,
  ProgrammePatch,
  ProgrammeStatus,
  PublishBlocker,
  Rights,
  StaffProgramme,
} from './catalog/programme.ts'
export {
  type Campaign,
  CREDIT_ROLES,
  campaignSpans,
  chapterProblems,
  coversRegion,
  creditProblems,
  type HomeLayout,
  type HomeLayoutPatch,
  type HomePreview,
  type HomePreviewWish,
  isWithin,
  licenceSpan,
  missingTitles,
  PAGE_ROWS,
  type Picture,
  type PictureCreate,
  type PictureCrop,
  type PictureId,
  type PlacedRail,
  type ProgrammeSchedule,
  type ProgrammeVersion,
  postersOfPicture,
  type RestoredProgramme,
  rightsProblems,
  type ScheduleChange,
  type ScheduledAct,
  type ScheduleEntry,
  type ScheduleHindrance,
  type Span,
  type StaffListQuery,
  type StaffProgrammePage,
  type StaffSeries,
  type TrashedProgramme,
  type TvPreview,
  yearsLater,
} from './catalog/programme-rules.ts'
export type { Card, EpisodeCard, Hero, Home, Playback, ProgrammeDetail, SearchResult, SeriesDetail } from './catalog/public.ts'
export type { Rail, RailEntry, ShowTime } from './catalog/rail.ts'
export type { Season, Series, SeriesCreate } from './catalog/series.ts'
export type { StarterCatalogue } from './catalog/starter-catalogue.ts'
export type { Genre, Region, Troupe } from './catalog/vocabulary.ts'
export type {
  AssetId,
  AttemptId,
  CampaignId,
  GenreId,
  LawId,
  ProgrammeId,
  QuestionId,
  QuizId,
  RailId,
  RegionCode,
  SeriesId,
  StaffId,
  StaffSessionId,
  TroupeId,
} from './id/id.ts'
export type { CitedArticle, Law, LawArticle, LawLevel, LawReference } from './law/law.ts'
export { cleanText, hasPrivateUse } from './locale/clean-text.ts'
export { foldText } from './locale/fold-text.ts'
export { formatCount } from './locale/format-number.ts'
export { type FormatWords, formatAgo, formatClock, formatDate, formatDuration, formatTimeOfDay } from './locale/format-time.ts'
export {
  BASE_LOCALE,
  isLocale,
  isVertical,
  LOCALE_NAMES,
  LOCALES,
  type Locale,
  type LocalizedText,
  type LocalText,
  languagesToOffer,
  localeFromTags,
  pickText,
} from './locale/locale.ts'
export { done, type Outcome, type Refusal, refuse, refuseForNow } from './outcome/outcome.ts'
export type { FieldProblem, Problem } from './problem/problem-schema.ts'
export { PROBLEMS, type ProblemName, problemName, problemType } from './problem/problem-types.ts'
export type { Answer, Attempt, AttemptCreate, AttemptReceipt, PlayableQuestion, PlayableQuiz, Question, Quiz, Score } from './quiz/quiz.ts'
export { scoreAttempt } from './quiz/score-attempt.ts'
export type { PlayableRecording, Recording, RecordingCreate, SpokenText } from './recording/recording.ts'
export {
  CHECKS_OF_STEP,
  isReviewOfItsOwn,
  QUEUE_SHARES,
  type QueuedReview,
  type QueueShare,
  REVIEW_PATHS,
  REVIEW_STEPS,
  type Remark,
  type RemarkAnchor,
  type RemarkCreate,
  type Review,
  type ReviewCheck,
  type ReviewPath,
  type ReviewPolicy,
  type ReviewQueuePage,
  type ReviewQueueQuery,
  type ReviewSign,
  type ReviewSignature,
  type ReviewState,
  type ReviewStep,
  type ReviewSubmit,
  ROLE_OF_STEP,
  STEPS_OF_PATH,
} from './review/review-rules.ts'
export { PERMISSIONS, type Permission, ROLES, type Role } from './session/roles.ts'
export type { Session, SessionCreate } from './session/session.ts'
export { type LanguagePolicy, NO_SETTINGS, type Settings, type SettingsChange, type SettingsPatch } from './settings/no-settings.ts'
export { isStaffAddress, LEAST_PASSWORD_CHARACTERS } from './staff/sign-in-rules.ts'
export type {
  AccessLink,
  Invitation,
  InvitedAccount,
  SecondFactor,
  StaffAccount,
  StaffAccountCreate,
  StaffAccountPatch,
  StaffSession,
  StaffStanding,
} from './staff/staff-account.ts'
export type { AssetUse, Leaving, Retention, RetentionPatch, StorageReport, StoredTitle } from './storage/storage.ts'
export {
  type LeavingFiles,
  STORED_KINDS,
  type StorageCount,
  type StoredAmount,
  type StoredAsset,
  type StoredKind,
} from './storage/stored-kinds.ts'
export { contrastRatio } from './theme/contrast.ts'
export { DAY, NIGHT, NIGHT_HIGH, type Palette, SUN } from './theme/palette.ts'
export { FONT_FAMILIES, FONT_STACKS, isOfStartLetters, TABLET_TYPE, TV_TYPE } from './theme/type-scale.ts'
export {
  type ShippedText,
  TEXT_ROOMS,
  TEXT_STATUSES,
  type TextRoom,
  type TextStatus,
  TRANSLATED_LOCALES,
  type TranslatedLocale,
} from './translation/text-files.ts'
export type {
  Translation,
  TranslationChange,
  TranslationId,
  TranslationPatch,
  TranslationProposal,
  TranslationQuery,
  TranslationReview,
  TranslationState,
} from './translation/translation.ts'
export type { TranslationExport } from './translation/translation-export.ts'
