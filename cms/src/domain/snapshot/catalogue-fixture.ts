import { type Asset, NO_SETTINGS, type Programme } from '@ulan/contract'
import {
  assetSchema,
  genreSchema,
  lawSchema,
  programmeSchema,
  questionSchema,
  quizSchema,
  railSchema,
  regionSchema,
  seriesSchema,
  troupeSchema,
} from '@ulan/contract/schemas'
import type { Catalogue } from './catalogue.ts'

const AT = '2026-01-01T00:00:00.000Z'
const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<T['id'], T> => new Map(items.map((item) => [item.id, item]))

/** A programme with every member a test does not care about filled in. */
export const fixtureProgramme = (members: Partial<Record<keyof Programme, unknown>> & { id: string }): Programme =>
  programmeSchema.parse({
    kind: 'performance',
    audience: 'everyone',
    title: { 'zh-Hans': `节目 ${members.id}` },
    laws: [],
    rev: 1,
    status: 'published',
    isSample: false,
    createdAt: AT,
    updatedAt: AT,
    publishedAt: AT,
    ...members,
  })

export const fixtureAsset = (id: string, status: Asset['status'] = 'ready'): Asset =>
  assetSchema.parse({
    id,
    fileName: `${id}.mp4`,
    sizeBytes: 1,
    status,
    createdAt: AT,
    rungs: [],
    progress: status === 'ready' ? 1 : 0.5,
    attempt: 1,
    posters: { small: `/media/${id}/s.jpg`, medium: `/media/${id}/m.jpg`, large: `/media/${id}/l.jpg` },
    ...(status === 'ready' ? { version: 1, durationSeconds: 61, playlistUrl: `/media/${id}/1/master.m3u8` } : {}),
  })

const programmes = [
  fixtureProgramme({
    id: 'song',
    assetId: 'clip-song',
    genreId: 'haolaibao',
    troupeId: 'xilingol',
    regionCode: '152500',
    quizId: 'quiz-one',
    laws: [
      { lawId: 'civil', article: '第一条' },
      { lawId: 'civil', article: '第九条' },
      { lawId: 'gone', article: '第一条' },
    ],
    title: { 'zh-Hans': '草原好声', 'mn-Mong': 'ᠳᠠᠭᠤᠤ' },
    synopsis: { 'zh-Hans': '一段好来宝。' },
    publishedAt: '2026-01-05T00:00:00.000Z',
  }),
  fixtureProgramme({ id: 'sketch', assetId: 'clip-encoding', genreId: 'haolaibao', publishedAt: '2026-01-04T00:00:00.000Z' }),
  fixtureProgramme({ id: 'lecture', kind: 'lecture', publishedAt: '2026-01-03T00:00:00.000Z' }),
  fixtureProgramme({
    id: 'ep-two',
    kind: 'animation',
    episodeOf: { seriesId: 'xiaosi', season: 1, episode: 2 },
    assetId: 'clip-ep-two',
    quizId: 'quiz-empty',
    publishedAt: '2026-01-02T00:00:00.000Z',
  }),
  fixtureProgramme({
    id: 'ep-one',
    kind: 'animation',
    episodeOf: { seriesId: 'xiaosi', season: 1, episode: 1 },
    assetId: 'clip-ep-one',
    publishedAt: '2026-01-01T00:00:00.000Z',
  }),
  fixtureProgramme({ id: 'film', kind: 'animation', publishedAt: '2025-12-01T00:00:00.000Z' }),
  fixtureProgramme({
    id: 'orphan',
    kind: 'documentary',
    episodeOf: { seriesId: 'nowhere', season: 1, episode: 1 },
    publishedAt: '2025-11-01T00:00:00.000Z',
  }),
  fixtureProgramme({ id: 'hidden', status: 'draft', assetId: 'clip-hidden' }),
  fixtureProgramme({ id: 'gone', status: 'taken-down', assetId: 'clip-gone' }),
]

const option = (id: string) => ({ id, text: { 'zh-Hans': `选项${id}` } })
const question = (id: string, shuffle: boolean, lawId: string) => ({
  id,
  topic: 'civil',
  difficulty: 1,
  text: { 'zh-Hans': `题目${id}` },
  options: [option('a'), option('b'), option('c'), option('d')],
  correctOptionId: 'a',
  explanation: { 'zh-Hans': '因为。' },
  citation: { lawId, article: '第一条', quote: '为了' },
  shuffle,
})

/** A small catalogue with one of each case that rules and answers must tell apart. */
export const FIXTURE_CATALOGUE: Catalogue = {
  settings: { ...NO_SETTINGS, organiser: '司法厅', rev: 1 },
  programmes: byId(programmes),
  series: byId(
    [
      {
        id: 'xiaosi',
        kind: 'animation',
        title: { 'zh-Hans': '小司来了' },
        synopsis: { 'zh-Hans': '动画系列。' },
        posterAssetId: 'clip-series',
        seasons: [{ number: 1, title: { 'zh-Hans': '第一季' } }],
        isSample: true,
      },
      { id: 'empty', kind: 'documentary', title: { 'zh-Hans': '空系列' }, seasons: [], isSample: false },
    ].map((one) => seriesSchema.parse(one)),
  ),
  rails: [
    { id: 'hero', title: {}, position: 0, rule: { kind: 'manual', entries: [{ kind: 'series', id: 'xiaosi' }] }, isHero: true },
    { id: 'all', title: { 'zh-Hans': '最新' }, position: 2, rule: { kind: 'newest', limit: 3 }, isHero: false },
    {
      id: 'shows',
      title: { 'zh-Hans': '演出' },
      position: 1,
      rule: { kind: 'newest', programmeKind: 'performance', limit: 20 },
      isHero: false,
    },
    {
      id: 'chosen',
      title: { 'zh-Hans': '精选' },
      position: 3,
      rule: {
        kind: 'manual',
        entries: [
          { kind: 'programme', id: 'hidden' },
          { kind: 'programme', id: 'song' },
          { kind: 'series', id: 'empty' },
        ],
      },
      isHero: false,
    },
    { id: 'bare', title: { 'zh-Hans': '空' }, position: 4, rule: { kind: 'manual', entries: [] }, isHero: false },
  ].map((one) => railSchema.parse(one)),
  laws: byId([
    lawSchema.parse({
      id: 'civil',
      level: 'law',
      title: '中华人民共和国民法典',
      issuedBy: '全国人民代表大会',
      effectiveFrom: '2021-01-01',
      source: 'flk.npc.gov.cn',
      articles: [{ number: '第一条', text: '为了保护民事主体的合法权益。' }],
    }),
  ]),
  genres: byId([genreSchema.parse({ id: 'haolaibao', name: { 'zh-Hans': '好来宝', 'mn-Mong': 'ᠬᠣᠯᠪᠣᠭ᠎ᠠ' } })]),
  troupes: byId([troupeSchema.parse({ id: 'xilingol', name: { 'zh-Hans': '锡林郭勒乌兰牧骑' }, isSample: true })]),
  regions: new Map(
    [regionSchema.parse({ code: '152500', name: { 'zh-Hans': '锡林郭勒盟' }, kind: 'league' })].map((one) => [one.code, one]),
  ),
  quizzes: byId(
    [
      { id: 'quiz-one', title: { 'zh-Hans': '答题' }, questionIds: ['q-one', 'q-two', 'q-gone'] },
      { id: 'quiz-empty', title: {}, questionIds: ['q-gone'] },
    ].map((one) => quizSchema.parse(one)),
  ),
  questions: byId([question('q-one', true, 'civil'), question('q-two', false, 'gone')].map((one) => questionSchema.parse(one))),
  assets: byId([
    fixtureAsset('clip-song'),
    fixtureAsset('clip-encoding', 'encoding'),
    fixtureAsset('clip-ep-one'),
    fixtureAsset('clip-ep-two'),
    fixtureAsset('clip-series', 'awaiting-master'),
    fixtureAsset('clip-hidden'),
  ]),
}
