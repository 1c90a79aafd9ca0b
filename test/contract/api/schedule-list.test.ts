import type { ProgrammeId, ScheduleEntry, StaffProgramme } from '@ulan/contract'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programmeOf, ReviewOffice, reviewOf } from './review-office.ts'

const AT = '2099-12-04T00:00:00.000Z'
/** More than are looked at together. */
const PROGRAMMES = 10

let office: ReviewOffice
const logged: string[] = []
const made: StaffProgramme[] = []

const plan = async ({ id, rev }: StaffProgramme) =>
  programmeOf(await office.as('publisher', `/programmes/${id}/schedule`, { body: { rev, publishAt: AT } }))
const listed = async (query = '') => ((await office.as('editor', `/staff/schedule${query}`)).json() as { items: ScheduleEntry[] }).items // held against its description

beforeAll(async () => {
  office = await ReviewOffice.open({ logger: pino({ level: 'error' }, { write: (line) => void logged.push(line) }) })
  await office.setPolicy({ policy: 'off', isUrgentAllowed: true })
  for (let index = 0; index < PROGRAMMES; index += 1) made.push(await plan(await office.draft({ quizId: 'quiz-one' })))
  await office.setPolicy({ policy: 'three', isUrgentAllowed: true })
  for (const programme of made) reviewOf(await office.submit(programme))
})
afterAll(() => office.lab.close())

describe('the list of what is planned', () => {
  it('reads once what is the same for all in it', async () => {
    const reads: string[] = []
    office.lab.connection.set('debug', (collection: string) => void reads.push(collection))
    const readsOfList = async () => {
      reads.length = 0
      expect((await listed()).filter(({ hindrance }) => hindrance?.unsigned?.length === 6)).toHaveLength(PROGRAMMES)
      return ['settings', 'quizzes', 'questions'].map((name) => reads.filter((read) => read === name).length)
    }
    // What was changed before may still be read into what the public sees.
    await expect.poll(readsOfList).toEqual([1, 1, 1])
    office.lab.connection.set('debug', false)
  })
  it('may be asked for one programme alone', async () => {
    const [first] = made
    expect((await listed(`?id=${first?.id ?? ''}`)).map(({ programmeId, hindrance }) => [programmeId, hindrance?.problem])).toEqual([
      [first?.id, 'review-required'],
    ])
    expect(await listed('?id=nothing-such')).toEqual([])
    expect((await office.as('editor', '/staff/schedule?id=%20')).status).toBe(400)
  })
  it('tells of one that cannot be looked at without a hindrance, and of the others as ever', async () => {
    const [ill] = made
    const { library } = office.lab
    const { readAssets } = library
    library.readAssets = (ids) => (ids.some((id) => id === ill?.assetId) ? Promise.reject(new Error('lost page')) : readAssets(ids))
    const entries = await listed()
    library.readAssets = readAssets
    const without = entries.filter(({ hindrance }) => hindrance === undefined).map(({ programmeId }): ProgrammeId => programmeId)
    expect([entries.length, without]).toEqual([PROGRAMMES, [ill?.id]])
    expect(logged.filter((line) => line.includes(ill?.id ?? '') && line.includes('lost page'))).toHaveLength(1)
  })
})
