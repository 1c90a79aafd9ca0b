import type { Asset } from '@ulan/contract'
import { playbackSchema, problemSchema, staffProgrammeSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'

const chapter = (kind: string, startSeconds: unknown, endSeconds: unknown) => ({ kind, startSeconds, endSeconds })
/** How long a film of the library in memory is. */
const FILM_SECONDS = 30
const OPENING = chapter('opening', 0, 4.5)
const LAW = chapter('law-explained', 15, 25)
const CREDITS = chapter('credits', 25, FILM_SECONDS)

let lab: CmsLab
let cookie: string
let film: Asset['id']
beforeAll(async () => {
  lab = await createCmsLab()
  film = lab.library.put('clip-film', 'ready')
  cookie = await lab.signIn()
})
afterAll(() => lab.close())

const make = async (members: object = {}) => {
  const body = { kind: 'lecture', title: { 'zh-Hans': '讲座' }, assetId: film, ...members }
  const reply = await lab.call('/api/v1/programmes', { cookie, body })
  return { status: reply.status, value: reply.json() }
}
const edit = async (id: string, rev: number, members: object) => {
  const reply = await lab.call(`/api/v1/programmes/${id}`, { cookie, method: 'PATCH', body: { rev, ...members } })
  return { status: reply.status, value: reply.json() }
}
const publish = (id: string, rev: number) => lab.call(`/api/v1/programmes/${id}/publish`, { cookie, body: { rev } })
const playback = async (id: string) => playbackSchema.parse((await lab.call(`/api/v1/programmes/${id}/playback`)).json())

describe('chapters of a film', () => {
  it('are kept, changed and taken away, and players are told of them once that is published', async () => {
    const made = staffProgrammeSchema.parse((await make({ chapters: [OPENING, LAW] })).value)
    expect(made.chapters).toEqual([OPENING, LAW])
    await publish(made.id, 1)
    expect((await playback(made.id)).chapters).toEqual([OPENING, LAW])
    expect(await edit(made.id, 2, { chapters: [OPENING, LAW, CREDITS] })).toMatchObject({ status: 200 })
    expect((await playback(made.id)).chapters).toEqual([OPENING, LAW])
    await publish(made.id, 3)
    expect((await playback(made.id)).chapters).toEqual([OPENING, LAW, CREDITS])
    const read = await lab.call(`/api/v1/staff/programmes/${made.id}`, { cookie })
    expect(staffProgrammeSchema.parse(read.json()).chapters).toEqual([OPENING, LAW, CREDITS])
    expect((await edit(made.id, 4, { chapters: [] })).status).toBe(200)
    await publish(made.id, 5)
    expect(await playback(made.id)).not.toHaveProperty('chapters')
  })
  it('are absent where nobody marked any, and stay when something else is edited', async () => {
    const none = staffProgrammeSchema.parse((await make()).value)
    expect(none).not.toHaveProperty('chapters')
    const marked = staffProgrammeSchema.parse((await make({ chapters: [LAW] })).value)
    expect((await edit(marked.id, 1, { title: { 'zh-Hans': '新题' } })).value).toMatchObject({ chapters: [LAW] })
  })
  it('go with the film that they belong to', async () => {
    const made = staffProgrammeSchema.parse((await make({ chapters: [LAW] })).value)
    const other = lab.library.put('clip-other', 'ready')
    expect((await edit(made.id, 1, { assetId: other })).value).not.toHaveProperty('chapters')
  })
  it('may be written before anybody knows how long the film is, and are told as far as it goes', async () => {
    const made = staffProgrammeSchema.parse((await make({ assetId: undefined, chapters: [chapter('credits', 25, 9000)] })).value)
    expect((await edit(made.id, 1, { assetId: film })).value).toMatchObject({ chapters: [chapter('credits', 25, 9000)] })
    await publish(made.id, 2)
    expect((await playback(made.id)).chapters).toEqual([CREDITS])
  })
})

describe('chapters that cannot be', () => {
  it.each<[string, readonly object[], readonly (readonly [string, string])[]]>([
    ['end before they start', [chapter('opening', 5, 4)], [['chapters.0.endSeconds', 'chapter-end-before-start']]],
    ['are not in the order of the film', [LAW, OPENING], [['chapters.1.startSeconds', 'chapter-out-of-order']]],
    ['lie over each other', [OPENING, chapter('law-explained', 4, 20)], [['chapters.1.startSeconds', 'chapter-overlap']]],
    ['lie beyond the film', [OPENING, chapter('credits', 20, 999)], [['chapters.1.endSeconds', 'chapter-beyond-film']]],
    ['begin before it', [chapter('opening', -1, 4)], [['chapters.0.startSeconds', 'too-small']]],
    ['have no end', [chapter('opening', 1, undefined)], [['chapters.0.endSeconds', 'required']]],
    ['are no times', [chapter('opening', '0:00', 4)], [['chapters.0.startSeconds', 'invalid']]],
    ['are of no known kind', [chapter('interval', 0, 4)], [['chapters.0.kind', 'invalid']]],
    ['say more than is asked', [{ ...OPENING, title: '片头' }], [['chapters.0.title', 'unknown-field']]],
    ['are too many', Array.from({ length: 21 }, (_, at) => chapter('law-explained', at, at + 1)), [['chapters', 'too-big']]],
  ])('%s: that is said at the field, and nothing is changed', async (_, chapters, errors) => {
    const made = staffProgrammeSchema.parse((await make({ chapters: [LAW] })).value)
    for (const { status, value } of [await make({ chapters }), await edit(made.id, 1, { chapters })]) {
      const problem = problemSchema.parse(value)
      expect([status, problem.type]).toEqual([400, '/problems/invalid-request'])
      expect(problem.errors?.map(({ path, code }) => [path, code])).toEqual(errors)
    }
    expect((await edit(made.id, 1, { kind: 'documentary' })).value).toMatchObject({ rev: 2, chapters: [LAW] })
  })
  it('the words say what to do, with the time to go by', async () => {
    const { value } = await make({ chapters: [OPENING, chapter('law-explained', 4, 999)] })
    const { detail = '' } = problemSchema.parse(value)
    expect(detail).toMatch(/chapters\.1\.startSeconds: 与前一个章节重叠，请从 0:05 或更晚开始。/)
    expect(detail).toMatch(/chapters\.1\.endSeconds: 影片只到 0:30，请改早章节的结束时间。/)
  })
})
