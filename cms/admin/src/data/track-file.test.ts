import { describe, expect, it } from 'vitest'
import { guessLanguage, TRACK_ENDINGS, trackKind } from './track-file.ts'

describe('trackKind', () => {
  it('knows sounds and subtitles by their ending, in any case', () => {
    expect(['a.wav', '录音.M4A', 'b.mka'].map(trackKind)).toEqual(['audio', 'audio', 'audio'])
    expect(['a.zh.srt', 'b.ASS', 'c.dfxp'].map(trackKind)).toEqual(['cues', 'cues', 'cues'])
  })
  it('takes nothing else', () => {
    expect(['show.mp4', 'words.docx', 'mp3', ''].map(trackKind)).toEqual([undefined, undefined, undefined, undefined])
    expect(TRACK_ENDINGS).toContain('.m4a,')
  })
})

describe('guessLanguage', () => {
  it('hears a sound by its name', () => {
    expect(guessLanguage('audio', '草原法在身边 蒙语配音.m4a')).toBe('mn')
    expect(guessLanguage('audio', 'show_mn.wav')).toBe('mn')
    expect(guessLanguage('audio', 'Mongolian-final.wav')).toBe('mn')
    expect(guessLanguage('audio', '汉语.wav')).toBe('zh')
    expect(guessLanguage('audio', 'show.en.mp3')).toBe('en')
  })
  it('reads subtitles by their name, with their script', () => {
    expect(guessLanguage('cues', '第一集.zh.srt')).toBe('zh-Hans')
    expect(guessLanguage('cues', '第一集中文字幕.ass')).toBe('zh-Hans')
    expect(guessLanguage('cues', '第一集蒙文.vtt')).toBe('mn-Mong')
    expect(guessLanguage('cues', 'ᠮᠣᠩᠭᠣᠯ.vtt')).toBe('mn-Mong')
    expect(guessLanguage('cues', 'Хууль.srt')).toBe('mn-Cyrl')
    expect(guessLanguage('cues', 'show.mn-Cyrl.srt')).toBe('mn-Cyrl')
  })
  it('does not take a place, a people or part of a word for a language', () => {
    const names = ['内蒙古普法.m4a', '蒙古族汉族团结.m4a', '中国宪法.m4a', '法律中心.m4a', 'amnesty.wav', '英雄.wav', 'a.m4a']
    for (const name of names) expect([name, guessLanguage('audio', name)]).toEqual([name, undefined])
  })
  it('leaves it to a person when a name speaks of two, or of one that subtitles cannot have', () => {
    expect(guessLanguage('cues', '蒙汉双语.srt')).toBeUndefined()
    expect(guessLanguage('cues', 'show.en.srt')).toBeUndefined()
  })
})
