import type { InvitedAccount, Role } from '@ulan/contract'
import { ROUTES, type Route, type RouteName, roleSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'

const EVERYONE = roleSchema.options
const EDITORS: readonly Role[] = ['editor', 'publisher', 'administrator']
const UPLOADERS: readonly Role[] = ['editor', 'translator', 'proofreader', 'publisher', 'administrator']
const TRANSLATORS: readonly Role[] = ['translator', 'proofreader', 'administrator']
const PROOFREADERS: readonly Role[] = ['translator', 'proofreader', 'reviewer-1', 'reviewer-2', 'reviewer-3', 'administrator']
const SIGNERS: readonly Role[] = ['proofreader', 'reviewer-1', 'reviewer-2', 'reviewer-3']
const PUBLISHERS: readonly Role[] = ['publisher', 'administrator']
const OVERSEERS: readonly Role[] = ['publisher', 'inspector', 'administrator']
const ADMINISTRATORS: readonly Role[] = ['administrator']

type OpenRoute = { [N in RouteName]: (typeof ROUTES)[N]['access'] extends 'public' | 'session' ? N : never }[RouteName]
/** Who may use what, in plain words and by hand: a new route without a line of its own does not compile. */
const MAY: { readonly [N in Exclude<RouteName, OpenRoute>]: readonly Role[] } = {
  readAttempt: EVERYONE,
  listStaffProgrammes: EVERYONE,
  readStaffProgramme: EVERYONE,
  createProgramme: EDITORS,
  updateProgramme: EDITORS,
  deleteProgramme: EDITORS,
  publishProgramme: PUBLISHERS,
  takeDownProgramme: PUBLISHERS,
  listSchedule: EVERYONE,
  scheduleProgramme: PUBLISHERS,
  listTrash: EVERYONE,
  restoreProgramme: EDITORS,
  listVersions: EVERYONE,
  restoreVersion: EDITORS,
  listSeries: EVERYONE,
  createSeries: EDITORS,
  listQuizzes: EVERYONE,
  listQuestions: EVERYONE,
  readHomeLayout: EVERYONE,
  previewHome: EVERYONE,
  updateHomeLayout: PUBLISHERS,
  readEncodingPolicy: EVERYONE,
  updateEncodingPolicy: ADMINISTRATORS,
  readSettings: EVERYONE,
  updateSettings: ADMINISTRATORS,
  listSettingsChanges: OVERSEERS,
  listReviewQueue: EVERYONE,
  listReviews: EVERYONE,
  submitForReview: EDITORS,
  signReview: SIGNERS,
  returnReview: SIGNERS,
  vetoReview: ['reviewer-3'],
  withdrawReview: EDITORS,
  createRemark: EVERYONE.filter((role) => role !== 'inspector'),
  settleRemark: EVERYONE.filter((role) => role !== 'inspector'),
  listStaffAccounts: OVERSEERS,
  createStaffAccount: ADMINISTRATORS,
  updateStaffAccount: ADMINISTRATORS,
  createAccessLink: ADMINISTRATORS,
  removeSecondFactorOf: ADMINISTRATORS,
  listSessionsOf: ADMINISTRATORS,
  endSessionsOf: ADMINISTRATORS,
  listSessions: EVERYONE,
  endSession: EVERYONE,
  changePassword: EVERYONE,
  beginSecondFactor: EVERYONE,
  confirmSecondFactor: EVERYONE,
  removeSecondFactor: EVERYONE,
  listAssets: EVERYONE,
  readAsset: EVERYONE,
  createAsset: EDITORS,
  retryAsset: EDITORS,
  retryRung: EDITORS,
  cancelAsset: EDITORS,
  addTrack: EDITORS,
  editTrack: EDITORS,
  removeTrack: EDITORS,
  readCues: EVERYONE,
  writeCues: EDITORS,
  setSoundLanguage: EDITORS,
  addLadder: PUBLISHERS,
  forgoLadder: PUBLISHERS,
  deleteAsset: PUBLISHERS,
  readStorage: OVERSEERS,
  countStorage: OVERSEERS,
  readRetention: OVERSEERS,
  updateRetention: ADMINISTRATORS,
  listSpokenTexts: EVERYONE,
  listRecordings: EVERYONE,
  createPicture: EDITORS,
  createRecording: UPLOADERS,
  deleteRecording: UPLOADERS,
  listTranslations: EVERYONE,
  exportTranslations: EVERYONE,
  listTranslationChanges: OVERSEERS,
  proposeTranslation: TRANSLATORS,
  withdrawTranslation: TRANSLATORS,
  reviewTranslation: PROOFREADERS,
  readQuality: OVERSEERS,
  listAudit: OVERSEERS,
  exportAudit: OVERSEERS,
}
const NAMES = Object.keys(MAY) as (keyof typeof MAY)[] // the keys written just above
/** Fits every pattern of an id, and is none. */
const NOBODY = '0'.repeat(24)

let lab: Lab
const staff = new Map<Role, ApiClient>()
beforeAll(async () => {
  lab = await createLab({ env: { TRANSCODE_WORKERS: '0' } })
  const administrator = await lab.signIn()
  for (const role of EVERYONE) staff.set(role, await join(administrator, role))
})
afterAll(() => lab.stop())

/** Invited by an administrator, and in with a password of their own. */
async function join(administrator: ApiClient, role: Role): Promise<ApiClient> {
  const password = 'a song of nine roles'
  const body = { email: `${role}@example.org`, name: role, role }
  const { account, link }: InvitedAccount = await administrator.must('createStaffAccount', { body })
  const client = lab.visitor()
  await client.must('acceptInvitation', { params: { token: link.url.split('/').at(-1) ?? '' }, body: { password } })
  await client.signIn(account.email, password)
  return client
}

/** Asked for with nothing in it: whoever may is told what is missing, nobody changes anything. */
async function isTurnedAway(client: ApiClient, route: Route): Promise<boolean> {
  const path = `/api/v1${route.path.replaceAll(/\{\w+\}/g, NOBODY)}`
  const json = { headers: { 'content-type': 'application/json' }, body: '{}' }
  const { status, text } = await client.raw(route.method.toUpperCase(), path, route.body === undefined ? {} : json)
  expect([401, 500], `${route.method} ${path}: ${text}`).not.toContain(status)
  return status === 403 && text.includes('/problems/not-allowed')
}

describe('what a role may do', () => {
  it.each(NAMES)('%s', async (name) => {
    const allowed: Role[] = []
    for (const [role, client] of staff) if (!(await isTurnedAway(client, ROUTES[name]))) allowed.push(role)
    expect(allowed).toEqual(MAY[name])
  })
  it('is printed for whoever reads the tests', () => {
    const width = Math.max(...NAMES.map(({ length }) => length))
    const lines = NAMES.map(
      (name) => `${name.padEnd(width)}  ${EVERYONE.map((role) => (MAY[name].includes(role) ? '●' : '·').padEnd(role.length)).join(' ')}`,
    )
    console.info([`${' '.repeat(width)}  ${EVERYONE.join(' ')}`, ...lines].join('\n'))
    expect(lines).toHaveLength(NAMES.length)
  })
  it('holds for uploads too, which the contract describes apart', async () => {
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '10' }
    for (const [role, client] of staff) {
      const { status } = await client.raw('POST', '/api/v1/uploads', { headers })
      expect([role, status === 403]).toEqual([role, !UPLOADERS.includes(role)])
    }
  })
})
