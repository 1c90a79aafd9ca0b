import { describe, expect, it } from 'vitest'
import statuses from '../../locales/mn-Mong/tablet.status.json'
import { BUNDLES } from './bundles.ts'
import { createTranslator, isTabletLocale, wordsOf } from './words.ts'

type Texts = { readonly [key: string]: string | Texts }
const leaves = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  )
const slots = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort()

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
  it('knows its locales', () =>
    expect(['zh-Hans', 'mn-Mong', 'mn-Cyrl', undefined].map(isTabletLocale)).toEqual([true, true, false, false]))
})

describe('locale files of the tablet', () => {
  const zh = new Map(leaves(BUNDLES['zh-Hans']['tablet'] ?? {}))
  const mong = new Map(leaves(BUNDLES['mn-Mong']['tablet'] ?? {}))
  it('have the same keys, and Chinese for every one', () => {
    expect([...mong.keys()]).toEqual([...zh.keys()])
    expect([...zh.values()].every((text) => text !== '')).toBe(true)
  })
  it('have the same slots where there is a Mongolian text', () => {
    for (const [key, text] of mong) if (text !== '') expect([key, slots(text)]).toEqual([key, slots(zh.get(key) ?? '')])
  })
  it('state where every Mongolian text comes from, and only those are empty that are missing', () => {
    expect(Object.keys(statuses).sort()).toEqual([...mong.keys()].sort())
    for (const [key, status] of Object.entries(statuses)) expect([key, status === 'missing']).toEqual([key, mong.get(key) === ''])
  })
})
