import type {
  AccessLink,
  Asset,
  AssetId,
  AuditEntry,
  AuditPage,
  AuditQuery,
  CueSheet,
  CueSheetEdit,
  EncodingPolicy,
  ExtraLadder,
  Genre,
  HomeLayout,
  HomeLayoutPatch,
  HomePreview,
  HomePreviewWish,
  Invitation,
  InvitedAccount,
  Law,
  Locale,
  NewTrack,
  Picture,
  PictureCreate,
  Programme,
  ProgrammeCreate,
  ProgrammeId,
  ProgrammePatch,
  ProgrammeVersion,
  Quality,
  Question,
  Quiz,
  Recording,
  RecordingCreate,
  Region,
  RemarkCreate,
  RestoredProgramme,
  Retention,
  RetentionPatch,
  Review,
  ReviewQueuePage,
  ReviewQueueQuery,
  ReviewSign,
  ReviewSubmit,
  ScheduleChange,
  ScheduleEntry,
  SecondFactor,
  Series,
  SeriesCreate,
  Session,
  SessionCreate,
  Settings,
  SettingsChange,
  SettingsPatch,
  SoundLanguage,
  SpokenText,
  StaffAccount,
  StaffAccountCreate,
  StaffAccountPatch,
  StaffId,
  StaffListQuery,
  StaffProgramme,
  StaffProgrammePage,
  StaffSeries,
  StaffSession,
  StaffSessionId,
  StorageReport,
  TrackEdit,
  TranslatedLocale,
  Translation,
  TranslationExport,
  TranslationId,
  TranslationPatch,
  TranslationReview,
  TrashedProgramme,
  Troupe,
} from '@ulan/contract'
import { ProblemError, problemFromAnswer } from './problem-error.ts'
import { ServerClock } from './server-clock.ts'

const ROOT = '/api/v1'
/** Tells the server that a write comes from our own page: other origins cannot set it without its consent. */
export const WRITE_HEADERS = { 'X-CSRF': '1' } as const

type List<T> = { readonly items: readonly T[] }

/** What time it is where records are dated; every answer sets it. */
export const serverClock = new ServerClock()

/** Every call of the newsroom to the API; all reject with `ProblemError` only. */
export const api = {
  readSession: () => call<Session>('GET', '/session'),
  signIn: (body: SessionCreate) => call<Session>('POST', '/session', body),
  signOut: () => call<void>('DELETE', '/session'),
  listSessions: () => listOf<StaffSession>('/session/all'),
  endSession: (id: StaffSessionId) => call<void>('DELETE', `/session/all/${id}`),
  changePassword: (body: { password: string; newPassword: string }) => call<void>('POST', '/session/password', body),
  beginSecondFactor: (password: string) => call<SecondFactor>('POST', '/session/second-factor', { password }),
  confirmSecondFactor: (code: string) => call<void>('POST', '/session/second-factor/confirmation', { code }),
  removeSecondFactor: (password: string) => call<void>('POST', '/session/second-factor/removal', { password }),
  readInvitation: (token: string) => call<Invitation>('GET', `/invitations/${token}`),
  choosePassword: (token: string, password: string) => call<void>('POST', `/invitations/${token}`, { password }),
  listAccounts: () => listOf<StaffAccount>('/staff/accounts'),
  inviteAccount: (body: StaffAccountCreate) => call<InvitedAccount>('POST', '/staff/accounts', body),
  updateAccount: (id: StaffId, body: StaffAccountPatch) => call<StaffAccount>('PATCH', `/staff/accounts/${id}`, body),
  createAccessLink: (id: StaffId) => call<AccessLink>('POST', `/staff/accounts/${id}/access-link`),
  removeSecondFactorOf: (id: StaffId) => call<void>('DELETE', `/staff/accounts/${id}/second-factor`),
  listSessionsOf: (id: StaffId) => listOf<StaffSession>(`/staff/accounts/${id}/sessions`),
  endSessionsOf: (id: StaffId) => call<void>('DELETE', `/staff/accounts/${id}/sessions`),
  listAudit: (query: AuditQuery) => call<AuditPage>('GET', `/audit?${queryOf(query)}`),
  exportAudit: () => exportAudit(),
  readQuality: (days: number) => call<Quality>('GET', `/quality?days=${days}`),
  listProgrammes: (query: Partial<StaffListQuery>) => call<StaffProgrammePage>('GET', `/staff/programmes?${queryOf(query)}`),
  readProgramme: (id: ProgrammeId) => call<StaffProgramme>('GET', `/staff/programmes/${id}`),
  createProgramme: (body: ProgrammeCreate) => call<StaffProgramme>('POST', '/programmes', body),
  updateProgramme: (id: ProgrammeId, body: ProgrammePatch) => call<StaffProgramme>('PATCH', `/programmes/${id}`, body),
  publish: ({ id, rev }: Pick<Programme, 'id' | 'rev'>) => call<StaffProgramme>('POST', `/programmes/${id}/publish`, { rev }),
  takeDown: ({ id, rev }: Pick<Programme, 'id' | 'rev'>, reason: string) =>
    call<StaffProgramme>('POST', `/programmes/${id}/take-down`, { rev, reason }),
  schedule: ({ id, rev }: Pick<Programme, 'id' | 'rev'>, plan: Omit<ScheduleChange, 'rev'>) =>
    call<StaffProgramme>('POST', `/programmes/${id}/schedule`, { rev, ...plan }),
  listSchedule: () => listOf<ScheduleEntry>('/staff/schedule'),
  listScheduleOf: (id: ProgrammeId) => listOf<ScheduleEntry>(`/staff/schedule?id=${id}`),
  deleteProgramme: ({ id, rev }: Pick<Programme, 'id' | 'rev'>) => call<void>('DELETE', `/programmes/${id}?rev=${rev}`),
  listVersions: (id: ProgrammeId) => listOf<ProgrammeVersion>(`/programmes/${id}/versions`),
  restoreVersion: ({ id, rev }: Pick<Programme, 'id' | 'rev'>, number: number) =>
    call<RestoredProgramme>('POST', `/programmes/${id}/versions/${number}/restore`, { rev }),
  readHomeLayout: () => call<HomeLayout>('GET', '/staff/home-layout'),
  updateHomeLayout: (body: HomeLayoutPatch) => call<HomeLayout>('PATCH', '/staff/home-layout', body),
  previewHome: (body: HomePreviewWish) => call<HomePreview>('POST', '/staff/home-preview', body),
  listTrash: () => listOf<TrashedProgramme>('/staff/trash'),
  restoreProgramme: (id: ProgrammeId) => call<RestoredProgramme>('POST', `/staff/trash/${id}/restore`),
  listReviewQueue: (query: Partial<ReviewQueueQuery>) => call<ReviewQueuePage>('GET', `/staff/review-queue?${queryOf(query)}`),
  listReviews: (id: ProgrammeId) => listOf<Review>(`/programmes/${id}/reviews`),
  submitForReview: ({ id, rev }: Pick<Programme, 'id' | 'rev'>, body: Pick<ReviewSubmit, 'path' | 'reason'>) =>
    call<Review>('POST', `/programmes/${id}/reviews`, { rev, ...body }),
  signReview: (review: Review, body: ReviewSign) => call<Review>('POST', `${reviewPath(review)}/signatures`, body),
  returnReview: (review: Review, reason: string) => call<Review>('POST', `${reviewPath(review)}/return`, { reason }),
  vetoReview: (review: Review, reason: string) => call<Review>('POST', `${reviewPath(review)}/veto`, { reason }),
  withdrawReview: (review: Review) => call<Review>('POST', `${reviewPath(review)}/withdraw`),
  createRemark: (review: Review, body: RemarkCreate) => call<Review>('POST', `${reviewPath(review)}/remarks`, body),
  settleRemark: (review: Review, remark: string) => call<Review>('POST', `${reviewPath(review)}/remarks/${remark}/settle`),
  deleteAsset: (id: AssetId) => call<void>('DELETE', `/assets/${id}`),
  readAsset: (id: AssetId) => call<Asset>('GET', `/assets/${id}`),
  createAsset: (body: { uploadId: string; sha256: string }) => call<Asset>('POST', '/assets', body),
  retryAsset: (id: AssetId) => call<Asset>('POST', `/assets/${id}/retry`),
  retryRung: (id: AssetId, rung: string) => call<Asset>('POST', `/assets/${id}/rungs/${rung}/retry`),
  cancelAsset: (id: AssetId) => call<Asset>('POST', `/assets/${id}/cancel`),
  addTrack: (id: AssetId, body: NewTrack) => call<Asset>('POST', `/assets/${id}/tracks`, body),
  editTrack: (id: AssetId, trackId: string, body: TrackEdit) => call<Asset>('PATCH', `/assets/${id}/tracks/${trackId}`, body),
  removeTrack: (id: AssetId, trackId: string) => call<Asset>('DELETE', `/assets/${id}/tracks/${trackId}`),
  readCues: (id: AssetId, trackId: string) => call<CueSheet>('GET', `/assets/${id}/tracks/${trackId}/cues`),
  writeCues: (id: AssetId, trackId: string, body: CueSheetEdit) => call<CueSheet>('PUT', `/assets/${id}/tracks/${trackId}/cues`, body),
  addLadder: (id: AssetId, ladder: ExtraLadder) => call<Asset>('POST', `/assets/${id}/ladders/${ladder}`),
  forgoLadder: (id: AssetId, ladder: ExtraLadder) => call<Asset>('DELETE', `/assets/${id}/ladders/${ladder}`),
  setSoundLanguage: (id: AssetId, name: string, language: SoundLanguage) =>
    call<Asset>('PATCH', `/assets/${id}/sounds/${name}`, { language }),
  readStorage: () => call<StorageReport>('GET', '/storage'),
  readRetention: (masterDays?: number) =>
    call<Retention>('GET', masterDays === undefined ? '/storage/retention' : `/storage/retention?masterDays=${masterDays}`),
  updateRetention: (body: RetentionPatch) => call<Retention>('PATCH', '/storage/retention', body),
  countStorage: () => call<StorageReport>('POST', '/storage/count'),
  listSpokenTexts: (locale: Locale) => listOf<SpokenText>(`/staff/spoken-texts?locale=${locale}`),
  listRecordings: (locale: Locale) => listOf<Recording>(`/staff/recordings?locale=${locale}`),
  createPicture: (body: PictureCreate) => call<Picture>('POST', '/pictures', body),
  createRecording: (body: RecordingCreate) => call<Recording>('POST', '/recordings', body),
  deleteRecording: (id: string) => call<void>('DELETE', `/recordings/${id}`),
  listSeries: () => listOf<StaffSeries>('/staff/series'),
  createSeries: (body: SeriesCreate) => call<Series>('POST', '/series', body),
  readEncodingPolicy: () => call<EncodingPolicy>('GET', '/encoding-policy'),
  updateEncodingPolicy: (body: EncodingPolicy) => call<EncodingPolicy>('PATCH', '/encoding-policy', body),
  readSettings: () => call<Settings>('GET', '/settings'),
  updateSettings: (body: SettingsPatch) => call<Settings>('PATCH', '/settings', body),
  listSettingsChanges: () => listOf<SettingsChange>('/settings/changes'),
  listTranslations: (locale: TranslatedLocale) => listOf<Translation>(`/translations?locale=${locale}`),
  exportTranslations: (locale: TranslatedLocale) => call<TranslationExport>('GET', `/translations/export?locale=${locale}`),
  proposeTranslation: (id: TranslationId, body: TranslationPatch) => call<Translation>('PATCH', `/translations/${id}`, body),
  reviewTranslation: (id: TranslationId, body: TranslationReview) => call<Translation>('POST', `/translations/${id}/review`, body),
  withdrawTranslation: (id: TranslationId, rev: number) => call<Translation>('DELETE', `/translations/${id}?rev=${rev}`),
  listQuizzes: () => listOf<Quiz>('/staff/quizzes'),
  listQuestions: () => listOf<Question>('/staff/questions'),
  listLaws: () => listOf<Law>('/laws'),
  listGenres: () => listOf<Genre>('/genres'),
  listTroupes: () => listOf<Troupe>('/troupes'),
  listRegions: () => listOf<Region>('/regions'),
} as const

export type Api = typeof api

const reviewPath = ({ programmeId, number }: Review): string => `/programmes/${programmeId}/reviews/${number}`

const listOf = async <T>(path: string): Promise<readonly T[]> => (await call<List<T>>('GET', path)).items

const queryOf = (query: object): string =>
  new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()

/** All of the log, part after part. */
async function exportAudit(): Promise<readonly AuditEntry[]> {
  const all: AuditEntry[] = []
  for (;;) {
    const part = await listOf<AuditEntry>(`/audit/export?after=${all.at(-1)?.seq ?? 0}`)
    if (part.length === 0) return all
    all.push(...part)
  }
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await send(method, path, body)
  serverClock.note(answer.headers.get('Date'), Date.now())
  const text = await answer.text().catch(() => {
    throw new ProblemError('offline')
  })
  if (!answer.ok) throw problemFromAnswer(answer.status, text)
  return parseAnswer<T>(text)
}

function send(method: string, path: string, body?: object): Promise<Response> {
  const isWrite = method !== 'GET'
  const request: RequestInit = {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {
      Accept: 'application/json',
      ...(isWrite ? WRITE_HEADERS : {}),
      ...(isWrite ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  return fetch(ROOT + path, request).catch(() => {
    throw new ProblemError('offline')
  })
}

function parseAnswer<T>(text: string): T {
  if (text === '') return undefined as T // only for routes that answer 204
  try {
    return JSON.parse(text) as T // the server checks every answer against the contract
  } catch {
    throw new ProblemError('unreadable-answer')
  }
}
