import type { AssetId, Programme, ProgrammeId, ReviewQueueQuery, StaffId } from '@ulan/contract'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { KeptProgramme } from '../domain/programme/kept-programme.ts'
import type { KeptReview } from '../domain/review/review-life.ts'
import { fixtureAsset } from '../domain/snapshot/catalogue-fixture.ts'
import { createLiveQueue } from './live-queue.ts'
import type { StaffMember } from './staff-ports.ts'

const QUERY: ReviewQueueQuery = { of: 'all', page: 1, rows: 200 }
const idOf = (id: string): ProgrammeId => id as ProgrammeId
const person = { id: '0'.repeat(24) as StaffId, name: '乌云', email: 'one@example.org' } // as the store makes them
const READER = { ...person, id: '1'.repeat(24) as StaffId, role: 'proofreader' } as unknown as StaffMember // all that is looked at

function review(programmeId: string, change: Partial<KeptReview> = {}): KeptReview {
  return {
    ...{ programmeId: idOf(programmeId), number: 1, rev: 1, path: 'full', state: 'open', contentHash: '' },
    ...{ submittedBy: person, submittedAt: '2026-11-28T08:00:00.000Z', signatures: [], remarks: [] },
    ...change,
  }
}

/** A store in memory that counts how it is read. */
function createSource() {
  const programmes = new Map<string, KeptProgramme>()
  const reviews = new Map<string, KeptReview[]>()
  const state = { quiz: '甲', isBroken: false }
  const reads = { parts: 0, named: [] as string[][] }
  const queue = createLiveQueue({
    logger: pino({ level: 'silent' }),
    sha256: (text) => text,
    library: { readAssets: (ids) => Promise.resolve(new Map(ids.map((id) => [id, fixtureAsset(id)]))) },
    catalogue: {
      listQuizzes: () => Promise.resolve([{ id: 'quiz', title: { 'zh-Hans': state.quiz }, questionIds: [] }] as never), // all that is looked at
      listQuestions: () => Promise.resolve([]),
    },
    reader: { readMany: (ids) => Promise.resolve(ids.flatMap((id) => programmes.get(id) ?? [])) },
    reviews: {
      async listOpenAfter(after, most) {
        reads.parts += 1
        if (state.isBroken) throw new Error('store away')
        const open = [...reviews.values()].flat().filter((one) => one.state === 'open')
        const all = open.map(({ programmeId }) => programmeId).sort()
        return all.filter((id) => after === undefined || id > after).slice(0, most)
      },
      async readLatestOf(ids) {
        reads.named.push([...ids])
        return ids.flatMap((id) => reviews.get(id)?.at(-1) ?? [])
      },
    },
  })
  const select = () => queue.select(QUERY, READER)
  const put = (id: string, members: Partial<Programme> = {}): void => {
    programmes.set(id, { id: idOf(id), rev: 1, status: 'draft', kind: 'lecture', title: {}, ...members } as KeptProgramme)
  }
  return { programmes, reviews, state, reads, queue, select, put }
}

describe('the live queue', () => {
  it('reads all that is open once, in parts, of each programme what was submitted last', async () => {
    const { put, reviews, select, reads } = createSource()
    for (let index = 0; index < 750; index += 1) {
      const id = `p-${String(index).padStart(4, '0')}`
      put(id)
      reviews.set(id, [review(id), ...(index < 3 ? [review(id, { number: 2, state: 'returned' })] : [])])
    }
    expect((await select()).total).toBe(747)
    expect((await select()).ids[0]).toBe('p-0003')
    expect([reads.parts, reads.named.map(({ length }) => length)]).toEqual([2, [500, 250]])
  })
  it('reads again what was noted: a programme, its review, its film, the quizzes', async () => {
    const { put, programmes, reviews, state, queue, select, reads } = createSource()
    put('film', { assetId: 'clip' as AssetId })
    put('quiz', { quizId: 'quiz' as NonNullable<Programme['quizId']> })
    put('plain')
    for (const id of programmes.keys()) reviews.set(id, [review(id)])
    expect((await select()).total).toBe(3)
    reads.named.length = 0
    queue.note([{ kind: 'asset', id: 'other' as AssetId }])
    await select()
    expect(reads.named).toEqual([])
    queue.note([{ kind: 'asset', id: 'clip' as AssetId }])
    await select()
    state.quiz = '乙'
    queue.note([{ kind: 'small-nouns' }])
    await select()
    reviews.set('plain', [review('plain', { state: 'vetoed' })])
    queue.note([{ kind: 'review', id: idOf('plain') }])
    expect((await select()).total).toBe(2)
    programmes.delete('quiz')
    queue.note([{ kind: 'programme', id: idOf('quiz') }])
    expect((await select()).ids).toEqual(['film'])
    expect(reads.named).toEqual([['film'], ['quiz'], ['plain'], ['quiz']])
  })
  it('reads by itself after a start, and forgets nothing when the store could not be read', async () => {
    const { put, reviews, state, queue, select } = createSource()
    state.isBroken = true
    queue.note([{ kind: 'all' }])
    await queue.settled()
    await expect(select()).rejects.toThrow('store away')
    state.isBroken = false
    put('one')
    reviews.set('one', [review('one')])
    expect((await select()).ids).toEqual(['one'])
  })
})
