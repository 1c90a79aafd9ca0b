import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import type {
  Asset,
  AssetId,
  AuditQuery,
  HomePreviewWish,
  Locale,
  ProgrammeId,
  ReviewQueueQuery,
  StaffId,
  StaffListQuery,
  StaffProgramme,
  StaffProgrammePage,
  TranslatedLocale,
} from '@ulan/contract'
import { PAGE_ROWS } from '@ulan/contract'
import { api } from './api-client.ts'
import { ProblemError } from './problem-error.ts'

const ASSET_POLL_MS = 1000
const LIST_POLL_MS = 2000
/** The disk fills while somebody looks. */
const STORAGE_POLL_MS = 30_000

/** Others sign while somebody looks. */
const REVIEW_POLL_MS = 10_000
/** Each look weighs all that is planned; what somebody changes here is looked at again at once. */
const SCHEDULE_POLL_MS = 60_000

export const KEYS = {
  session: ['session'],
  programmes: ['programmes'],
  programme: (id: ProgrammeId) => ['programme', id],
  asset: (id: AssetId) => ['asset', id],
  series: ['series'],
  reviewQueue: ['review-queue'],
  schedule: ['schedule'],
} as const

/** True while the server still works on it, so that its progress is worth asking for. */
export const isInProgress = (asset: Pick<Asset, 'status'> | undefined): boolean =>
  asset !== undefined && asset.status !== 'ready' && asset.status !== 'failed'

/** Who is signed in; null = nobody. */
export const sessionQuery = queryOptions({
  queryKey: KEYS.session,
  queryFn: () =>
    api.readSession().catch((caught: unknown) => {
      if (isSignedOut(caught)) return null
      throw caught
    }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** A page of the programmes that fit. */
export const programmesQuery = (query: Partial<StaffListQuery>) =>
  queryOptions({
    queryKey: [...KEYS.programmes, query],
    queryFn: () => api.listProgrammes(query),
    refetchInterval: ({ state }) => (state.data?.items.some(({ asset }) => isInProgress(asset)) === true ? LIST_POLL_MS : false),
  })

export const programmeQuery = (id: ProgrammeId) =>
  queryOptions({
    queryKey: KEYS.programme(id),
    queryFn: () => api.readProgramme(id),
    refetchOnWindowFocus: false,
    // What is planned happens by itself; nothing that is typed is lost by it.
    refetchInterval: ({ state }) => (state.data?.schedule === undefined ? false : LIST_POLL_MS),
  })

export const assetQuery = (id: AssetId) =>
  queryOptions({
    queryKey: KEYS.asset(id),
    queryFn: () => api.readAsset(id),
    refetchInterval: (query) => (query.state.data === undefined || isInProgress(query.state.data) ? ASSET_POLL_MS : false),
  })

/** A file never changes under its id. */
export const cuesQuery = (id: AssetId, trackId: string) =>
  queryOptions({ queryKey: ['cues', id, trackId], queryFn: () => api.readCues(id, trackId), staleTime: Number.POSITIVE_INFINITY })

/** Not asked again by itself: somebody may be typing. */
export const encodingPolicyQuery = queryOptions({ queryKey: ['encoding-policy'], queryFn: api.readEncodingPolicy })
export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: api.readSettings, refetchOnWindowFocus: false })
/** Asked again with each revision, which is a change more. */
export const settingsChangesQuery = (rev: number) =>
  queryOptions({ queryKey: ['settings-changes', rev], queryFn: api.listSettingsChanges, refetchOnWindowFocus: false })

export const storageQuery = queryOptions({
  queryKey: ['storage'],
  queryFn: api.readStorage,
  refetchInterval: (query) => (query.state.data?.counting === undefined ? STORAGE_POLL_MS : ASSET_POLL_MS),
})

/** Not asked again by itself: somebody may be deciding. */
export const retentionQuery = (masterDays?: number) =>
  queryOptions({ queryKey: ['retention', masterDays ?? 'set'], queryFn: () => api.readRetention(masterDays), refetchOnWindowFocus: false })

export const qualityQuery = (days: number) => queryOptions({ queryKey: ['quality', days], queryFn: () => api.readQuality(days) })

export const spokenTextsQuery = (locale: Locale) =>
  queryOptions({ queryKey: ['spoken-texts', locale], queryFn: () => api.listSpokenTexts(locale) })
export const recordingsQuery = (locale: Locale) =>
  queryOptions({ queryKey: ['recordings', locale], queryFn: () => api.listRecordings(locale) })
export const translationsQuery = (locale: TranslatedLocale) =>
  queryOptions({ queryKey: ['translations', locale], queryFn: () => api.listTranslations(locale) })

/** Asked again with each revision: one of them may be a publication. */
export const versionsQuery = ({ id, rev }: Pick<StaffProgramme, 'id' | 'rev'>) =>
  queryOptions({ queryKey: ['versions', id, rev], queryFn: () => api.listVersions(id), refetchOnWindowFocus: false })
/** Not asked again by itself: somebody may be composing. */
export const homeLayoutQuery = queryOptions({ queryKey: ['home-layout'], queryFn: api.readHomeLayout, refetchOnWindowFocus: false })
/** With what was asked: the answer to another question may be shown while the next one is on its way. */
export const homePreviewQuery = (wish: HomePreviewWish) =>
  queryOptions({
    queryKey: ['home-preview', wish],
    queryFn: async () => ({ ...(await api.previewHome(wish)), at: wish.at, isForKids: wish.audience === 'children' }),
    refetchOnWindowFocus: false,
    staleTime: 0,
    // Its key holds the whole layout.
    gcTime: 10_000,
  })
export const trashQuery = queryOptions({ queryKey: ['trash'], queryFn: api.listTrash })
/** It changes by itself. */
export const scheduleQuery = queryOptions({ queryKey: KEYS.schedule, queryFn: api.listSchedule, refetchInterval: SCHEDULE_POLL_MS })
/** What is planned for one programme, with what would keep it back. */
export const scheduleOfQuery = (id: ProgrammeId) =>
  queryOptions({ queryKey: [...KEYS.schedule, id], queryFn: () => api.listScheduleOf(id), refetchInterval: SCHEDULE_POLL_MS })
export const reviewsQuery = (id: ProgrammeId) =>
  queryOptions({ queryKey: ['reviews', id], queryFn: () => api.listReviews(id), refetchInterval: REVIEW_POLL_MS })
/** A page of what waits for signatures and fits. */
export const reviewQueueQuery = (query: Partial<ReviewQueueQuery>) =>
  queryOptions({
    queryKey: [...KEYS.reviewQueue, query],
    queryFn: () => api.listReviewQueue({ ...query, rows: PAGE_ROWS }),
    refetchInterval: REVIEW_POLL_MS,
  })
/** How many wait for whoever is signed in, on all pages and whatever else is looked at. */
export const ownWaitingQuery = queryOptions({
  queryKey: [...KEYS.reviewQueue, 'own'],
  queryFn: async () => (await api.listReviewQueue({ of: 'mine', rows: 1 })).counts.mine,
  refetchInterval: REVIEW_POLL_MS,
})

export const accountsQuery = queryOptions({ queryKey: ['accounts'], queryFn: api.listAccounts })
export const auditPageQuery = (query: AuditQuery) => queryOptions({ queryKey: ['audit', query], queryFn: () => api.listAudit(query) })
export const ownSessionsQuery = queryOptions({ queryKey: ['own-sessions'], queryFn: api.listSessions })
export const sessionsOfQuery = (id: StaffId) => queryOptions({ queryKey: ['sessions', id], queryFn: () => api.listSessionsOf(id) })
export const invitationQuery = (token: string) =>
  queryOptions({ queryKey: ['invitation', token], queryFn: () => api.readInvitation(token), refetchOnWindowFocus: false })

const VOCABULARY = { staleTime: 5 * 60_000 } as const
export const seriesQuery = queryOptions({ queryKey: KEYS.series, queryFn: api.listSeries })
export const quizzesQuery = queryOptions({ queryKey: ['quizzes'], queryFn: api.listQuizzes, ...VOCABULARY })
export const questionsQuery = queryOptions({ queryKey: ['questions'], queryFn: api.listQuestions, ...VOCABULARY })
export const lawsQuery = queryOptions({ queryKey: ['laws'], queryFn: api.listLaws, ...VOCABULARY })
export const genresQuery = queryOptions({ queryKey: ['genres'], queryFn: api.listGenres, ...VOCABULARY })
export const troupesQuery = queryOptions({ queryKey: ['troupes'], queryFn: api.listTroupes, ...VOCABULARY })
export const regionsQuery = queryOptions({ queryKey: ['regions'], queryFn: api.listRegions, ...VOCABULARY })

/** The cache of one window. A refused session, wherever it shows, brings the sign-in form up. */
export function createQueryClient(): QueryClient {
  const onError = (caught: unknown): void => {
    if (isSignedOut(caught)) client.setQueryData(KEYS.session, null)
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 5000 }, mutations: { retry: false } },
  })
  return client
}

/** Puts a changed programme into every view of it. */
export function rememberProgramme(client: QueryClient, programme: StaffProgramme): void {
  client.setQueryData(KEYS.programme(programme.id), programme)
  changeItems(client, (items) => items.map((entry) => (entry.id === programme.id ? programme : entry)))
}

/** Takes a deleted programme out of every view. */
export function forgetProgramme(client: QueryClient, id: ProgrammeId): void {
  client.removeQueries({ queryKey: KEYS.programme(id) })
  changeItems(client, (items) => items.filter((entry) => entry.id !== id))
}

/** At once in every page that was seen; which page it is on by now, only the server knows. */
function changeItems(client: QueryClient, change: (items: StaffProgramme[]) => StaffProgramme[]): void {
  client.setQueriesData<StaffProgrammePage>({ queryKey: KEYS.programmes }, (page) => page && { ...page, items: change(page.items) })
  void client.invalidateQueries({ queryKey: KEYS.programmes })
  void client.invalidateQueries({ queryKey: KEYS.series })
  void client.invalidateQueries({ queryKey: KEYS.schedule })
}

const isSignedOut = (caught: unknown): boolean => caught instanceof ProblemError && caught.problem === 'sign-in-required'

function isWorthRetrying(failures: number, caught: Error): boolean {
  if (!(caught instanceof ProblemError)) return false
  return failures < 3 && (caught.problem === 'offline' || caught.problem === 'store-unavailable')
}
