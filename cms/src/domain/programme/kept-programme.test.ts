import { programmePatchSchema, programmeSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { signFilm } from '../review/signed-film.ts'
import { fixtureAsset, fixtureProgramme } from '../snapshot/catalogue-fixture.ts'
import { contentOf, isChanged, type KeptProgramme, lastVersionOf, publicOf } from './kept-programme.ts'
import { patchProgramme, restoreContent } from './programme-draft.ts'

const NOW = '2026-11-28T00:00:00.000Z'
const asset = fixtureAsset('clip-one')
const published: KeptProgramme = fixtureProgramme({
  id: 'one',
  rev: 4,
  assetId: asset.id,
  genreId: 'song',
  synopsis: { 'zh-Hans': '简介' },
})
const edited = (programme: KeptProgramme, members: object): KeptProgramme =>
  patchProgramme(programme, programmePatchSchema.parse({ rev: programme.rev, ...members }), { now: NOW })

describe('what went out last', () => {
  it('is what stands there, of what was published or taken down before there were versions', () => {
    const version = { number: 1, rev: 4, publishedAt: published.publishedAt, content: contentOf(published) }
    expect(lastVersionOf(published)).toEqual(version)
    expect(lastVersionOf({ ...published, status: 'taken-down' })).toEqual(version)
    expect(lastVersionOf({ ...published, status: 'draft' })).toBeUndefined()
  })
  it('stays what it was through every edit, and is what the public sees', () => {
    const once = edited(published, { title: { 'zh-Hans': '另一个' }, genreId: null, quizId: 'quiz-one' })
    const twice = edited(once, { synopsis: null })
    expect(twice.lastVersion).toEqual(lastVersionOf(published))
    expect(publicOf(twice)).toEqual({ ...published, updatedAt: NOW })
    expect(programmeSchema.parse(publicOf(twice))).toEqual(publicOf(twice))
  })
  it('has the revision that became it: equal revisions are equal contents', () => {
    expect(publicOf(edited(published, { quizId: null })).rev).toBe(4)
    expect(publicOf(published)).toEqual(published)
  })
})

describe('whether anything was not published', () => {
  it('is told of every draft, and of every letter of what went out', () => {
    expect(isChanged({ ...published, status: 'draft' }, asset)).toBe(true)
    expect(isChanged(published, asset)).toBe(false)
    const changed = edited(published, { synopsis: { 'zh-Hans': '简介。' } })
    expect(isChanged(changed, asset)).toBe(true)
    expect(isChanged(edited(changed, { synopsis: published.synopsis }), asset)).toBe(false)
  })
  it('is told of the files of a film that was signed, and not of its rungs', () => {
    const last = lastVersionOf(published)
    if (last === undefined) throw new Error('it is published')
    const signed: KeptProgramme = { ...published, lastVersion: { ...last, film: signFilm(asset) } }
    const named = { ...asset, audios: [{ name: 'audio', language: 'mn', isDefault: true }] }
    expect(isChanged(signed, { ...asset, version: 2, playlistUrl: '/media/clip-one/2/master.m3u8' })).toBe(false)
    expect(isChanged(signed, named)).toBe(true)
    expect(isChanged(published, named)).toBe(false)
  })
})

it('a version that is restored takes the place of every member, and leaves the life of the programme alone', () => {
  const other = edited(published, { kind: 'lecture', quizId: 'quiz-one', synopsis: null })
  const back = restoreContent(other, contentOf(published), { now: NOW })
  expect(back).toEqual({ ...published, rev: other.rev + 1, updatedAt: NOW, lastVersion: lastVersionOf(published) })
})
