import type { ProgrammeId } from '@ulan/contract'
import type { ApiClient } from '../lab/api-client.ts'
import { createLab } from '../lab/lab.ts'
import { percentile, round } from '../lab/statistics.ts'
import type { Measured, Row } from './report.ts'

const PROGRAMMES = 20_000
const TIMES = 60
const MOST_LIST_MS = 100
const MOST_VISIBLE_MS = 2_000
const P95 = 0.95

type Ask = (index: number) => Promise<unknown>

/** What staff wait for with very many programmes: lists, and a publication until the public API shows it. */
export async function benchNewsroom(): Promise<Measured> {
  const lab = await createLab({ seed: PROGRAMMES, env: { LOG_LEVEL: 'error', TRANSCODE_WORKERS: '0' } })
  try {
    await lab.leave()
    await lab.restart({ DEMO: '0' })
    const staff = await lab.signIn()
    const first = await timed(() => staff.must('listStaffProgrammes'))
    const list = (query: Record<string, string>) => staff.must('listStaffProgrammes', { query })
    const words = ['法', '草原', '小司 来了', 'mp4', '没有的词']
    const asks: readonly (readonly [string, Ask])[] = [
      ['a page of all', (index) => list({ page: String(index + 1) })],
      ['a page far back', (index) => list({ page: String(PROGRAMMES / 20 - index) })],
      ['one status, a hundred rows', () => list({ status: 'published', rows: '100' })],
      ['what fits typed words', (index) => list({ q: words[index % words.length] ?? '' })],
      ['all series', () => staff.must('listSeries')],
    ]
    const rows: Row[] = [{ work: 'the first list after a start', unit: 'ms', ours: round(first, 1) }]
    const details: Record<string, readonly number[]> = { first: [first] }
    for (const [work, ask] of asks) {
      const times = await timesOf(ask)
      details[work] = times
      rows.push(aimed(`${work}, p95`, percentile(times, P95), MOST_LIST_MS))
    }
    const afterWork = await timesOf(
      () => list({}),
      TIMES,
      () => beginDraft(staff),
    )
    rows.push(aimed('a page after a draft was begun, p95', percentile(afterWork, P95), MOST_LIST_MS))
    const visible = await timesOf(async () => publishUntilVisible(staff, lab.visitor()), 10)
    rows.push(aimed('a publication until the public API shows it, p95', percentile(visible, P95), MOST_VISIBLE_MS))
    const method = `${PROGRAMMES} programmes, each question ${TIMES} times, one after another, over HTTP on loopback.`
    return { rows, method, details: { ...details, afterWork, visible } }
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
