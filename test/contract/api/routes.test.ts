import { CHECKS_OF_STEP, type ProgrammeId, type ShippedText } from '@ulan/contract'
import { problemSchema, ROUTES, type Route, type RouteName, staffProgrammeSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeAt } from '../../lab/totp.ts'
import { type Call, type CmsLab, createCmsLab } from './cms-lab.ts'
import { MEDIA_ROUTES } from './media-routes.ts'
import { makePerson, OLD_PASSWORD, PASSWORD } from './person.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'
import { makeUnderReview } from './under-review.ts'

const ATTEMPT_ID = '0b1f8a52-95a5-4bd7-9d40-6a4a1f6d6d11'
const ATTEMPT = {
  id: ATTEMPT_ID,
  quizId: 'quiz-one',
  programmeId: 'song',
  device: 'tablet',
  locale: 'mn-Mong',
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:01:00.000Z',
  answers: [{ questionId: 'q-one', optionId: 'b', answeredAt: '2026-01-01T00:00:30.000Z' }],
}
const BEACON = {
  device: 'tv',
  programmeId: 'song',
  start: { answer: 40, playlist: 90, segment: 300, picture: 450 },
  watchedSeconds: 61.5,
  stalls: 1,
  stalledSeconds: 0.8,
  end: 'ended',
}
const TEXT_ID = 'mn-Mong.tv-app.tv.back'
const TEXT: ShippedText = { locale: 'mn-Mong', file: 'tv-app/tv', key: 'back', chinese: '返回', text: '', status: 'missing' }

let lab: CmsLab
let cookie: string
let draft: { id: ProgrammeId; rev: number }

beforeAll(async () => {
  lab = await createCmsLab({}, { texts: [TEXT] })
  lab.library.put('clip-song', 'ready')
  lab.library.put('clip-waiting', 'encoding')
  lab.library.put('clip-spare', 'ready')
  await lab.cms.seed(SMALL_CATALOGUE)
  cookie = await lab.signIn()
  person = await makePerson(lab, cookie)
  under = await makeUnderReview(lab, cookie)
})
afterAll(() => lab.close())

const rev = () => ({ rev: draft.rev })
let person: Awaited<ReturnType<typeof makePerson>>
let under: Awaited<ReturnType<typeof makeUnderReview>>
/** One good call of every route, in an order in which each finds what it needs. */
const CALLS: { readonly [N in RouteName]?: () => { path: string; call?: Call } } = {
  createSession: () => ({ path: '/session', call: { body: { email: 'admin@localhost', password: 'a good long password' } } }),
  readSession: () => ({ path: '/session' }),
  readHome: () => ({ path: '/home?locale=mn-Mong&device=tv&region=152502' }),
  listProgrammes: () => ({ path: '/programmes?kind=performance&locale=zh-Hans' }),
  readProgramme: () => ({ path: '/programmes/song?locale=mn-Mong' }),
  readPlayback: () => ({ path: '/programmes/song/playback' }),
  readSeries: () => ({ path: '/series/xiaosi' }),
  createAttempt: () => ({ path: '/attempts', call: { body: ATTEMPT } }),
  readAttempt: () => ({ path: `/attempts/${ATTEMPT_ID}` }),
  createProgramme: () => ({
    path: '/programmes',
    call: { body: { kind: 'lecture', title: { 'zh-Hans': '讲座' }, assetId: 'clip-song', laws: [] } },
  }),
  readStaffProgramme: () => ({ path: `/staff/programmes/${draft.id}` }),
  updateProgramme: () => ({
    path: `/programmes/${draft.id}`,
    call: { method: 'PATCH', body: { ...rev(), synopsis: { 'zh-Hans': '简介' }, genreId: 'haolaibao', quizId: null } },
  }),
  submitForReview: () => ({ path: `/programmes/${draft.id}/reviews`, call: { body: rev() } }),
  listReviews: () => ({ path: `/programmes/${draft.id}/reviews` }),
  listReviewQueue: () => ({ path: '/staff/review-queue' }),
  createRemark: () => ({
    path: `${under.talked}/remarks`,
    call: { body: { text: '台词与字幕不符', anchor: { kind: 'moment', seconds: 12.5 } } },
  }),
  settleRemark: () => ({ path: `${under.talked}/remarks/${under.remarkId}/settle`, call: { method: 'POST' } }),
  signReview: () => ({
    path: `${under.talked}/signatures`,
    call: { cookie: under.signer, body: { step: 'proof-1', contentHash: under.contentHash, checks: CHECKS_OF_STEP['proof-1'] } },
  }),
  returnReview: () => ({ path: `${under.returned}/return`, call: { cookie: under.signer, body: { reason: '请改字幕' } } }),
  vetoReview: () => ({ path: `${under.vetoed}/veto`, call: { cookie: under.chief, body: { reason: '题材不宜' } } }),
  withdrawReview: () => ({ path: `${under.withdrawn}/withdraw`, call: { method: 'POST' } }),
  scheduleProgramme: () => ({
    path: `/programmes/${draft.id}/schedule`,
    call: { body: { ...rev(), publishAt: '2099-12-04T08:00:00+08:00', takeDownAt: null } },
  }),
  listSchedule: () => ({ path: '/staff/schedule' }),
  publishProgramme: () => ({ path: `/programmes/${draft.id}/publish`, call: { body: rev() } }),
  takeDownProgramme: () => ({ path: `/programmes/${draft.id}/take-down`, call: { body: { ...rev(), reason: '授权到期' } } }),
  listVersions: () => ({ path: '/programmes/song/versions' }),
  restoreVersion: () => ({ path: '/programmes/song/versions/1/restore', call: { body: { rev: 1 } } }),
  deleteProgramme: () => ({ path: `/programmes/${draft.id}?rev=${draft.rev}`, call: { method: 'DELETE' } }),
  listTrash: () => ({ path: '/staff/trash' }),
  restoreProgramme: () => ({ path: `/staff/trash/${draft.id}/restore`, call: { method: 'POST' } }),
  readStorage: () => ({ path: '/storage' }),
  countStorage: () => ({ path: '/storage/count', call: { method: 'POST' } }),
  readRetention: () => ({ path: '/storage/retention?masterDays=30' }),
  updateRetention: () => ({ path: '/storage/retention', call: { method: 'PATCH', body: { rev: 0, masterDays: 365 } } }),
  deleteAsset: () => ({ path: '/assets/clip-spare', call: { method: 'DELETE' } }),
  listStaffProgrammes: () => ({ path: '/staff/programmes?status=published' }),
  createSeries: () => ({ path: '/series', call: { body: { kind: 'documentary', title: { 'zh-Hans': '新系列' } } } }),
  listSeries: () => ({ path: '/staff/series' }),
  listQuizzes: () => ({ path: '/staff/quizzes' }),
  listQuestions: () => ({ path: '/staff/questions' }),
  previewHome: () => ({
    path: '/staff/home-preview',
    call: { body: { at: '2026-12-04T08:00:00+08:00', locale: 'mn-Mong', device: 'tv', audience: 'children' } },
  }),
  readHomeLayout: () => ({ path: '/staff/home-layout' }),
  updateHomeLayout: () => ({
    path: '/staff/home-layout',
    call: {
      method: 'PATCH',
      body: { rev: 0, rails: [{ id: 'lectures', title: { 'zh-Hans': '讲座' }, rule: { kind: 'newest', limit: 20 }, isHero: false }] },
    },
  }),
  readSettings: () => ({ path: '/settings' }),
  updateSettings: () => ({ path: '/settings', call: { method: 'PATCH', body: { rev: 0, organiser: '自治区司法厅' } } }),
  listSettingsChanges: () => ({ path: '/settings/changes' }),
  listSpokenTexts: () => ({ path: '/staff/spoken-texts?locale=mn-Mong' }),
  listTranslations: () => ({ path: '/translations?locale=mn-Mong&state=missing' }),
  proposeTranslation: () => ({
    path: `/translations/${TEXT_ID}`,
    call: { method: 'PATCH', body: { rev: 0, chinese: '返回', text: 'ᠪᠤᠴᠠᠬᠤ' } },
  }),
  reviewTranslation: () => ({ path: `/translations/${TEXT_ID}/review`, call: { body: { rev: 1, chinese: '返回', text: 'ᠪᠤᠴᠠᠬᠤ' } } }),
  exportTranslations: () => ({ path: '/translations/export?locale=mn-Mong' }),
  listTranslationChanges: () => ({ path: '/translations/changes' }),
  withdrawTranslation: () => ({ path: `/translations/${TEXT_ID}?rev=2`, call: { method: 'DELETE' } }),
  searchProgrammes: () => ({ path: '/search?q=cypf&locale=mn-Mong' }),
  createBeacons: () => ({ path: '/beacons', call: { body: { beacons: [BEACON] } } }),
  readQuality: () => ({ path: '/quality?days=7' }),
  listLaws: () => ({ path: '/laws' }),
  listGenres: () => ({ path: '/genres' }),
  listTroupes: () => ({ path: '/troupes' }),
  listRegions: () => ({ path: '/regions' }),
  createStaffAccount: () => ({ path: '/staff/accounts', call: { body: { email: 'new@example.org', name: '其其格', role: 'editor' } } }),
  listStaffAccounts: () => ({ path: '/staff/accounts' }),
  updateStaffAccount: () => ({ path: `/staff/accounts/${person.id}`, call: { method: 'PATCH', body: { name: '乌云' } } }),
  removeSecondFactorOf: () => ({ path: `/staff/accounts/${person.id}/second-factor`, call: { method: 'DELETE' } }),
  listSessionsOf: () => ({ path: `/staff/accounts/${person.id}/sessions` }),
  readInvitation: () => ({ path: `/invitations/${person.token}` }),
  acceptInvitation: () => ({ path: `/invitations/${person.token}`, call: { body: { password: PASSWORD } } }),
  createAccessLink: () => ({ path: `/staff/accounts/${person.id}/access-link`, call: { method: 'POST' } }),
  listSessions: () => ({ path: '/session/all' }),
  endSession: () => ({ path: `/session/all/${person.sessionId}`, call: { method: 'DELETE' } }),
  beginSecondFactor: () => ({ path: '/session/second-factor', call: { cookie: person.cookies[0], body: { password: OLD_PASSWORD } } }),
  confirmSecondFactor: () => ({
    path: '/session/second-factor/confirmation',
    call: { cookie: person.cookies[1], body: { code: codeAt(person.secret, Date.now()) } },
  }),
  removeSecondFactor: () => ({
    path: '/session/second-factor/removal',
    call: { cookie: person.cookies[2], body: { password: OLD_PASSWORD } },
  }),
  changePassword: () => ({
    path: '/session/password',
    call: { cookie: person.cookies[3], body: { password: OLD_PASSWORD, newPassword: PASSWORD } },
  }),
  endSessionsOf: () => ({ path: `/staff/accounts/${person.id}/sessions`, call: { method: 'DELETE' } }),
  listAudit: () => ({ path: '/audit?action=createProgramme' }),
  exportAudit: () => ({ path: '/audit/export?after=0' }),
  deleteSession: () => ({ path: '/session', call: { method: 'DELETE' } }),
}
const names = Object.keys(CALLS) as (keyof typeof CALLS)[] // keys of the record just above

describe('every route of the contract', () => {
  it('is called here or belongs to media', () => {
    expect([...names, ...MEDIA_ROUTES].sort()).toEqual(Object.keys(ROUTES).sort())
  })
  it.each(names)('%s answers as the contract says', async (name) => {
    const route: Route = ROUTES[name]
    const made = CALLS[name]?.()
    if (made === undefined) throw new Error(`no call of ${name}`)
    const reply = await lab.call(`/api/v1${made.path}`, { ...(route.access === 'public' ? {} : { cookie }), ...made.call })
    expect([reply.status, reply.status < 300 ? '' : reply.text]).toEqual([route.status, ''])
    if (route.answer === undefined) expect(reply.text).toBe('')
    else {
      const answer = reply.json()
      expect(route.answer.parse(answer)).toEqual(answer)
      const programme = staffProgrammeSchema.safeParse(answer)
      if (programme.success) draft = programme.data
    }
  })
  const staffRoutes = names.filter((name) => ROUTES[name].access !== 'public' && name !== 'deleteSession')
  it.each(staffRoutes)('%s is refused without a session', async (name) => {
    const route: Route = ROUTES[name]
    // Fits the pattern of every id.
    const path = `/api/v1${route.path.replaceAll(/\{\w+\}/g, '0'.repeat(24))}`
    const reply = await lab.call(path, { method: route.method.toUpperCase(), ...(route.body === undefined ? {} : { body: {} }) })
    expect(problemSchema.parse(reply.json())).toMatchObject({ status: 401, type: '/problems/sign-in-required' })
  })
})

describe('the description', () => {
  it('has every route, and uploads', async () => {
    const reply = await lab.call('/api/openapi.json')
    const paths = Object.keys((reply.json() as { paths: object }).paths) // shape of every OpenAPI document
    for (const route of Object.values<Route>(ROUTES)) expect(paths).toContain(`/api/v1${route.path}`)
    expect(paths).toContain('/api/v1/uploads')
  })
  it('is readable by people', async () => {
    const reply = await lab.call('/api/docs')
    expect(reply.status).toBe(200)
    for (const name of Object.keys(ROUTES)) expect(reply.text).toContain(`id="${name}"`)
    expect(reply.text).not.toMatch(/(src|href)="(https?:)?\/\//)
  })
})
