import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problemSchema, searchResultSchema, starterCatalogueSchema } from '@ulan/contract/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPOSITORY } from '../../lab/server-process.ts'
import { type CmsLab, createCmsLab } from './cms-lab.ts'

const NOUNS = ['laws', 'questions', 'quizzes', 'regions', 'genres', 'troupes', 'series', 'rails', 'programmes'] as const

/** What an empty store is filled with at its first start. */
async function readStarterCatalogue() {
  const parts = NOUNS.map(async (noun) => {
    const text = await readFile(join(REPOSITORY, 'cms/launch/starter-catalogue', `${noun}.json`), 'utf8')
    return [noun, JSON.parse(text)] as const
  })
  return starterCatalogueSchema.parse(Object.fromEntries(await Promise.all(parts)))
}

let lab: CmsLab
beforeAll(async () => {
  lab = await createCmsLab()
  const catalogue = await readStarterCatalogue()
  for (const { assetId } of catalogue.programmes) lab.library.put(assetId, 'awaiting-master')
  await lab.cms.seed(catalogue)
})
afterAll(() => lab.close())

const ask = (q: string, locale = 'zh-Hans') => lab.call(`/api/v1/search?locale=${locale}&q=${encodeURIComponent(q)}`)
const find = async (q: string, locale?: string) => searchResultSchema.parse((await ask(q, locale)).json())

describe('a search in the starter catalogue', () => {
  it.each([
    ['look-alike letters', 'ᠭᠠᠣᠯᠢ'],
    ['the initials of the law', 'cyf'],
    ['its pinyin', 'caoyuanfa'],
    ['Cyrillic', 'хууль'],
    ['hanzi', '草原法'],
  ])('finds the song of the Grassland Law by %s', async (_, q) => {
    const { items } = await find(q)
    expect(items.map(({ id }) => id)).toContain('grassland-law-song')
  })
  it('shows what it finds in the locale of the reader', async () => {
    const [first] = (await find('cyfzg', 'mn-Mong')).items
    expect(first).toMatchObject({ id: 'grassland-law-song', title: { locale: 'mn-Mong' }, posters: expect.anything() })
  })
  it('finds a series beside its episodes', async () => {
    const { items } = await find('小司来了')
    expect(items[0]).toMatchObject({ kind: 'series', id: 'xiao-si' })
    expect(items).toHaveLength(5)
  })
  it('finds nothing for words that are nowhere', async () => expect(await find('qqqq')).toEqual({ total: 0, items: [] }))
})

describe('a question', () => {
  it('is answered with the same bytes however it is spelled, and can be asked for again cheaply', async () => {
    const one = await ask('ＣＹＦ')
    const other = await ask(' cyf ')
    expect(other.headers.get('etag')).toBe(one.headers.get('etag'))
    const again = await lab.call('/api/v1/search?q=cyf', { headers: { 'if-none-match': one.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })
  it.each([
    ['no words', '/api/v1/search', 'q'],
    ['more than 100 characters', `/api/v1/search?q=${'a'.repeat(101)}`, 'q'],
    ['an unknown locale', '/api/v1/search?q=a&locale=fr', 'locale'],
    ['words given twice', '/api/v1/search?q=a&q=b', 'q'],
  ])('with %s is refused by name', async (_, path, field) => {
    const reply = await lab.call(path)
    const { errors } = problemSchema.parse(reply.json())
    expect([reply.status, errors?.map((error) => error.path)]).toEqual([400, [field]])
  })
  it.each(['%ED%A0%80', '%00', '%E2%80%AE', '%F0%9F%90%8E', '%EE%88%B4'])('may hold anything: %s', async (q) => {
    const reply = await lab.call(`/api/v1/search?q=${q}`)
    expect([reply.status, searchResultSchema.parse(reply.json()).total]).toEqual([200, 0])
  })
})
