import { describe, expect, it } from 'vitest'
import { assetWith } from '../test-records.ts'
import { assetView } from './asset-view.ts'

const FAILED = { name: '720p', state: 'failed', segmentsDone: 0, segmentsTotal: 8, message: 'x264 [error]' } as const
const DONE = { name: '240p', state: 'done', segmentsDone: 8, segmentsTotal: 8 } as const

describe('assetView', () => {
  it('never says 100 before it is ready', () => {
    expect(assetView(assetWith({ progress: 1 }), false).percent).toBe(99)
    expect(assetView(assetWith({ status: 'ready', progress: 1 }), false).percent).toBe(100)
  })
  it('plays the preview until it is public, then what the public gets', () => {
    const urls = { previewUrl: '/preview/x/master.m3u8', playlistUrl: '/media/a-1/1/master.m3u8' }
    expect(assetView(assetWith({}), false).source).toBeUndefined()
    expect(assetView(assetWith({ previewUrl: urls.previewUrl }), true).source).toEqual({ url: urls.previewUrl, isWhole: false })
    expect(assetView(assetWith({ ...urls, status: 'ready' }), false).source).toEqual({ url: urls.previewUrl, isWhole: true })
    expect(assetView(assetWith({ ...urls, status: 'ready' }), true).source).toEqual({ url: urls.playlistUrl, isWhole: true })
  })
  it('says whether it can be watched yet, and that something waits for somebody', () => {
    const headlineOf = (change: Parameters<typeof assetWith>[0]) => assetView(assetWith(change), false).headline
    expect(headlineOf({ status: 'awaiting-master' })).toBe('awaiting-master')
    expect(headlineOf({ status: 'probing' })).toBe('probing')
    expect(headlineOf({})).toBe('starting')
    expect(headlineOf({ previewUrl: '/preview/x/master.m3u8' })).toBe('watchable')
    expect(headlineOf({ previewUrl: '/preview/x/master.m3u8', rungs: [DONE, FAILED] })).toBe('troubled')
    expect(headlineOf({ previewUrl: '/preview/x/master.m3u8', version: 7 })).toBe('adding')
    expect(headlineOf({ previewUrl: '/preview/x/master.m3u8', waitsFor: 'storage-full' })).toBe('storage-full')
    expect(headlineOf({ status: 'probing', waitsFor: 'store-unavailable' })).toBe('store-unavailable')
    expect(headlineOf({ status: 'ready' })).toBeUndefined()
    expect(headlineOf({ status: 'failed' })).toBeUndefined()
  })
  it('goes on showing a published version, whole, while something is added to it or that failed', () => {
    const urls = { previewUrl: '/preview/x/7/master.m3u8', playlistUrl: '/media/a-1/7/master.m3u8', version: 7 }
    for (const status of ['encoding', 'failed'] as const) {
      expect(assetView(assetWith({ ...urls, status }), true)).toMatchObject({
        hasVersion: true,
        source: { url: urls.playlistUrl, isWhole: true, version: 7 },
      })
      expect(assetView(assetWith({ ...urls, status }), false).source).toEqual({ url: urls.previewUrl, isWhole: true, version: 7 })
    }
  })
  it('names each language it can be heard in once, what plays by itself first', () => {
    const audios = [
      { name: 'audio', language: 'mn', isDefault: false },
      { name: 'audio-2', language: 'zh', isDefault: true },
      { name: 'audio-3', language: 'mn', isDefault: false, trackId: 't-1' },
    ]
    expect(assetView(assetWith({ audios }), false).sounds).toEqual(['zh', 'mn'])
  })
  it('tells what was cancelled from what failed', () => {
    const problem = (name: string) => ({ type: `/problems/${name}`, title: '', status: 409 })
    expect(assetView(assetWith({ status: 'failed', problem: problem('encode-cancelled') }), false).state).toBe('cancelled')
    expect(assetView(assetWith({ status: 'failed', problem: problem('encode-failed') }), false).state).toBe('failed')
    expect(assetView(assetWith({ status: 'failed' }), false).state).toBe('failed')
  })
  it('counts what is kept of a failure, and what cancelling would cost', () => {
    expect(assetView(assetWith({ status: 'failed', rungs: [DONE, FAILED] }), false)).toMatchObject({ failedRungs: 1, segmentsDone: 8 })
    const { message: _, ...bare } = FAILED
    expect(assetView(assetWith({ status: 'failed', rungs: [bare] }), false).failedRungs).toBe(0)
  })
  it('says how long it will take only while it is being made', () => {
    expect(assetView(assetWith({ remainingSeconds: 100 }), false).remainingSeconds).toBe(100)
    expect(assetView(assetWith({ status: 'failed', remainingSeconds: 100 }), false).remainingSeconds).toBeUndefined()
  })
})
