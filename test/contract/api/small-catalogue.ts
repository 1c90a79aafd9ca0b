import type { StarterCatalogue } from '@ulan/contract'
import { starterCatalogueSchema } from '@ulan/contract/schemas'

const option = (id: string) => ({ id, text: { 'zh-Hans': `选项 ${id}` } })
const question = (id: string) => ({
  id,
  topic: 'civil',
  difficulty: 1,
  text: { 'zh-Hans': `题目 ${id}`, 'mn-Mong': 'ᠠᠰᠠᠭᠤᠯᠲᠠ' },
  options: [option('a'), option('b'), option('c')],
  correctOptionId: 'b',
  explanation: { 'zh-Hans': '因为法律这样规定。' },
  citation: { lawId: 'civil-code', article: '第一条', quote: '为了保护' },
  shuffle: false,
})

/** A catalogue that exercises every noun; small enough to read in a failing test. */
export const SMALL_CATALOGUE: StarterCatalogue = starterCatalogueSchema.parse({
  laws: [
    {
      id: 'civil-code',
      level: 'law',
      title: '中华人民共和国民法典',
      issuedBy: '全国人民代表大会',
      effectiveFrom: '2021-01-01',
      source: 'flk.npc.gov.cn',
      articles: [{ number: '第一条', text: '为了保护民事主体的合法权益。' }],
    },
  ],
  questions: ['q-one', 'q-two', 'q-three'].map(question),
  quizzes: [{ id: 'quiz-one', title: { 'zh-Hans': '学法答题' }, questionIds: ['q-one', 'q-two', 'q-three'] }],
  regions: [
    { code: '152500', name: { 'zh-Hans': '锡林郭勒盟' }, kind: 'league' },
    { code: '152502', name: { 'zh-Hans': '锡林浩特市' }, kind: 'county-city', parentCode: '152500' },
  ],
  genres: [{ id: 'haolaibao', name: { 'zh-Hans': '好来宝' } }],
  troupes: [{ id: 'xilingol', name: { 'zh-Hans': '锡林郭勒乌兰牧骑' }, regionCode: '152500', isSample: true }],
  series: [{ id: 'xiaosi', kind: 'animation', title: { 'zh-Hans': '小司来了' }, seasons: [{ number: 1 }], isSample: true }],
  rails: [
    { id: 'hero', title: {}, position: 0, rule: { kind: 'newest', limit: 2 }, isHero: true },
    { id: 'newest', title: { 'zh-Hans': '最新' }, position: 1, rule: { kind: 'newest', limit: 20 }, isHero: false },
  ],
  programmes: [
    {
      id: 'song',
      assetId: 'clip-song',
      kind: 'performance',
      title: { 'zh-Hans': '草原普法歌', 'mn-Mong': 'ᠳᠠᠭᠤᠤ' },
      genreId: 'haolaibao',
      troupeId: 'xilingol',
      regionCode: '152500',
      quizId: 'quiz-one',
      laws: [{ lawId: 'civil-code', article: '第一条' }],
    },
    {
      id: 'xiaosi-one',
      assetId: 'clip-waiting',
      kind: 'animation',
      title: { 'zh-Hans': '第一集' },
      episodeOf: { seriesId: 'xiaosi', season: 1, episode: 1 },
    },
  ],
})
