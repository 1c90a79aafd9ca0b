import { describe, expect, it } from 'vitest'
import { assetWith } from '../test-records.ts'
import { assetView } from './asset-view.ts'

describe('assetView', () => {
  it('lists sound first, then the rungs from the lowest up', () => {
    const rung = (name: string) => ({ name, state: 'waiting', segmentsDone: 0, segmentsTotal: 8 }) as const
    const view = assetView(assetWith({ rungs: ['1080p', '240p', 'audio', '480p'].map(rung) }), false)
    expect(view.rungs.map(({ name }) => name)).toEqual(['audio', '240p', '480p', '1080p'])
  })
  it('counts segments, and survives a rung without any yet', () => {
    const rungs = [
      { name: '240p', state: 'encoding', segmentsDone: 3, segmentsTotal: 8 },
      { name: '360p', state: 'waiting', segmentsDone: 0, segmentsTotal: 0 },
    ] as const
    expect(assetView(assetWith({ rungs: [...rungs] }), false).rungs.map(({ percent }) => percent)).toEqual([37, 0])
  })
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
})
