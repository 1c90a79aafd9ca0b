import { cardSchema, homeSchema, playableQuizSchema, programmeDetailSchema, seriesDetailSchema } from '@ulan/contract/schemas'
import { answerQuestion, makeAttemptId, nextQuestion, startQuizRun } from '@ulan/player'
import { describe, expect, it } from 'vitest'
import { BUNDLES } from '../text/bundles.ts'
import { createTranslator, wordsOf } from '../text/words.ts'
import { cardView } from './card-view.ts'
import { homeView, isHomeUnfinished } from './home-view.ts'
import { programmeView, seriesView } from './programme-view.ts'
import { questionView } from './quiz-view.ts'

const words = wordsOf(createTranslator(BUNDLES, 'zh-Hans'), 'zh-Hans')
const zh = (text: string): object => ({ text, locale: 'zh-Hans' })
const posters = { small: '/s.jpg', medium: '/m.jpg', large: '/l.jpg' }
const card = {
  kind: 'programme',
  id: 'red-silk',
  programmeKind: 'performance',
  title: zh('红绸献宪法'),
  posters,
  durationSeconds: 75,
  isPlayable: true,
  isSample: true,
}
const seriesCard = {
  kind: 'series',
  id: 'xiao-si',
  episodeCount: 4,
  programmeKind: 'animation',
  title: zh('小司来了'),
  isPlayable: true,
  isSample: false,
}
const at = '2026-11-24T10:00:00.000Z'

describe('cardView', () => {
  it('links, names and marks a programme', () => {
    expect(cardView(cardSchema.parse(card), words)).toMatchObject({
      href: '#/programme/red-silk',
      posterUrl: '/m.jpg',
      clock: '1:15',
      sample: { text: '示例' },
    })
  })
  it('says that a clip is still being prepared, and then not how long it is', () => {
    const view = cardView(cardSchema.parse({ ...card, isPlayable: false }), words)
    expect([view.preparing?.text, view.clock]).toEqual(['准备中', undefined])
  })
  it('counts the episodes of a series', () => {
    const view = cardView(cardSchema.parse(seriesCard), words)
    expect([view.href, view.caption?.text, view.posterUrl, view.clock]).toEqual(['#/series/xiao-si', '共 4 集', undefined, undefined])
  })
})

describe('homeView', () => {
  const home = homeSchema.parse({
    snapshot: '1',
    locale: 'zh-Hans',
    languages: ['zh-Hans'],
    heroes: [{ card, synopsis: zh('一段') }],
    rails: [
      { id: 'stage', title: zh('演出'), cards: [card, seriesCard] },
      { id: 'nothing', title: zh('空'), cards: [] },
    ],
  })
  it('leaves out empty rails and gives heroes their large picture', () => {
    const view = homeView(home, words)
    expect(view.rails.map((rail) => rail.id)).toEqual(['stage'])
    expect(view.heroes[0]).toMatchObject({
      posterUrl: '/l.jpg',
      kind: { text: '演出' },
      action: { href: '#/play/red-silk', isPlay: true },
    })
    expect(view.isEmpty).toBe(false)
  })
  it('leads from the hero of a series to its episodes, and nowhere while a clip is prepared', () => {
    const heroOf = (one: object): unknown =>
      homeView({ ...home, heroes: [{ card: cardSchema.parse(one), synopsis: { text: '一段', locale: 'zh-Hans' } }] }, words).heroes[0]
        ?.action
    expect(heroOf(seriesCard)).toMatchObject({ href: '#/series/xiao-si', isPlay: false, label: { text: '全部剧集' } })
    expect(heroOf({ ...card, isPlayable: false })).toBeUndefined()
  })
  it('knows when there is nothing, or nothing finished', () => {
    expect(homeView({ ...home, heroes: [], rails: [] }, words).isEmpty).toBe(true)
    expect([isHomeUnfinished(home), isHomeUnfinished({ ...home, heroes: [], rails: [] })]).toEqual([false, true])
    const waiting = cardSchema.parse({ ...card, isPlayable: false })
    expect(isHomeUnfinished({ ...home, heroes: [], rails: [{ ...home.rails[0], cards: [waiting] } as (typeof home.rails)[0]] })).toBe(true) // the spread of a possibly missing rail
  })
})

describe('programmeView', () => {
  const detail = { ...card, kind: undefined, synopsis: zh('一段'), laws: [], related: [card] }
  const parse = (change: object): ReturnType<typeof programmeDetailSchema.parse> => {
    const { kind: _kind, ...rest } = { ...detail, ...change }
    return programmeDetailSchema.parse(rest)
  }
  it('offers to play, or to resume and to begin again', () => {
    const fresh = programmeView(parse({}), 0, words)
    expect([fresh.play, fresh.playFromStart]).toEqual([{ href: '#/play/red-silk', label: { text: '播放', locale: 'zh-Hans' } }, undefined])
    const begun = programmeView(parse({}), 63, words)
    expect([begun.play?.label.text, begun.playFromStart?.href]).toEqual(['从 1:03 继续', '#/play/red-silk/start'])
  })
  it('says so while the clip is prepared, and offers no play', () => {
    const view = programmeView(parse({ isPlayable: false, isSample: false, posters: undefined }), 0, words)
    expect([view.play, view.preparing?.text, view.sample, view.posterUrl]).toEqual([
      undefined,
      '视频正在准备，完成后就能播放。',
      undefined,
      undefined,
    ])
  })
  it('names genre, troupe, episode and length; the region only where no troupe tells it', () => {
    const genre = { id: 'holboo', name: zh('好来宝') }
    const troupe = { id: 'troupe-1', name: zh('示例队') }
    const region = { code: '152500', name: zh('锡林郭勒盟') }
    const episodeOf = { seriesId: 'xiao-si', seriesTitle: zh('小司来了'), season: 1, episode: 2 }
    const facts = (change: object): string[] => programmeView(parse(change), 0, words).facts.map((fact) => fact.text)
    expect(facts({ genre, troupe, region })).toEqual(['演出', '好来宝', '示例队', '1:15'])
    expect(facts({ region, episodeOf, durationSeconds: undefined })).toEqual(['演出', '锡林郭勒盟', '第 2 集'])
    const performed = { performedOn: '2026-08-15', venue: zh('阿巴嘎旗文化广场') }
    expect(facts({ ...performed, troupe, region })).toEqual(['演出', '示例队', '阿巴嘎旗文化广场', '2026年8月15日', '1:15'])
  })
  it('names who made it, by what they did', () => {
    const credits = [{ role: 'writer', names: zh('其其格、巴图') }]
    expect(programmeView(parse({ credits }), 0, words).credits).toEqual([{ role: zh('编剧'), names: zh('其其格、巴图') }])
    expect(programmeView(parse({}), 0, words).credits).toEqual([])
  })
  it('leads to quiz, series and next episode', () => {
    const episodeOf = { seriesId: 'xiao-si', seriesTitle: zh('小司来了'), season: 1, episode: 2 }
    const nextEpisode = { season: 1, episode: 3, synopsis: zh('三'), card: { ...card, id: 'third' } }
    const quiz = { id: 'quiz-1', title: zh('题'), questions: [] }
    const view = programmeView(parse({ episodeOf, nextEpisode, quiz }), 0, words)
    expect([view.quiz?.href, view.series?.href, view.next?.href]).toEqual(['#/quiz/red-silk', '#/series/xiao-si', '#/programme/third'])
  })
})

describe('seriesView', () => {
  const episode = (number: number, isPlayable: boolean): object => ({
    season: 1,
    episode: number,
    synopsis: zh('集'),
    card: { ...card, id: `episode-${number}`, isPlayable },
  })
  const series = {
    id: 'xiao-si',
    programmeKind: 'animation',
    title: zh('小司来了'),
    synopsis: zh('一段'),
    isSample: true,
    posters,
    seasons: [{ number: 1, episodes: [episode(1, false), episode(2, true)] }],
  }
  it('plays the first episode that is ready', () => {
    const view = seriesView(seriesDetailSchema.parse(series), words)
    expect([view.play?.href, view.facts.map((fact) => fact.text)]).toEqual(['#/play/episode-2', ['动画片', '共 2 集']])
    expect([view.seasons[0]?.title.text, view.seasons[0]?.episodes[0]?.label.text]).toEqual(['全部剧集', '第 1 集'])
  })
  it('names seasons when there are several, and offers no play when nothing is ready', () => {
    const seasons = [
      { number: 1, episodes: [episode(1, false)] },
      { number: 2, title: zh('新编'), episodes: [] },
    ]
    const view = seriesView(seriesDetailSchema.parse({ ...series, seasons, posters: undefined, isSample: false }), words)
    expect(view.seasons.map((season) => season.title.text)).toEqual(['第 1 季', '新编'])
    expect([view.play, view.sample, view.posterUrl]).toEqual([undefined, undefined, undefined])
  })
})

describe('questionView', () => {
  const question = (id: string, citation?: object): object => ({
    id,
    text: zh('问'),
    options: [
      { id: 'a', text: zh('甲') },
      { id: 'b', text: zh('乙') },
      { id: 'c', text: zh('丙') },
    ],
    correctOptionId: 'b',
    explanation: zh('因为'),
    ...(citation === undefined ? {} : { citation }),
  })
  const law = { lawId: 'grassland-law', lawTitle: '草原法', article: '第五十五条', quote: '禁止' }
  const quiz = playableQuizSchema.parse({ id: 'quiz-1', title: zh('题'), questions: [question('q1', law), question('q2')] })
  const run = startQuizRun(
    quiz,
    makeAttemptId((count) => new Uint8Array(count)),
    at,
  )
  const [first, second] = quiz.questions
  if (first === undefined || second === undefined) throw new Error('two questions were parsed')
  it('shows letters before the answer and nothing else', () => {
    const view = questionView(run, first, words)
    expect(view.options.map((option) => [option.letter, option.mark, option.markWord])).toEqual([
      ['A', 'open', undefined],
      ['B', 'open', undefined],
      ['C', 'open', undefined],
    ])
    expect(view.verdict).toBeUndefined()
  })
  it('names the right and the wrong option in words, with the law', () => {
    const view = questionView(answerQuestion(run, 'a', at), first, words)
    expect(view.options.map((option) => option.markWord?.text)).toEqual(['你的答案', '正确答案', undefined])
    expect(view.verdict).toMatchObject({
      isRight: false,
      word: { text: '答错了' },
      law: { article: '第五十五条' },
      nextLabel: { text: '下一题' },
    })
  })
  it('leads to the result after the last question', () => {
    const last = answerQuestion(nextQuestion(answerQuestion(run, 'b', at), at), 'b', at)
    const view = questionView(last, second, words)
    expect(view.verdict).toMatchObject({ isRight: true, word: { text: '答对了！' }, nextLabel: { text: '答题结果' } })
    expect(view.verdict?.law).toBeUndefined()
  })
})
