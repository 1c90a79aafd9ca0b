import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../snapshot/build-snapshot.ts'
import { FIXTURE_CATALOGUE, fixtureProgramme } from '../snapshot/catalogue-fixture.ts'
import { presentSearch } from './present-search.ts'
import { fitOf, foldQuery, searchableText, wordOf } from './searchable-text.ts'

const programmes = [
  ...FIXTURE_CATALOGUE.programmes.values(),
  fixtureProgramme({
    id: 'grassland',
    title: { 'zh-Hans': '草原法之歌', 'mn-Mong': 'ᠬᠣᠯᠪᠣᠭ᠎ᠠ᠄ ᠪᠡᠯᠴᠢᠭᠡᠷ᠎ᠦᠨ ᠬᠠᠤᠯᠢ', 'mn-Cyrl': 'Холбоо: Бэлчээрийн хууль' },
    synopsis: { 'zh-Hans': '牧民巴特尔唱起好来宝。' },
  }),
  fixtureProgramme({ id: 'green', title: { 'zh-Hans': '绿色银行 HDR' } }),
]
const snapshot = buildSnapshot({ ...FIXTURE_CATALOGUE, programmes: new Map(programmes.map((one) => [one.id, one])) }, 'one')
const find = (query: string): string[] => presentSearch(snapshot, { query: foldQuery(query), locale: 'zh-Hans' }).items.map(({ id }) => id)

describe('a search', () => {
  it.each([
    ['hanzi', '草原法'],
    ['initials', 'cyf'],
    ['pinyin in capitals', 'CaoYuanFa'],
    ['pinyin with spaces', 'cao yuan fa'],
    ['pinyin cut off', 'caoyua'],
    ['pinyin and initials mixed', 'caoyf'],
    ['a part of the title by initials', 'yfzg'],
    ['the number keys of its initials', '293'],
    ['number keys from the middle on', '9394'],
    ['Mongolian', 'ᠪᠡᠯᠴᠢᠭᠡᠷ᠎ᠦᠨ ᠬᠠᠤᠯᠢ'],
    ['Mongolian with look-alike letters', 'ᠭᠠᠣᠯᠢ'],
    ['a suffix after an ordinary space', 'ᠪᠡᠯᠴᠢᠭᠡᠷ ᠦᠨ'],
    ['Cyrillic', 'ХУУЛЬ'],
    ['words in any order', '歌 草原法'],
    ['a word of the synopsis', '巴特尔'],
  ])('finds the Grassland Law by %s', (_, query) => expect(find(query)).toContain('grassland'))

  it.each([
    ['lüse with v', 'lvse'],
    ['Latin in a Chinese title', 'hdr'],
    ['a bank, not a walk', 'yinhang'],
  ])('finds the green bank by %s', (_, query) => expect(find(query)).toEqual(['green']))

  it('finds by genre, troupe, law and article, and episodes by their series', () => {
    expect(find('好来宝').sort()).toEqual(['grassland', 'sketch', 'song'])
    expect(find('民法典')).toEqual(['song'])
    expect(find('xsll')[0]).toBe('xiaosi')
    expect(find('小司来了')).toEqual(['xiaosi', 'ep-two', 'ep-one'])
  })
  it('puts titles before names, names before a synopsis, and newer before older', () => {
    expect(find('好来宝')[0]).not.toBe('grassland')
    expect(find('之歌').concat(find('草原')).slice(0, 3)).toEqual(['grassland', 'song', 'grassland'])
  })
  it.each(['', ' ', '《》', '\u180e\u200d', '\ud800', 'cfy', 'ᠴᠠᠭᠠᠵᠠᠵᠠᠵᠠ', '草原 宪法', 'z', '0', '1', '29395', '2930', '2931'])(
    'finds nothing for %j',
    (query) => expect(find(query)).toEqual([]),
  )
  it.each(['c', 'C', '2'])('finds by the first letter or key alone, %j, what begins with it', (query) => {
    // Whoever types sees at once that it leads somewhere.
    expect(find(query)).toEqual(expect.arrayContaining(['song', 'grassland']))
    expect(find(query)).not.toContain('green')
  })
  it('never finds what is not published', () => {
    expect(find('hidden')).toEqual([])
    expect(find('gone')).toEqual([])
  })
  it('says how many there are beyond the sixty it lists', () => {
    const many = Array.from({ length: 75 }, (_, index) => fixtureProgramme({ id: `many-${index}` }))
    const big = buildSnapshot({ ...FIXTURE_CATALOGUE, programmes: new Map(many.map((one) => [one.id, one])) }, 'two')
    const { total, items } = presentSearch(big, { query: foldQuery('节目 many'), locale: 'mn-Mong' })
    expect([total, items.length]).toEqual([75, 60])
  })
})

describe('a text that is searched', () => {
  it('knows Menksoft code', () => {
    expect(fitOf(searchableText('\ue2f2\ue26d\ue289\ue2ea'), wordOf(foldQuery('\ue2f2\ue26d\ue289\ue2ea')))).toBe(1)
    expect(searchableText('\ue2f2\ue26d\ue289').joined).toMatch(/^[\u1820-\u1842]+$/)
  })
  it('puts a number that it has before one that only its letters stand on', () => {
    const [number, letters] = ['2938 号案', '草原法'].map(searchableText)
    const fit = (text: typeof number): number => (text === undefined ? 0 : fitOf(text, wordOf('293')))
    expect([fit(number), fit(letters)]).toEqual([0.9, 0.5])
  })
  it('is found by every piece of itself, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
        const { joined } = searchableText(text)
        const piece = joined.slice(from % (joined.length + 1)).slice(0, 1 + (length % 5))
        expect(piece === '' || fitOf(searchableText(text), wordOf(piece)) > 0).toBe(true)
      }),
    )
  })
  it('is compared in time even when a word can be cut in very many ways', () => {
    const text = { joined: '', syllables: Array.from({ length: 100 }, () => 'aa'), initials: 'a'.repeat(100), keypad: '2'.repeat(100) }
    expect(fitOf(text, wordOf(`${'a'.repeat(99)}b`))).toBe(0)
  })
})
