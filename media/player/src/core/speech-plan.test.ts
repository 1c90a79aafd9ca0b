import type { FormatWords, LocalText, PlayableRecording } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { createRecordingBook } from './recording-book.ts'
import { planSpeech } from './speech-plan.ts'

const zh = (text: string): LocalText => ({ text, locale: 'zh-Hans' })
const mong = (text: string): LocalText => ({ text, locale: 'mn-Mong' })
const CHINESE = { lang: 'zh-CN', localService: true }
const words: FormatWords = (_, values) => zh(String(values?.['number']))
const means = (urls: Readonly<Record<string, string>> = {}, voices = [CHINESE]) => ({
  voices,
  urlOf: ({ text }: LocalText) => urls[text],
  wordsIn: () => words,
})

describe('planSpeech', () => {
  it('gives one voice what stands together', () => {
    expect(planSpeech([zh('演出'), zh('草原法')], means())).toEqual([
      {
        kind: 'voices',
        pieces: [
          { text: '演出', voice: CHINESE },
          { text: '草原法', voice: CHINESE },
        ],
      },
    ])
  })

  it('prefers a person to a voice, and keeps the order', () => {
    expect(planSpeech([zh('演出'), zh('草原法'), zh('好来宝')], means({ 草原法: '/a.mp3' }))).toEqual([
      { kind: 'voices', pieces: [{ text: '演出', voice: CHINESE }] },
      { kind: 'recording', url: '/a.mp3' },
      { kind: 'voices', pieces: [{ text: '好来宝', voice: CHINESE }] },
    ])
  })

  it('passes over what has neither', () => {
    expect(planSpeech([mong('ᠬᠠᠤᠯᠢ'), zh('法律')], means())).toEqual([{ kind: 'voices', pieces: [{ text: '法律', voice: CHINESE }] }])
    expect(planSpeech([mong('ᠬᠠᠤᠯᠢ')], means({ ᠬᠠᠤᠯᠢ: '/m.mp3' }, []))).toEqual([{ kind: 'recording', url: '/m.mp3' }])
    expect(planSpeech([mong('ᠬᠠᠤᠯᠢ')], means({}, []))).toEqual([])
  })
})

describe('the book of recordings', () => {
  it('knows the words of each language for themselves, and says when it learns of more', async () => {
    let answer: readonly PlayableRecording[] | undefined = [{ text: 'ᠬᠠᠤᠯᠢ', seconds: 1, url: '/m.mp3' }]
    const book = createRecordingBook(async (locale) => (locale === 'mn-Mong' ? answer : []))
    let changes = 0
    const stop = book.onChange(() => {
      changes += 1
    })
    expect(book.has(['mn-Mong'])).toBe(false)
    await book.load('mn-Mong')
    await book.load('zh-Hans')
    expect([book.urlOf(mong('ᠬᠠᠤᠯᠢ')), book.urlOf(zh('ᠬᠠᠤᠯᠢ')), book.urlOf(mong('ᠬᠠᠤᠯᠢ '))]).toEqual(['/m.mp3', undefined, undefined])
    expect([book.has(['mn-Mong']), book.has(['zh-Hans']), book.has(['zh-Hans', 'mn-Mong'])]).toEqual([true, false, true])
    expect(changes).toBe(2)
    stop()
    answer = undefined
    await book.load('mn-Mong')
    expect(book.urlOf(mong('ᠬᠠᠤᠯᠢ'))).toBe('/m.mp3')
    expect(changes).toBe(2)
  })
})
