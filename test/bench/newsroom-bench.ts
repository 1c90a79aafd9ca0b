import { CHECKS_OF_STEP, type ProgrammeCreate, type ProgrammeId } from '@ulan/contract'
import { renderClip } from '../e2e/fixtures/clip.ts'
import type { ApiClient } from '../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../lab/lab.ts'
import { percentile, round } from '../lab/statistics.ts'
import type { Measured, Row } from './report.ts'

const PROGRAMMES = 20_000
const IN_REVIEW = 2_000
const TIMES = 60
/** Drafts that are made side by side. */
const AT_ONCE = 8
const MOST_LIST_MS = 100
const MOST_VISIBLE_MS = 2_000
const P95 = 0.95

type Ask = (index: number) => Promise<unknown>

/** What staff wait for with very many programmes: lists, and a publication until the public API shows it. */
export async function benchNewsroom(): Promise<Measured> {
  const lab = await createLab({ seed: PROGRAMMES, env: { LOG_LEVEL: 'error', TRANSCODE_WORKERS: '0' } })
  try {
    await lab.leave()
    // Somebody has to have watched what is submitted.
    await lab.restart({ DEMO: '0', TRANSCODE_WORKERS: '1' })
    const reviewer = await fillQueue(lab)
    await lab.leave()
    await lab.restart({ DEMO: '0' })
    const staff = await lab.signIn()
    const first = await timed(() => staff.must('listStaffProgrammes'))
    const list = (query: Record<string, string>) => staff.must('listStaffProgrammes', { query })
    const queue = (query: Record<string, string>) => reviewer.must('listReviewQueue', { query: { rows: '20', ...query } })
    const words = ['法', '草原', '小司 来了', 'mp4', '没有的词']
    const asks: readonly (readonly [string, Ask])[] = [
      ['a page of all', (index) => list({ page: String(index + 1) })],
      ['a page far back', (index) => list({ page: String(PROGRAMMES / 20 - index) })],
      ['one status, a hundred rows', () => list({ status: 'published', rows: '100' })],
      ['what fits typed words', (index) => list({ q: words[index % words.length] ?? '' })],
      ['all series', () => staff.must('listSeries')],
      ['a page of what waits for signatures', (index) => queue({ page: String(index + 1) })],
      ['a page of what waits for one’s own', (index) => queue({ of: 'mine', page: String(IN_REVIEW / 20 - index) })],
      ['what waits and fits typed words', (index) => queue({ step: 'review-1', q: words[index % words.length] ?? '' })],
    ]
    const rows: Row[] = [{ work: 'the first list after a start', unit: 'ms', ours: round(first, 1) }]
    const details: Record<string, readonly number[]> = { first: [first] }
    for (const [work, ask] of asks) {
      const times = await timesOf(ask)
      details[work] = times
      rows.push(aimed(`${work}, p95`, percentile(times, P95), MOST_LIST_MS))
    }
    const afterSigning = await timesOf(
      (index) => queue({ page: String(index + 1) }),
      TIMES,
      async () => signFirst(reviewer),
    )
    rows.push(aimed('a page of what waits after a signature, p95', percentile(afterSigning, P95), MOST_LIST_MS))
    const afterWork = await timesOf(
      () => list({}),
      TIMES,
      () => beginDraft(staff),
    )
    rows.push(aimed('a page after a draft was begun, p95', percentile(afterWork, P95), MOST_LIST_MS))
    const visible = await timesOf(async () => publishUntilVisible(staff, lab.visitor()), 10)
    rows.push(aimed('a publication until the public API shows it, p95', percentile(visible, P95), MOST_VISIBLE_MS))
    const method = `${PROGRAMMES} programmes and ${IN_REVIEW} more in review, each question ${TIMES} times, one after another, over HTTP on loopback.`
    return { rows, method, details: { ...details, afterSigning, afterWork, visible } }
  } finally {
    await lab.stop()
  }
}

const aimed = (work: string, ms: number, most: number): Row => ({
  work,
  unit: 'ms',
  ours: round(ms, 1),
  aim: `≤ ${most}`,
  isMet: ms <= most,
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

/** Ms of each time; what is done before is not counted. */
async function timesOf(ask: Ask, times = TIMES, before?: () => Promise<unknown>): Promise<readonly number[]> {
  const all: number[] = []
  for (let index = 0; index < times; index += 1) {
    await before?.()
    all.push(await timed(() => ask(index)))
  }
  return all
}

const beginDraft = (staff: ApiClient): Promise<unknown> =>
  staff.must('createProgramme', { body: { kind: 'performance', title: { 'zh-Hans': '新节目' } } })

/** Takes one that is public off, and puts it out again: until its page is there. */
async function publishUntilVisible(staff: ApiClient, visitor: ApiClient): Promise<void> {
  const [programme] = (await staff.must('listStaffProgrammes', { query: { status: 'published', rows: '1' } })).items
  if (programme === undefined) throw new Error('nothing is published')
  const params = { id: programme.id as ProgrammeId }
  const down = await staff.must('takeDownProgramme', { params, body: { rev: programme.rev } })
  await staff.must('publishProgramme', { params, body: { rev: down.rev } })
  for (;;) {
    const answer = await visitor.call('readProgramme', { params })
    if (answer.status === 200) return
  }
}

/** Programmes that wait for their first signature, of one short film; answers somebody whose signature that is. */
async function fillQueue(lab: Lab): Promise<ApiClient> {
  const staff = await lab.signIn()
  const { account, link } = await staff.must('createStaffAccount', {
    body: { email: 'first@example.org', name: '初审同事', role: 'reviewer-1' },
  })
  const reviewer = lab.visitor()
  await reviewer.must('acceptInvitation', { params: { token: link.url.split('/').at(-1) ?? '' }, body: { password: lab.password } })
  await reviewer.signIn(account.email, lab.password)
  const clip = await renderClip({ seconds: 3, widthPx: 320, heightPx: 180 })
  const { id: assetId } = await staff.uploadAsset(clip.bytes, clip.fileName)
  await waitForAsset(staff, assetId)
  for (let made = 0; made < IN_REVIEW; made += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, at) => String(made + at))
    await Promise.all(numbers.map((number) => submitNew(staff, { kind: 'lecture', title: { 'zh-Hans': `草原法讲座 ${number}` }, assetId })))
  }
  return reviewer
}

async function submitNew(staff: ApiClient, body: ProgrammeCreate): Promise<void> {
  const { id, rev } = await staff.must('createProgramme', { body })
  await staff.must('submitForReview', { params: { id }, body: { rev, path: 'full' } })
}

async function signFirst(reviewer: ApiClient): Promise<void> {
  const [first] = (await reviewer.must('listReviewQueue', { query: { of: 'mine', rows: '1' } })).items
  if (first === undefined) throw new Error('nothing waits')
  const { programmeId: id, number, contentHash } = first.review
  const body = { step: 'review-1' as const, contentHash, checks: [...CHECKS_OF_STEP['review-1']] }
  await reviewer.must('signReview', { params: { id, number: String(number) }, body })
}
