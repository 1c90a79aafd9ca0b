import type { FormatWords, Locale, LocalText } from '@ulan/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utterancesOf, voiceFor } from './utterance.ts'

const UNITS: Readonly<Record<string, string>> = { hours: '小时', minutes: '分钟', seconds: '秒' }
const words: FormatWords = (key, values) => ({ text: `${values?.['number']} ${UNITS[key.split(':')[1] ?? '']}`, locale: 'zh-Hans' })
const say = (...texts: string[]): string[] =>
  utterancesOf(
    texts.map((text): LocalText => ({ text, locale: 'zh-Hans' })),
    () => words,
  ).map(({ text }) => text)

describe('utterancesOf', () => {
  it('reads clocks as lengths of time', () => {
    expect(say('演出 · 12:30', '从 1:02:03 继续')).toEqual(['演出 · 12 分钟 30 秒', '从 1 小时 2 分钟 3 秒 继续'])
  })

  it('leaves alone what only looks like one', () => {
    expect(say('比分 3:2', '2026:11:24:08', '电话 12348')).toEqual(['比分 3:2', '2026:11:24:08', '电话 12348'])
  })

  it('keeps each language to itself and leaves out what has no sound', () => {
    const spoken: LocalText[] = [
      { text: 'Монгол', locale: 'mn-Cyrl' },
      { text: '', locale: 'zh-Hans' },
      { text: ' · ', locale: 'zh-Hans' },
      { text: '中文', locale: 'zh-Hans' },
    ]
    expect(utterancesOf(spoken, () => words)).toEqual([spoken[0], spoken[3]])
  })

  it('parts long texts after their signs, and loses nothing but spaces around the parts', () => {
    const sentence = '国家保护草原的生态环境，任何单位和个人不得开垦草原。'
    const long = sentence.repeat(5)
    const pieces = say(long)
    expect(pieces.join('')).toBe(long)
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.every((piece) => piece.length <= 60 && /[，。]$/.test(piece))).toBe(true)
  })

  it('never loses a letter, whatever the text', () => {
    const letters = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '')
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => letters(say(text).join('')) === letters(text)))
  })
})

describe('voiceFor', () => {
  const voice = (lang: string, localService = true) => ({ lang, localService })

  it.each<[Locale, string, boolean]>([
    ['zh-Hans', 'zh-CN', true],
    ['zh-Hans', 'zh_CN', true],
    ['zh-Hans', 'cmn', true],
    ['zh-Hans', 'cmn-Hans-CN', true],
    ['zh-Hans', 'zh-TW', true],
    ['zh-Hans', 'zh-HK', false],
    ['zh-Hans', 'yue-HK', false],
    ['zh-Hans', 'en-US', false],
    ['mn-Mong', 'mn-Mong-CN', true],
    ['mn-Mong', 'mn_CN', true],
    ['mn-Mong', 'mvf', true],
    ['mn-Mong', 'mn', false],
    ['mn-Mong', 'mn-MN', false],
    ['mn-Cyrl', 'mn', true],
    ['mn-Cyrl', 'mn-MN', true],
    ['mn-Cyrl', 'khk', true],
    ['mn-Cyrl', 'mn-Mong', false],
    ['mn-Cyrl', 'mn-CN', false],
    ['mn-Cyrl', 'mni-IN', false],
  ])('%s read by a voice for %s: %s', (locale, lang, does) => {
    expect(voiceFor(locale, [voice(lang)]) !== undefined).toBe(does)
  })

  it('goes by the device before the network: a box may lose its line', () => {
    const [far, near] = [voice('zh-CN', false), voice('zh-CN', true)]
    expect(voiceFor('zh-Hans', [far, near])).toBe(near)
    expect(voiceFor('zh-Hans', [far])).toBe(far)
    expect(voiceFor('zh-Hans', [])).toBeUndefined()
  })
})
