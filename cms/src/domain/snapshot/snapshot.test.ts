import {
  homeSchema,
  programmeDetailSchema,
  programmeIdSchema,
  questionSchema,
  quizSchema,
  railSchema,
  regionCodeSchema,
  seriesDetailSchema,
  seriesIdSchema,
  seriesSchema,
} from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { buildSnapshot, fingerprintLines } from './build-snapshot.ts'
import { assetIdsOf, type Catalogue } from './catalogue.ts'
import { FIXTURE_CATALOGUE, fixtureAsset, fixtureProgramme } from './catalogue-fixture.ts'
import { presentHome } from './present-home.ts'
import { presentRead } from './present-read.ts'

const snapshot = buildSnapshot(FIXTURE_CATALOGUE, 'v1')
const programme = (id: string) => programmeIdSchema.parse(id)
const detail = (id: string, locale: 'zh-Hans' | 'mn-Mong' = 'zh-Hans') =>
  programmeDetailSchema.parse(presentRead(snapshot, { kind: 'programme', id: programme(id), locale }))

describe('what the public may see', () => {
  it('is published programmes only, newest first', () => {
    expect(snapshot.programmes.map((one) => one.id)).toEqual(['song', 'sketch', 'lecture', 'ep-two', 'ep-one', 'film', 'orphan'])
  })
  it('is series with a published episode, episodes in order', () => {
    expect([...snapshot.series.keys()]).toEqual(['xiaosi'])
    expect(snapshot.series.get(seriesIdSchema.parse('xiaosi'))?.episodes.map((one) => one.id)).toEqual(['ep-one', 'ep-two'])
  })
  it('lets episodes stand as their series, once, at the place of the newest', () => {
    expect(snapshot.newest.map((one) => one.id)).toEqual(['song', 'sketch', 'lecture', 'xiaosi', 'film', 'orphan'])
  })
  it('opens the assets of public programmes and series, and no others', () => {
    expect([...snapshot.assetIds].sort()).toEqual(['clip-encoding', 'clip-ep-one', 'clip-ep-two', 'clip-series', 'clip-song'])
  })
  it.each(['hidden', 'gone', 'never-was'])('answers nothing about %s', (id) => {
    expect(presentRead(snapshot, { kind: 'programme', id: programme(id), locale: 'zh-Hans' })).toBeUndefined()
    expect(presentRead(snapshot, { kind: 'playback', id: programme(id) })).toBeUndefined()
    expect(presentRead(snapshot, { kind: 'series', id: seriesIdSchema.parse(id), locale: 'zh-Hans' })).toBeUndefined()
  })
})

describe('home', () => {
  const home = presentHome(snapshot, { locale: 'zh-Hans', device: 'tv' })
  it('fits the contract', () => expect(homeSchema.parse(home)).toEqual(home))
  it('keeps rails in order and leaves out the empty one and the hero rail', () => {
    expect(home.rails.map((rail) => rail.id)).toEqual(['shows', 'all', 'chosen'])
  })
  it('fills rails by their rule', () => {
    expect(home.rails.map((rail) => rail.cards.map((card) => card.id))).toEqual([
      ['song', 'sketch'],
      ['song', 'sketch', 'lecture'],
      ['song'],
    ])
  })
  it('marks a clip that is being prepared', () => {
    expect(home.rails[0]?.cards.map((card) => card.isPlayable)).toEqual([true, false])
  })
  it('takes heroes from the hero rail, with synopsis', () => {
    expect(home.heroes.map((hero) => [hero.card.id, hero.synopsis.text])).toEqual([['xiaosi', '动画系列。']])
  })
  it('takes the newest as heroes where no rail names any', () => {
    const bare = buildSnapshot({ ...FIXTURE_CATALOGUE, rails: [] }, 'v2')
    expect(presentHome(bare, { locale: 'zh-Hans', device: 'tablet' }).heroes.map((hero) => hero.card.id)).toEqual([
      'song',
      'sketch',
      'lecture',
    ])
  })
  it('lets what was chosen by hand follow the newest, none twice', () => {
    const entry = (kind: string, id: string) => ({ kind, id })
    const followedBy = [entry('programme', 'film'), entry('series', 'xiaosi'), entry('programme', 'ep-two'), entry('programme', 'hidden')]
    const rule = { kind: 'newest', programmeKind: 'animation', limit: 1, followedBy }
    const rails = [railSchema.parse({ id: 'animation', title: {}, position: 0, rule, isHero: false })]
    const mixed = presentHome(buildSnapshot({ ...FIXTURE_CATALOGUE, rails }, 'v4'), { locale: 'zh-Hans', device: 'tv' })
    expect(mixed.rails[0]?.cards.map((card) => card.id)).toEqual(['xiaosi', 'film', 'ep-two'])
  })
  it('takes the newest as heroes once they have a poster', () => {
    const rule = { kind: 'newest', limit: 3, followedBy: [{ kind: 'series', id: 'xiaosi' }] }
    const rails = [railSchema.parse({ id: 'hero', title: {}, position: 0, rule, isHero: true })]
    const { heroes } = presentHome(buildSnapshot({ ...FIXTURE_CATALOGUE, rails }, 'v5'), { locale: 'zh-Hans', device: 'tv' })
    // The lecture, third newest, has no poster.
    expect(heroes.map((hero) => hero.card.id)).toEqual(['song', 'sketch', 'xiaosi'])
  })
  it('puts shows of the viewer’s league first', () => {
    const far = fixtureProgramme({ id: 'far', publishedAt: '2026-02-01T00:00:00.000Z', regionCode: '150100' })
    const catalogue = { ...FIXTURE_CATALOGUE, programmes: new Map([...FIXTURE_CATALOGUE.programmes, [far.id, far]]) }
    const local = presentHome(buildSnapshot(catalogue, 'v3'), {
      locale: 'zh-Hans',
      device: 'tablet',
      region: regionCodeSchema.parse('152501'),
    })
    expect(local.rails[0]?.cards.map((card) => card.id)).toEqual(['song', 'far', 'sketch'])
  })
  it('has a rail for whoever said where they live, by the name of their league: its shows, and series with a part from there', () => {
    const near = fixtureProgramme({ id: 'near', regionCode: '152502', episodeOf: { seriesId: 'xiaosi', season: 1, episode: 9 } })
    const programmes = new Map([...FIXTURE_CATALOGUE.programmes, [near.id, near]])
    const rails = [
      railSchema.parse({ id: 'local', title: { 'zh-Hans': '本地节目' }, position: 0, rule: { kind: 'local', limit: 9 }, isHero: false }),
    ]
    const found = buildSnapshot({ ...FIXTURE_CATALOGUE, programmes, rails }, 'v6')
    const railsOf = (region?: string) =>
      presentHome(found, {
        locale: 'zh-Hans',
        device: 'tv',
        region: region === undefined ? undefined : regionCodeSchema.parse(region),
      }).rails.map(({ title, cards }) => [title.text, ...cards.map(({ id }) => id)])
    expect(railsOf('152501')).toEqual([['锡林郭勒盟', 'song', 'xiaosi']])
    expect(railsOf('150700')).toEqual([])
    expect(railsOf()).toEqual([])
  })
  it('says where a text fell back to Chinese, and never mixes scripts in a caption', () => {
    const cards = presentHome(snapshot, { locale: 'mn-Mong', device: 'tablet' }).rails[0]?.cards
    expect(cards?.map((card) => [card.title.locale, card.caption])).toEqual([
      ['mn-Mong', { text: '好来宝 · 锡林郭勒乌兰牧骑', locale: 'zh-Hans' }],
      ['zh-Hans', { text: 'ᠬᠣᠯᠪᠣᠭ᠎ᠠ', locale: 'mn-Mong' }],
    ])
  })
})

describe('a programme', () => {
  it('carries its places, the articles that exist and its quiz', () => {
    const song = detail('song')
    expect([song.genre?.name.text, song.troupe?.name.text, song.region?.name.text]).toEqual(['好来宝', '锡林郭勒乌兰牧骑', '锡林郭勒盟'])
    expect(song.laws.map((one) => one.article)).toEqual(['第一条'])
    expect(song.quiz?.questions.map((one) => [one.id, one.citation?.lawTitle])).toEqual([
      ['q-one', '中华人民共和国民法典'],
      ['q-two', undefined],
    ])
  })
  it('shuffles options only where the question allows it, the same way each time', () => {
    const ids = detail('song').quiz?.questions.map((one) => one.options.map((option) => option.id).join(''))
    expect(ids?.[1]).toBe('abcd')
    expect([...(ids?.[0] ?? '')].sort().join('')).toBe('abcd')
    expect(
      detail('song', 'mn-Mong')
        .quiz?.questions[0]?.options.map((option) => option.id)
        .join(''),
    ).toBe(ids?.[0])
  })
  it('has no quiz when none of its questions is left', () => expect(detail('ep-two').quiz).toBeUndefined())
  it('names its series and the next episode', () => {
    expect(detail('ep-one').episodeOf).toEqual({
      seriesId: 'xiaosi',
      seriesTitle: { text: '小司来了', locale: 'zh-Hans' },
      season: 1,
      episode: 1,
    })
    expect(detail('ep-one').nextEpisode?.card.id).toBe('ep-two')
    expect(detail('ep-two').nextEpisode).toBeUndefined()
    expect(detail('orphan').episodeOf).toBeUndefined()
  })
  it('has relatives of its genre before those of its kind, never itself or its own series', () => {
    expect(detail('song').related.map((card) => card.id)).toEqual(['sketch'])
    expect(detail('film').related.map((card) => card.id)).toEqual(['xiaosi'])
    expect(detail('ep-one').related.map((card) => card.id)).toEqual(['film'])
  })
  it('stops looking for relatives when it has enough', () => {
    const many = Array.from({ length: 30 }, (_, index) => fixtureProgramme({ id: `more-${String(index)}`, genreId: 'haolaibao' }))
    const catalogue: Catalogue = {
      ...FIXTURE_CATALOGUE,
      programmes: new Map([...FIXTURE_CATALOGUE.programmes, ...many.map((one) => [one.id, one] as const)]),
    }
    const shown = presentRead(buildSnapshot(catalogue, 'v4'), { kind: 'programme', id: programme('song'), locale: 'zh-Hans' })
    expect(programmeDetailSchema.parse(shown).related).toHaveLength(12)
  })
})

describe('a series', () => {
  const series = (from = snapshot) =>
    seriesDetailSchema.parse(presentRead(from, { kind: 'series', id: seriesIdSchema.parse('xiaosi'), locale: 'zh-Hans' }))
  it('lists its episodes by season', () => {
    expect(series().seasons.map((one) => [one.title?.text, one.episodes.map((episode) => episode.card.id)])).toEqual([
      ['第一季', ['ep-one', 'ep-two']],
    ])
    expect(series().posters?.small).toBe('/media/clip-series/s.jpg')
  })
  it('shows the posters of an episode when it has none of its own, and none when there are none', () => {
    const without = (...ids: string[]) => new Map([...FIXTURE_CATALOGUE.assets].filter(([id]) => !ids.includes(id)))
    expect(series(buildSnapshot({ ...FIXTURE_CATALOGUE, assets: without('clip-series') }, 'v')).posters?.small).toBe(
      '/media/clip-ep-one/s.jpg',
    )
    expect(series(buildSnapshot({ ...FIXTURE_CATALOGUE, assets: new Map() }, 'v')).posters).toBeUndefined()
  })
  it('puts seasons in order and shows untitled ones', () => {
    const later = fixtureProgramme({ id: 'later', kind: 'animation', episodeOf: { seriesId: 'xiaosi', season: 2, episode: 1 } })
    const programmes = new Map([[later.id, later], ...FIXTURE_CATALOGUE.programmes])
    const shown = series(buildSnapshot({ ...FIXTURE_CATALOGUE, programmes }, 'v'))
    expect(shown.seasons.map((one) => [one.number, one.title?.text])).toEqual([
      [1, '第一季'],
      [2, undefined],
    ])
  })
})

describe('records with little in them', () => {
  const bare = fixtureProgramme({ id: 'bare', title: {}, genreId: 'unknown', troupeId: 'unknown', regionCode: '150100', quizId: 'unknown' })
  const { publishedAt: _publishedAt, ...undated } = fixtureProgramme({ id: 'undated', assetId: 'clip-unknown' })
  const twin = fixtureProgramme({ id: 'twin' })
  const episode = fixtureProgramme({ id: 'ep', episodeOf: { seriesId: 'plain', season: 1, episode: 1 } })
  const same = fixtureProgramme({ id: 'ep-same', episodeOf: { seriesId: 'plain', season: 1, episode: 1 } })
  const plain = seriesSchema.parse({ id: 'plain', kind: 'lecture', title: {}, seasons: [], isSample: false })
  const question = questionSchema.parse({
    id: 'q-plain',
    topic: 't',
    difficulty: 1,
    text: {},
    options: [
      { id: 'a', text: {} },
      { id: 'b', text: {} },
    ],
    correctOptionId: 'a',
    explanation: {},
    shuffle: false,
  })
  const quiz = quizSchema.parse({ id: 'quiz-plain', title: {}, questionIds: ['q-plain'] })
  const quizzed = fixtureProgramme({ id: 'quizzed', quizId: 'quiz-plain' })
  const small = buildSnapshot(
    {
      ...FIXTURE_CATALOGUE,
      rails: [],
      programmes: new Map([bare, undated, twin, episode, same, quizzed].map((one) => [one.id, one])),
      series: new Map([[plain.id, plain]]),
      quizzes: new Map([[quiz.id, quiz]]),
      questions: new Map([[question.id, question]]),
    },
    'small',
  )
  it('stand in a settled order', () => {
    expect(small.programmes.map((one) => one.id)).toEqual(['bare', 'ep', 'ep-same', 'quizzed', 'twin', 'undated'])
    expect(small.series.get(plain.id)?.episodes.map((one) => one.id)).toEqual(['ep', 'ep-same'])
  })
  it('are answered without what they lack', () => {
    const shown = programmeDetailSchema.parse(presentRead(small, { kind: 'programme', id: bare.id, locale: 'mn-Mong' }))
    expect(shown).toMatchObject({ title: { text: '', locale: 'zh-Hans' }, isPlayable: false })
    for (const name of ['genre', 'troupe', 'region', 'quiz', 'posters']) expect(shown).not.toHaveProperty(name)
  })
  it('may be a question that cites nothing', () => {
    const shown = programmeDetailSchema.parse(presentRead(small, { kind: 'programme', id: quizzed.id, locale: 'zh-Hans' }))
    expect(shown.quiz?.questions[0]).not.toHaveProperty('citation')
  })
  it('may be a series without a word of synopsis, also as a hero', () => {
    const shown = presentRead(small, { kind: 'series', id: plain.id, locale: 'zh-Hans' })
    expect(seriesDetailSchema.parse(shown).synopsis.text).toBe('')
    const home = presentRead(small, { kind: 'home', locale: 'zh-Hans', device: 'tv' })
    expect(homeSchema.parse(home).heroes.map((hero) => hero.synopsis.text)).toEqual(['', '', ''])
  })
})

describe('lists', () => {
  it.each(['laws', 'genres', 'troupes', 'regions'] as const)('has all %s', (kind) => {
    expect(presentRead(snapshot, { kind })).toEqual({ items: [...FIXTURE_CATALOGUE[kind].values()] })
  })
  it('has all programmes, or those of one kind', () => {
    const ids = (read: object | undefined) => (read as { items: { id: string }[] }).items.map((one) => one.id) // a list by the line below
    expect(ids(presentRead(snapshot, { kind: 'programmes', locale: 'zh-Hans' }))).toHaveLength(7)
    expect(ids(presentRead(snapshot, { kind: 'programmes', locale: 'zh-Hans', programmeKind: 'lecture' }))).toEqual(['lecture'])
  })
})

describe('the fingerprint', () => {
  const lines = fingerprintLines(FIXTURE_CATALOGUE)
  it('does not depend on the order of loading', () => {
    const turned = { ...FIXTURE_CATALOGUE, programmes: new Map([...FIXTURE_CATALOGUE.programmes].reverse()) }
    expect(fingerprintLines(turned)).toEqual(lines)
  })
  it('changes with a revision and with an asset, not with a draft', () => {
    const song = { ...fixtureProgramme({ id: 'song' }), rev: 9 }
    const draft = fixtureProgramme({ id: 'new-draft', status: 'draft' })
    const withProgramme = (one: typeof song) => ({
      ...FIXTURE_CATALOGUE,
      programmes: new Map([...FIXTURE_CATALOGUE.programmes, [one.id, one]]),
    })
    expect(fingerprintLines(withProgramme(song))).not.toEqual(lines)
    expect(fingerprintLines(withProgramme(draft))).toEqual(lines)
    const asset = { ...fixtureAsset('clip-song'), version: 2 }
    expect(fingerprintLines({ ...FIXTURE_CATALOGUE, assets: new Map([...FIXTURE_CATALOGUE.assets, [asset.id, asset]]) })).not.toEqual(lines)
    const { version: _version, posters: _posters, ...plain } = asset
    expect(fingerprintLines({ ...FIXTURE_CATALOGUE, assets: new Map([[asset.id, plain]]) })).toContain(
      `a clip-song ready 0  ${asset.playlistUrl ?? ''}`,
    )
  })
  it('names every asset that has to be loaded', () => {
    expect(assetIdsOf(FIXTURE_CATALOGUE.programmes.values(), FIXTURE_CATALOGUE.series.values()).size).toBe(7)
  })
})
