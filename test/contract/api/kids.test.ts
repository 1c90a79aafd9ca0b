import { homeSchema, problemSchema, programmeDetailSchema, searchResultSchema, staffProgrammeSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
let cookie: string
beforeAll(async () => {
  lab = await createCmsLab()
  lab.library.put('clip-song', 'ready')
  lab.library.put('clip-waiting', 'ready')
  await lab.cms.seed({
    ...SMALL_CATALOGUE,
    programmes: SMALL_CATALOGUE.programmes.map((one) => (one.kind === 'animation' ? { ...one, audience: 'children' as const } : one)),
  })
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const read = async (path: string) => (await lab.call(`/api/v1${path}`)).json()
const readStaff = async (id: string) => staffProgrammeSchema.parse((await lab.call(`/api/v1/staff/programmes/${id}`, { cookie })).json())
const patch = async (id: string, members: object) => {
  const { rev } = await readStaff(id)
  return lab.call(`/api/v1/programmes/${id}`, { cookie, method: 'PATCH', body: { rev, ...members } })
}
const republish = async (id: string, members: object): Promise<void> => {
  expect((await patch(id, members)).status).toBe(200)
  const { rev } = await readStaff(id)
  expect((await lab.call(`/api/v1/programmes/${id}/publish`, { cookie, body: { rev } })).status).toBe(200)
}
const create = (members: object) =>
  lab.call('/api/v1/programmes', { cookie, body: { kind: 'lecture', title: { 'zh-Hans': '讲座' }, ...members } })
const home = async (query: string) => homeSchema.parse(await read(`/home?device=tv${query}`))
const cardsOf = ({ heroes, rails }: Awaited<ReturnType<typeof home>>) => ({
  heroes: heroes.map(({ card }) => card.id),
  rails: rails.map(({ cards }) => cards.map(({ id }) => id)),
})
const problemOf = async (path: string, call: Parameters<CmsLab['call']>[1] = {}) => {
  const reply = await lab.call(`/api/v1${path}`, call)
  const problem = problemSchema.parse(reply.json())
  return { status: reply.status, type: problem.type, fields: problem.errors?.map(({ path: field, code }) => [field, code]) }
}

describe('whom a programme suits', () => {
  it('is everyone where nothing is said', async () => {
    expect(staffProgrammeSchema.parse((await create({})).json()).audience).toBe('everyone')
  })
  it('is said when it is made, and changed later', async () => {
    const made = staffProgrammeSchema.parse((await create({ audience: 'children' })).json())
    expect(made.audience).toBe('children')
    expect((await patch(made.id, { audience: 'everyone' })).status).toBe(200)
    expect((await readStaff(made.id)).audience).toBe('everyone')
    expect((await patch(made.id, { title: { 'zh-Hans': '改' } })).status).toBe(200)
    expect((await readStaff(made.id)).audience).toBe('everyone')
  })
  it('is everyone for what was stored before anybody was asked', async () => {
    const made = staffProgrammeSchema.parse((await create({ audience: 'children' })).json())
    await lab.connection.collection<{ _id: string }>('programmes').updateOne({ _id: made.id }, { $unset: { audience: '' } })
    expect((await readStaff(made.id)).audience).toBe('everyone')
  })
  it.each(['adults', null, 3])('is refused by name when it is %j', async (audience) => {
    const draft = { kind: 'lecture', title: {}, audience }
    expect(await problemOf('/programmes', { cookie, body: draft })).toMatchObject({ status: 400, fields: [['audience', 'invalid']] })
    const { rev } = await readStaff('song')
    const wrong = await problemOf('/programmes/song', { cookie, method: 'PATCH', body: { rev, audience } })
    expect(wrong).toMatchObject({ status: 400, fields: [['audience', 'invalid']] })
  })
})

describe('children’s mode', () => {
  it('has a home screen of its own', async () => {
    expect(cardsOf(await home('&kids=1'))).toEqual({ heroes: ['xiaosi'], rails: [['xiaosi']] })
    expect(cardsOf(await home('')).rails).toEqual([['song', 'xiaosi']])
  })
  it('finds nothing that is for others', async () => {
    const found = async (query: string) => searchResultSchema.parse(await read(`/search?${query}`)).items.map(({ id }) => id)
    expect(await found('q=cypfg')).toEqual(['song'])
    expect(await found('q=cypfg&kids=1')).toEqual([])
    expect(await found('q=xsll&kids=1')).toEqual(['xiaosi', 'xiaosi-one'])
  })
  it('opens what is for children, without a way to anything else', async () => {
    const detail = programmeDetailSchema.parse(await read('/programmes/xiaosi-one?kids=1'))
    expect([detail.id, detail.episodeOf?.seriesId, detail.related]).toEqual(['xiaosi-one', 'xiaosi', []])
    expect((await lab.call('/api/v1/programmes/xiaosi-one/playback?kids=1')).status).toBe(200)
    expect((await lab.call('/api/v1/series/xiaosi?kids=1')).status).toBe(200)
  })
  it.each(['/programmes/song', '/programmes/song/playback'])(
    'says of %s that it is not in it, which is not that there is none',
    async (path) => {
      expect(await problemOf(`${path}?kids=1`)).toMatchObject({ status: 404, type: expect.stringMatching(/\/not-for-children$/) })
      expect((await lab.call(`/api/v1${path}`)).status).toBe(200)
      const gone = path.replace('song', 'never-was')
      expect(await problemOf(`${gone}?kids=1`)).toMatchObject({ status: 404, type: expect.stringMatching(/\/not-found$/) })
    },
  )
  it('loses a series with its first episode that is for everyone, with the answer to that change', async () => {
    await republish('xiaosi-one', { audience: 'everyone' })
    expect(await home('&kids=1')).toMatchObject({ heroes: [], rails: [] })
    expect(await problemOf('/series/xiaosi?kids=1')).toMatchObject({ type: expect.stringMatching(/\/not-for-children$/) })
    await republish('xiaosi-one', { audience: 'children' })
    expect(cardsOf(await home('&kids=1')).heroes).toEqual(['xiaosi'])
  })
  it.each(['/home', '/search?q=a', '/programmes/song', '/programmes/song/playback', '/series/xiaosi'])(
    'is switched on by 1 alone: anything else is refused by name (%s)',
    async (path) => {
      const query = path.includes('?') ? '&' : '?'
      for (const value of ['0', '', 'yes', '1&kids=1']) {
        expect(await problemOf(`${path}${query}kids=${value}`)).toMatchObject({ status: 400, fields: [['kids', 'invalid']] })
      }
    },
  )
})
