import type { PictureId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { programmeWith, seriesId } from '../test-records.ts'
import { changedFields, fieldOfPath, formOf, lawKey, lawOfKey, patchOf } from './programme-form.ts'

const PROGRAMME = programmeWith({
  synopsis: { 'zh-Hans': '简介' },
  episodeOf: { seriesId: seriesId('s-1'), season: 1, episode: 2 },
})
const FORM = formOf(PROGRAMME)
const patch = (change: Partial<typeof FORM>): object => patchOf(PROGRAMME, FORM, { ...FORM, ...change })

describe('patchOf', () => {
  it('is empty when nothing changed', () => {
    expect(patch({})).toEqual({})
    expect(changedFields(FORM, { ...FORM, laws: [...FORM.laws] })).toEqual([])
  })
  it('sends a title in all its languages, whichever of them was changed', () => {
    expect(patch({ titleMongolian: 'ᠬᠠᠤᠯᠢ' })).toEqual({
      title: { 'zh-Hans': '草原法在身边', 'mn-Mong': 'ᠬᠠᠤᠯᠢ', 'mn-Cyrl': 'Бэлчээрийн хууль' },
    })
    expect(patch({ titleCyrillic: '' })).toEqual({ title: { 'zh-Hans': '草原法在身边' } })
  })
  it('sends a story in all its languages too', () => {
    const programme = programmeWith({ synopsis: { 'zh-Hans': '简介', 'mn-Cyrl': 'Товч' } })
    const form = formOf(programme)
    expect(patchOf(programme, form, { ...form, synopsisChinese: '新的' })).toEqual({
      synopsis: { 'zh-Hans': '新的', 'mn-Cyrl': 'Товч' },
    })
    expect(patchOf(programme, form, { ...form, synopsisCyrillic: 'Шинэ' })).toEqual({
      synopsis: { 'zh-Hans': '简介', 'mn-Cyrl': 'Шинэ' },
    })
  })
  it('clears with null, and never sends empty texts', () => {
    expect(patch({ synopsisChinese: '', seriesId: undefined })).toEqual({ synopsis: null, episodeOf: null })
    expect(patch({ titleChinese: '' })).toEqual({ title: { 'mn-Cyrl': 'Бэлчээрийн хууль' } })
  })
  it('sends whom it suits', () => expect(patch({ audience: 'children' })).toEqual({ audience: 'children' }))
  it('sends an episode as a whole', () => {
    expect(patch({ episode: 3 })).toEqual({ episodeOf: { seriesId: 's-1', season: 1, episode: 3 } })
  })
  it('sends articles in the order chosen', () => {
    expect(patch({ laws: ['grassland-law#第五条', 'civil-code#第十条'] })).toEqual({
      laws: [
        { lawId: 'grassland-law', article: '第五条' },
        { lawId: 'civil-code', article: '第十条' },
      ],
    })
  })
  it('sends chapters in seconds, all of them or none', () => {
    const rows = [{ kind: 'opening', start: '0:00', end: '1:05.5' } as const]
    expect(patch({ chapters: rows })).toEqual({ chapters: [{ kind: 'opening', startSeconds: 0, endSeconds: 65.5 }] })
    const marked = programmeWith({ chapters: [{ kind: 'opening', startSeconds: 0, endSeconds: 65.5 }] })
    expect(changedFields(formOf(marked), { ...formOf(marked), chapters: rows.map((row) => ({ ...row })) })).toEqual([])
    expect(patchOf(marked, formOf(marked), { ...formOf(marked), chapters: [] })).toEqual({ chapters: [] })
  })
  it('sends where and when, by whom and by whose leave; what is empty is cleared', () => {
    const filled = {
      performedOn: '2026-08-15',
      venueChinese: '文化广场',
      venueMongolian: 'ᠪᠢᠴᠢᠭ',
      rightsHolder: '剧团',
      rightsLastDay: '2026-12-31',
    }
    const credits = [{ role: 'writer' as const, chinese: '其其格', mongolian: '', cyrillic: '' }]
    const written = {
      performedOn: '2026-08-15',
      venue: { 'zh-Hans': '文化广场', 'mn-Mong': 'ᠪᠢᠴᠢᠭ' },
      credits: [{ role: 'writer' as const, names: { 'zh-Hans': '其其格' } }],
      rights: { holder: '剧团', lastDay: '2026-12-31' },
    }
    expect(patch({ ...filled, credits })).toEqual(written)
    const known = programmeWith(written)
    const form = formOf(known)
    expect(form).toMatchObject({ ...filled, credits })
    const emptied = { ...form, performedOn: '', venueChinese: '', venueMongolian: '', credits: [], rightsHolder: '', rightsLastDay: '' }
    expect(patchOf(known, form, emptied)).toEqual({ performedOn: null, venue: null, credits: null, rights: null })
    expect(patchOf(known, form, { ...form, rightsLastDay: '2027-01-31' })).toEqual({ rights: { holder: '剧团', lastDay: '2027-01-31' } })
  })
  it("sends a poster by its name, and null for the film's own", () => {
    const id = 'p0123456789abcdef' as PictureId
    expect(patch({ pictureId: id })).toEqual({ pictureId: id })
    const chosen = programmeWith({ pictureId: id })
    expect(patchOf(chosen, formOf(chosen), { ...formOf(chosen), pictureId: undefined })).toEqual({ pictureId: null })
  })
  it('never trims: Mongolian separators at the end of a word belong to it', () => {
    expect(patch({ titleMongolian: 'ᠬᠠᠨ᠎ᠠ\u202f' })).toMatchObject({ title: { 'mn-Mong': 'ᠬᠠᠨ᠎ᠠ\u202f' } })
  })
})

describe('keys and paths', () => {
  it('makes a key of an article and back', () => {
    expect(lawKey(lawOfKey('grassland-law#第五十五条'))).toBe('grassland-law#第五十五条')
  })
  it.each([
    ['title', 'titleChinese'],
    ['title.zh-Hans', 'titleChinese'],
    ['title.mn-Mong', 'titleMongolian'],
    ['title.mn-Cyrl', 'titleCyrillic'],
    ['synopsis.mn-Mong', 'synopsisMongolian'],
    ['synopsis.mn-Cyrl', 'synopsisCyrillic'],
    ['synopsis', 'synopsisChinese'],
    ['episodeOf', 'seriesId'],
    ['episodeOf.episode', 'episode'],
    ['laws.0.article', 'laws'],
    ['chapters.0.endSeconds', 'chapters'],
    ['venue.mn-Mong', 'venueMongolian'],
    ['credits.1.names', 'credits'],
    ['rights.lastDay', 'rightsLastDay'],
    ['pictureId', 'pictureId'],
    ['quizId', 'quizId'],
    ['audience', 'audience'],
    ['rev', undefined],
    ['', undefined],
  ])('puts a problem at %j to %s', (path, name) => {
    expect(fieldOfPath(path)).toBe(name)
  })
})
