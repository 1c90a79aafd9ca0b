import type { Translation, TranslationId } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { countByState, filesOf, filterTranslations, translationFilterOf, withTranslation } from './translation-rows.ts'

const text = (key: string, state: Translation['state'], more: Partial<Translation> = {}): Translation => ({
  ...{ id: `mn-Mong.tv-app.tv.${key}` as TranslationId, locale: 'mn-Mong', file: 'tv-app/tv', key }, // shaped like one
  ...{ chinese: `中文${key}`, shipped: state === 'missing' ? '' : 'ᠮᠣᠩᠭᠣᠯ', shippedStatus: 'own', state, rev: 0 },
  ...more,
})
const proposal = { text: 'ᠰᠢᠨ᠎ᠡ', chinese: '', state: 'proposed' } as const
const ALL = [
  text('a', 'missing'),
  text('b', 'unreviewed'),
  text('c', 'unreviewed', { proposal }),
  text('d', 'reviewed', { file: 'contract/common' }),
  text('e', 'stale', { file: 'contract/common', proposal }),
]
const keysOf = (state: Parameters<typeof filterTranslations>[1]['state'], file?: string, search = '', openId?: TranslationId) =>
  filterTranslations(ALL, { state, file, search }, openId)
    .map(({ key }) => key)
    .join('')

describe('texts of the board', () => {
  it('are counted by state, in all places or in one', () => {
    expect(countByState(ALL, undefined)).toEqual({ all: 5, missing: 1, unreviewed: 2, reviewed: 1, stale: 1 })
    expect(countByState(ALL, 'contract/common')).toEqual({ all: 2, missing: 0, unreviewed: 0, reviewed: 1, stale: 1 })
  })
  it('are found by state and place, in the order of their files', () => {
    expect([keysOf('all'), keysOf('missing'), keysOf('all', 'contract/common')]).toEqual(['abcde', 'a', 'de'])
    expect(filesOf(ALL)).toEqual(['tv-app/tv', 'contract/common'])
  })
  it('that colleagues wrote come first among those that wait for a review', () => expect(keysOf('unreviewed')).toBe('cb'))
  it.each([
    ['中文C', 'c'],
    ['ᠰᠢᠨ᠎ᠡ', 'ce'],
    ['  ', 'abcde'],
    ['没有', ''],
  ])('are found by “%s”', (search, keys) => expect(keysOf('all', undefined, search)).toBe(keys))
  it('stay while they are open, whatever is looked for', () => {
    expect(keysOf('missing', undefined, '', ALL[3]?.id)).toBe('ad')
  })
  it('are replaced in their place', () => {
    const changed = text('b', 'reviewed')
    expect(withTranslation(ALL, changed).map(({ state }) => state)).toEqual(['missing', 'reviewed', 'unreviewed', 'reviewed', 'stale'])
  })
})

describe('texts of an address', () => {
  it('are all where it says nothing that makes sense', () => {
    expect(translationFilterOf({ state: 'missing', file: 'tv-app/tv', q: '返回' })).toEqual({
      state: 'missing',
      file: 'tv-app/tv',
      search: '返回',
    })
    expect(translationFilterOf({ state: 'lost' })).toEqual({ state: 'all', file: undefined, search: '' })
  })
})
