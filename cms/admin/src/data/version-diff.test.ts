import type { AssetId, GenreId, PictureId, ProgrammeContent } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { programmeWith } from '../test-records.ts'
import { diffContents, diffTexts, versionBefore } from './version-diff.ts'

const content = (members: Partial<ProgrammeContent> = {}): ProgrammeContent => ({
  kind: 'performance',
  audience: 'everyone',
  title: { 'zh-Hans': '草原法在身边', 'mn-Mong': 'ᠬᠠᠤᠯᠢ' },
  laws: [],
  ...members,
})

describe('what differs', () => {
  it('is nothing between equal contents, whatever else a programme has', () => {
    expect(diffContents(content(), content())).toEqual([])
    const programme = programmeWith()
    expect(diffContents(programme, { ...programme, rev: 9, status: 'published' } as ProgrammeContent)).toEqual([]) // more members than asked for
  })
  it('is told of each language by itself, in the order of the form, the film last', () => {
    const after = content({
      title: { 'zh-Hans': '草原法', 'mn-Mong': 'ᠬᠠᠤᠯᠢ', 'mn-Cyrl': 'Хууль' },
      genreId: 'song' as GenreId,
      assetId: 'clip-two' as AssetId,
      pictureId: 'p0123456789abcdef' as PictureId,
    })
    expect(diffContents(content(), after).map((diff) => ('name' in diff ? diff.name : diff.kind))).toEqual([
      'titleChinese',
      'titleCyrillic',
      'genreId',
      'poster',
      'film',
    ])
  })
})

describe('credits', () => {
  const credit = (chinese: string, mongolian: string, role: 'writer' | 'host' = 'writer') => ({
    role,
    names: { 'zh-Hans': chinese, ...(mongolian === '' ? {} : { 'mn-Mong': mongolian }) },
  })
  const named = (before: ReturnType<typeof credit>[], after: ReturnType<typeof credit>[]) =>
    diffContents(content({ credits: before }), content({ credits: after })).map((diff) => ('name' in diff ? diff.name : diff.kind))
  it('are told in lines, and each other script by itself', () => {
    expect(named([credit('其其格', '')], [credit('巴图', 'ᠪᠠᠲᠤ')])).toEqual(['credits', 'creditsMongolian'])
    expect(named([credit('其其格', '')], [credit('其其格', '', 'host')])).toEqual(['credits'])
    expect(named([credit('其其格', '')], [credit('其其格', 'ᠪᠠᠲᠤ')])).toEqual(['creditsMongolian'])
    expect(named([credit('其其格', '')], [credit('其其格', '')])).toEqual([])
    expect(named([credit('甲', 'ᠪᠠᠲᠤ'), credit('乙', '', 'host')], [credit('甲', ''), credit('乙', 'ᠪᠠᠲᠤ', 'host')])).toEqual([
      'creditsMongolian',
    ])
  })
})

describe('a text', () => {
  it.each([
    ['zh-Hans', '草原法在身边', '草原法在你身边'],
    ['zh-Hans', '', '简介'],
    ['zh-Hans', '第一行\n第二行', '第一行'],
    ['mn-Mong', 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠦᠰᠦᠭ ᠪᠢᠴᠢᠭ᠌', 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠪᠢᠴᠢᠭ᠌'],
    ['mn-Cyrl', 'Монгол бичиг', 'Монгол улсын бичиг'],
  ] as const)('in %s is whole on both sides: %s', (locale, before, after) => {
    const parts = diffTexts(before, after, locale)
    const side = (other: 'before' | 'after') => parts.flatMap((part) => (part.side === other ? [] : [part.text])).join('')
    expect([side('after'), side('before')]).toEqual([before, after])
    expect(parts.some((part) => part.side !== 'both')).toBe(true)
  })
  it('in Mongolian is never parted within a word, nor between a word and its suffix', () => {
    const parts = diffTexts('ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠦᠰᠦᠭ', 'ᠮᠣᠩᠭᠣᠯ\u202fᠢᠶᠠᠷ ᠦᠰᠦᠭ', 'mn-Mong')
    expect(parts).toEqual([
      { text: 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ', side: 'before' },
      { text: 'ᠮᠣᠩᠭᠣᠯ\u202fᠢᠶᠠᠷ', side: 'after' },
      { text: ' ᠦᠰᠦᠭ', side: 'both' },
    ])
  })
})

it('a version brought what the one before it lacked; the first one has none before it', () => {
  const versions = [4, 3, 1].map((number) => ({ number, publishedAt: '2026-11-28T00:00:00.000Z', content: content() }))
  expect([4, 3, 1].map((number) => versionBefore(versions, number)?.number)).toEqual([3, 1, undefined])
})
