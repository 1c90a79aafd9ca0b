import { describe, expect, it } from 'vitest'
import { assetWith } from '../test-records.ts'
import { offsetMsOf, tracksView } from './track-view.ts'

const OWN = { name: 'audio', language: 'zh-CN', isDefault: true }
const ADDED = { name: 'audio-2', language: 'mn', isDefault: false, trackId: 't-1' }
const TRACK = {
  id: 't-1',
  kind: 'audio',
  language: 'mn',
  offsetMs: 1500,
  fileName: '蒙语.m4a',
  addedAt: '2026-11-24T02:00:00.000Z',
  state: 'published',
} as const

describe('tracksView', () => {
  it('has nothing to show before there is a version', () => {
    expect(tracksView(assetWith({ audios: [OWN] }))).toBeUndefined()
  })
  it("tells the video's own sound from one that was added", () => {
    const view = tracksView(assetWith({ status: 'ready', version: 2, audios: [OWN, ADDED], tracks: [TRACK] }))
    expect(view?.ownSounds).toEqual([{ name: 'audio', tag: 'zh-CN', language: 'zh', number: 0 }])
    expect(view?.tracks).toMatchObject([{ id: 't-1', offsetSeconds: 1.5, state: 'published' }])
    expect(view?.isInProgress).toBe(false)
  })
  it('numbers several own sounds, and leaves open a language that nobody can choose', () => {
    const view = tracksView(assetWith({ version: 2, audios: [OWN, { ...OWN, name: 'audio-2', language: 'und' }] }))
    expect(view?.ownSounds.map(({ number, language }) => [number, language])).toEqual([
      [1, 'zh'],
      [2, undefined],
    ])
    expect(view?.isInProgress).toBe(true)
  })
  it('names a language once, however many sounds it has', () => {
    const subtitles = [{ trackId: 't-2', language: 'zh-Hans', url: '/media/a-1/3/cues.vtt' }]
    const view = tracksView(assetWith({ version: 3, audios: [{ ...OWN, language: 'mn' }, ADDED], subtitles }))
    expect([view?.sounds, view?.subtitles]).toEqual([['mn'], ['zh-Hans']])
  })
})

describe('offsetMsOf', () => {
  it('keeps tenths of a second, before and after the picture', () => {
    expect([1.5, -0.3, 0.1 + 0.2, 0].map(offsetMsOf)).toEqual([1500, -300, 300, 0])
    expect(offsetMsOf(null)).toBeUndefined()
  })
})
