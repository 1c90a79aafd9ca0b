import { describe, expect, it } from 'vitest'
import { BUNDLES } from './bundles.ts'
import { createTranslator, wordsOf } from './words.ts'

describe('words', () => {
  const translator = createTranslator(BUNDLES, 'zh-Hans')
  it('speaks the chosen language', () => {
    expect(wordsOf(translator, 'zh-Hans')('player:play')).toEqual({ text: '播放', locale: 'zh-Hans' })
    expect(wordsOf(translator, 'mn-Mong')('player:play')).toEqual({ text: 'ᠨᠡᠪᠳᠡᠷᠡᠬᠦᠯᠬᠦ', locale: 'mn-Mong' })
  })
  it('falls back to Chinese and says so', () => {
    expect(wordsOf(translator, 'mn-Mong')('tablet:sample')).toEqual({ text: '示例', locale: 'zh-Hans' })
  })
  it('fills in values', () => {
    expect(wordsOf(translator, 'zh-Hans')('quiz:progress', { current: 2, total: 3 }).text).toBe('第 2 题，共 3 题')
    expect(wordsOf(translator, 'mn-Mong')('tablet:series.episodes', { number: 3 })).toEqual({ text: '3 ᠠᠩᠭᠢ', locale: 'mn-Mong' })
  })
  it('speaks Cyrillic too, and never falls from one Mongolian script to the other', () => {
    expect(wordsOf(translator, 'mn-Cyrl')('player:play')).toEqual({ text: 'Тоглуулах', locale: 'mn-Cyrl' })
    expect(wordsOf(translator, 'mn-Mong')('tablet:switchLanguage').locale).toBe('mn-Mong')
    expect(wordsOf(translator, 'mn-Cyrl')('tablet:programme.related')).toEqual({ text: '相关节目', locale: 'zh-Hans' })
  })
})
