import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocale, isVertical, LOCALES, localeFromTags, pickText } from './locale.ts'

describe('localeFromTags', () => {
  it.each([
    [['zh-CN'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['mn-CN'], 'mn-Mong'],
    [['mn-Mong-CN'], 'mn-Mong'],
    [['mn-Mong'], 'mn-Mong'],
    [['mvf'], 'mn-Mong'],
    [['mn'], 'mn-Cyrl'],
    [['mn-MN'], 'mn-Cyrl'],
    [['mn-Cyrl-CN'], 'mn-Cyrl'],
    [['en-US', 'mn-mong'], 'mn-Mong'],
    [['en-US'], 'zh-Hans'],
    [[], 'zh-Hans'],
  ])('%j is read as %s', (tags, locale) => {
    expect(localeFromTags(tags)).toBe(locale)
  })

  it('answers a locale for whatever a browser sends', () => {
    fc.assert(fc.property(fc.array(fc.string()), (tags) => isLocale(localeFromTags(tags))))
  })
})

describe('pickText', () => {
  const title = { 'zh-Hans': '草原', 'mn-Mong': 'ᠲᠠᠯ᠎ᠠ' }

  it('prefers the reader’s own locale', () => {
    expect(pickText(title, 'mn-Mong')).toEqual({ text: 'ᠲᠠᠯ᠎ᠠ', locale: 'mn-Mong' })
  })

  it('falls back to Chinese, never to the other Mongolian script, and says so', () => {
    expect(pickText(title, 'mn-Cyrl')).toEqual({ text: '草原', locale: 'zh-Hans' })
    expect(pickText({ ...title, 'mn-Mong': '' }, 'mn-Mong')).toEqual({ text: '草原', locale: 'zh-Hans' })
  })

  it('is empty where nothing is written', () => {
    expect(pickText({}, 'mn-Mong')).toEqual({ text: '', locale: 'zh-Hans' })
  })
})

it('writes only the traditional script in columns', () => {
  expect(LOCALES.filter(isVertical)).toEqual(['mn-Mong'])
})
