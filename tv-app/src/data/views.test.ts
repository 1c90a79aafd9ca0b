import type { Card, Home, ProgrammeDetail, SeriesDetail } from '@ulan/contract'
import { describe, expect, test } from 'vitest'
import type { Say } from '../text/strings.ts'
import { joinTexts, type ViewPorts } from './card-view.ts'
import { endView, nextByItself } from './end-view.ts'
import { homeView } from './home-view.ts'
import { programmeView } from './programme-view.ts'
import { seriesView } from './series-view.ts'

const zh = (text: string): { text: string; locale: 'zh-Hans' } => ({ text, locale: 'zh-Hans' })
const say: Say = (key, values) => zh(values === undefined ? key : `${key} ${Object.values(values).join(' ')}`)
const ports = (resume: Readonly<Record<string, number>> = {}, precision = 1): ViewPorts => ({
  say,
  precision,
  resumeSeconds: (id) => resume[id] ?? 0,
})
const posters = { small: '/s.jpg', medium: '/m.jpg', large: '/l.jpg' }

/** Ids carry a brand that only the contract's validators give; these tests stand in for the server. */
const card = (id: string, more: Partial<Extract<Card, { kind: 'programme' }>> = {}): Card =>
  ({ kind: 'programme', id, programmeKind: 'performance', title: zh(id), isPlayable: true, isSample: false, ...more }) as Card

const programme = (more: Partial<ProgrammeDetail> = {}): ProgrammeDetail =>
  ({
    id: 'song',
    programmeKind: 'performance',
    title: zh('草原法之歌'),
    synopsis: zh('…'),
    durationSeconds: 200,
    isPlayable: true,
    isSample: false,
    laws: [],
    related: [],
    ...more,
  }) as ProgrammeDetail

describe('home', () => {
  const home = (cards: readonly Card[], heroes: Home['heroes'] = []): Home =>
    ({
      snapshot: '1',
      locale: 'zh-Hans',
      heroes,
      rails: [
        { id: 'r', title: zh('演出'), cards },
        { id: 'empty', title: zh('空'), cards: [] },
      ],
    }) as unknown as Home

  test('an empty rail is not shown', () => {
    expect(homeView(home([card('a')]), [], ports()).rails.map((rail) => rail.key)).toEqual(['r'])
  })

  test('what was left half way stands first, and goes on at once', () => {
    const halfSeen = [
      programme({ id: 'two' as ProgrammeDetail['id'], durationSeconds: 100 }),
      programme({ id: 'gone' as ProgrammeDetail['id'], isPlayable: false }),
      programme({ id: 'over' as ProgrammeDetail['id'] }),
    ]
    const view = homeView(home([card('a')]), halfSeen, ports({ two: 40, gone: 30 }))
    expect(view.rails.map((rail) => rail.key)).toEqual(['resume', 'r'])
    expect(view.rails[0]?.items).toMatchObject([
      { key: 'two', progress: 0.4, target: { kind: 'open', route: { page: 'play', id: 'two', fromStart: false } } },
    ])
  })

  test('it stands where staff put it, by the name they gave it', () => {
    const placed = { ...home([card('a')]) }
    placed.rails = [...placed.rails, { id: 'on', title: zh('接着看'), cards: [], isResume: true }] as unknown as Home['rails']
    const seen = homeView(placed, [programme({ id: 'two' as ProgrammeDetail['id'] })], ports({ two: 40 })).rails
    expect(seen.map(({ title, items }) => [title.text, items.length])).toEqual([
      ['演出', 1],
      ['接着看', 1],
    ])
    expect(homeView(placed, [], ports()).rails.map((rail) => rail.key)).toEqual(['r'])
  })

  test('an episode left half way says of which series', () => {
    const episodeOf = { seriesId: 's', seriesTitle: zh('路上'), season: 1, episode: 3 } as NonNullable<ProgrammeDetail['episodeOf']>
    const [rail] = homeView(home([card('a')]), [programme({ episodeOf })], ports({ song: 40 })).rails
    expect(rail?.items[0]).toMatchObject({ caption: zh('路上 · tv:episode 3') })
  })

  test('it asks again while something is being prepared', () => {
    expect(homeView(home([card('a')]), [], ports()).isWaiting).toBe(false)
    expect(homeView(home([card('a', { isPlayable: false })]), [], ports()).isWaiting).toBe(true)
  })

  test('a card half seen shows how far, one not playable says so', () => {
    const [seen, waiting] =
      homeView(home([card('a', { durationSeconds: 100 }), card('b', { isPlayable: false })]), [], ports({ a: 40 })).rails[0]?.items ?? []
    expect(seen).toMatchObject({ progress: 0.4 })
    expect(waiting).toMatchObject({ preparing: zh('tv:preparing') })
  })

  test('a sharper panel gets larger posters', () => {
    const urlAt = (precision: number): unknown => homeView(home([card('a', { posters })]), [], ports({}, precision)).rails[0]?.items[0]
    expect(urlAt(1)).toMatchObject({ posterUrl: '/s.jpg' })
    expect(urlAt(2)).toMatchObject({ posterUrl: '/m.jpg' })
  })

  test('the first button of a recommendation plays it, where it stopped', () => {
    const heroes = [{ card: card('a'), synopsis: zh('…') }]
    const [play, details] = homeView(home([card('a')], heroes), [], ports({ a: 65 })).heroes[0]?.actions ?? []
    expect(play).toMatchObject({
      ref: 'Play',
      isPrimary: true,
      label: zh('tv:resumeAt 1:05'),
      target: { kind: 'open', route: { page: 'play' } },
    })
    expect(details?.ref).toBe('Details')
  })

  test('what cannot play yet has no play button', () => {
    const heroes = [{ card: card('a', { isPlayable: false }), synopsis: zh('…') }]
    expect(homeView(home([card('a')], heroes), [], ports()).heroes[0]?.actions.map((action) => action.ref)).toEqual(['Details'])
  })
})

describe('a programme', () => {
  const refs = (detail: ProgrammeDetail, resume = {}): readonly string[] | undefined =>
    programmeView(detail, ports(resume)).heroes[0]?.actions.map((action) => action.ref)

  test('plays', () => expect(refs(programme())).toEqual(['Play']))
  test('half seen, can also start again', () => expect(refs(programme(), { song: 50 })).toEqual(['Play', 'Restart']))

  test('in preparation, says so and does nothing', () => {
    const [action] = programmeView(programme({ isPlayable: false }), ports({ song: 50 })).heroes[0]?.actions ?? []
    expect(action).toMatchObject({ label: zh('tv:preparing'), target: { kind: 'none' } })
  })

  test('leads on to its quiz, its next episode and its series', () => {
    const detail = programme({
      quiz: { id: 'q', title: zh('题'), questions: [] } as unknown as NonNullable<ProgrammeDetail['quiz']>,
      nextEpisode: { season: 1, episode: 2, synopsis: zh(''), card: card('two') },
      episodeOf: { seriesId: 's', seriesTitle: zh('路上'), season: 1, episode: 1 } as NonNullable<ProgrammeDetail['episodeOf']>,
    })
    expect(refs(detail)).toEqual(['Play', 'Quiz', 'NextEpisode', 'Series'])
  })

  test('its laws stand before related programmes', () => {
    const laws = [{ lawId: 'l', lawTitle: '草原法', article: '第五条', text: '…' }] as unknown as ProgrammeDetail['laws']
    expect(programmeView(programme({ laws, related: [card('b')] }), ports()).rails.map((rail) => rail.key)).toEqual(['laws', 'related'])
  })
})

describe('the credits of a programme', () => {
  const line = (role: string, names: string) => ({ role, names: zh(names) })

  test('stand last, each line with its role, all of it to be read by OK', () => {
    const credits = [line('director', '苏和'), line('performer', '苏和、萨仁')] as NonNullable<ProgrammeDetail['credits']>
    const { rails } = programmeView(programme({ credits, related: [card('b')] }), ports())
    expect(rails.map((rail) => rail.key)).toEqual(['related', 'credits'])
    const reading = { title: zh('credits:role.performer'), text: zh('苏和、萨仁') }
    expect(rails[1]?.items).toMatchObject([
      { kind: 'credit', role: zh('credits:role.director'), names: zh('苏和') },
      { kind: 'credit', key: '1 performer', target: { kind: 'read', reading } },
    ])
  })

  test('leave out what only a newer server knows', () => {
    const credits = [line('puppeteer', '其其格')] as unknown as NonNullable<ProgrammeDetail['credits']>
    expect(programmeView(programme({ credits }), ports()).rails).toEqual([])
  })
})

describe('a series', () => {
  const series = (cards: readonly Card[]): SeriesDetail =>
    ({
      id: 's',
      programmeKind: 'documentary',
      title: zh('路上'),
      synopsis: zh('…'),
      isSample: true,
      seasons: [{ number: 1, episodes: cards.map((one, at) => ({ season: 1, episode: at + 1, synopsis: zh(''), card: one })) }],
    }) as unknown as SeriesDetail

  test('goes on with the episode left half way', () => {
    const [play] = seriesView(series([card('one'), card('two')]), ports({ two: 30 })).heroes[0]?.actions ?? []
    expect(play?.target).toEqual({ kind: 'open', route: { page: 'play', id: 'two', fromStart: false } })
  })

  test('else begins with the first that can play', () => {
    const [play] = seriesView(series([card('one', { isPlayable: false }), card('two')]), ports()).heroes[0]?.actions ?? []
    expect(play?.target).toMatchObject({ route: { id: 'two' } })
  })
})

describe('the end of a film', () => {
  const episode = (more: Parameters<typeof card>[1] = {}) => ({ season: 1, episode: 2, synopsis: zh(''), card: card('two', more) })
  const atEnd = { unattended: 0, secondsLeft: undefined }

  test('offers the same again and the way back at least', () => {
    expect(endView(undefined, atEnd, ports()).actions.map((action) => action.ref)).toEqual(['Replay', 'Back'])
    expect(nextByItself(undefined, 0)).toBeUndefined()
  })

  test('does not offer a next episode that cannot play yet, nor begins it', () => {
    const detail = programme({ nextEpisode: episode({ isPlayable: false }) })
    expect(endView(detail, atEnd, ports()).actions.map((action) => action.ref)).not.toContain('NextEpisode')
    expect(nextByItself(detail, 0)).toBeUndefined()
  })

  test('goes on by itself three times, then asks whether anybody is there', () => {
    const detail = programme({ nextEpisode: episode() })
    expect(nextByItself(detail, 0)).toEqual({ page: 'play', id: 'two', fromStart: true, unattended: 1 })
    expect(nextByItself(detail, 2)).toMatchObject({ unattended: 3 })
    expect(nextByItself(detail, 3)).toBeUndefined()
    expect(endView(detail, { ...atEnd, unattended: 2 }, ports()).heading.text).toBe('film:ended')
    expect(endView(detail, { ...atEnd, unattended: 3 }, ports()).heading.text).toBe('film:stillWatching')
    expect(endView(programme({}), { ...atEnd, unattended: 3 }, ports()).heading.text).toBe('film:ended')
  })

  test('says of which season the next episode is, where another begins', () => {
    const captionAfter = (season: number): string | undefined => {
      const episodeOf = { seriesId: 's', seriesTitle: zh('路上'), season, episode: 9 } as NonNullable<ProgrammeDetail['episodeOf']>
      const next = { ...episode(), season: 2, episode: 1, synopsis: zh('回到草原') } as NonNullable<ProgrammeDetail['nextEpisode']>
      return endView(programme({ episodeOf, nextEpisode: next }), atEnd, ports()).next?.caption?.text
    }
    expect([captionAfter(2), captionAfter(1)]).toEqual(['回到草原', 'tv:season 2 · tv:episode 1'])
  })

  test('says when the next episode begins, while it is to', () => {
    const detail = programme({ nextEpisode: episode() })
    expect(endView(detail, { unattended: 0, secondsLeft: 9 }, ports())).toMatchObject({
      isCounting: true,
      nextLabel: { text: 'film:nextIn 9' },
    })
    expect(endView(detail, atEnd, ports())).toMatchObject({ isCounting: false, nextLabel: { text: 'player:nextEpisode' } })
  })
})

describe('joined texts', () => {
  test('Chinese pieces are parted by dots, missing ones left out', () => {
    expect(joinTexts([zh('演出'), undefined, zh(''), zh('0:20')])).toEqual(zh('演出 · 0:20'))
  })

  test('Mongolian pieces are parted by spaces', () => {
    const mn = (text: string): { text: string; locale: 'mn-Mong' } => ({ text, locale: 'mn-Mong' })
    expect(joinTexts([mn('ᠲᠣᠭᠯᠠᠯᠲᠠ'), zh('0:20')])).toEqual(mn('ᠲᠣᠭᠯᠠᠯᠲᠠ  0:20'))
  })
})
