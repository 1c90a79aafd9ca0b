import type { Home, ProgrammeId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { homeAlone, previewStorage, readPreview } from './home-preview.ts'

const HOME: Home = { snapshot: '1', locale: 'mn-Mong', languages: ['zh-Hans', 'mn-Mong'], heroes: [], rails: [] }
const GIVEN = { home: HOME, at: '2024-12-04T00:00:00Z', isForKids: false }

describe('what is laid on the frame', () => {
  it('is shown as it was given', () => expect(readPreview(GIVEN)).toEqual(GIVEN))
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'preview'],
    ['another thing', { film: 1 }],
    ['no home', { ...GIVEN, home: null }],
    ['a home without rails', { ...GIVEN, home: { ...HOME, rails: undefined } }],
    ['a home without heroes', { ...GIVEN, home: { ...HOME, heroes: {} } }],
    ['a home without languages', { ...GIVEN, home: { ...HOME, languages: 'zh-Hans' } }],
    ['a language that is none of ours', { ...GIVEN, home: { ...HOME, locale: 'ug-Arab' } }],
    ['no moment', { ...GIVEN, at: undefined }],
    ['a moment that is none', { ...GIVEN, at: 'tomorrow' }],
    ['no word about children', { home: HOME, at: GIVEN.at }],
  ])('is no preview where it is %s', (_, given) => expect(readPreview(given)).toBeUndefined())
  it('may be in a language that viewers cannot choose yet', () => {
    const languages = ['zh-Hans'] as const
    expect(readPreview({ ...GIVEN, home: { ...HOME, languages } })?.home.languages).toEqual(['zh-Hans', 'mn-Mong'])
  })
})

describe('the storage of a preview', () => {
  it('is that of a box which speaks the language already, in the mode asked for', () => {
    const storage = previewStorage(GIVEN, 5)
    expect(['locale', 'languages', 'kids', 'textSize'].map(storage.get)).toEqual(['mn-Mong', 'zh-Hans mn-Mong', undefined, undefined])
    expect(previewStorage({ ...GIVEN, isForKids: true }, 5).get('kids')).toBe('on')
  })
  it('keeps what it is told, and drops empty texts', () => {
    const storage = previewStorage(GIVEN, 5)
    expect([storage.set('a', '1'), storage.get('a'), storage.keys().includes('a')]).toEqual([true, '1', true])
    expect([storage.set('a', ''), storage.get('a'), storage.keys().includes('a')]).toEqual([true, undefined, false])
  })
})

describe('the catalogue of a preview', () => {
  const catalogue = homeAlone(HOME)
  it('knows home at once, in whatever language it is asked for, and never as stale', async () => {
    const shelf = catalogue.home('zh-Hans')
    expect([shelf.known(), shelf.isFresh(), await shelf.load()]).toEqual([HOME, true, { kind: 'ok', value: HOME }])
  })
  it('knows nothing else, and asks nobody', async () => {
    const id = 'p-1' as ProgrammeId
    for (const shelf of [
      catalogue.programme(id, 'zh-Hans'),
      catalogue.playback(id),
      catalogue.search('a', 'zh-Hans'),
      catalogue.regions(),
    ]) {
      expect([shelf.known(), shelf.isFresh(), await shelf.load()]).toEqual([undefined, true, { kind: 'failed', failure: 'not-found' }])
    }
  })
})
