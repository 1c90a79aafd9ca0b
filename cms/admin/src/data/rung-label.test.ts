import { describe, expect, it } from 'vitest'
import { compareRungNames, rungLabel } from './rung-label.ts'

const sound = (name: string, language: string) => ({ name, language, isDefault: name === 'audio' })

describe('rungLabel', () => {
  it.each([
    ['240p', 'smooth'],
    ['360p', 'smooth'],
    ['480p', 'standard'],
    ['540p', 'standard'],
    ['720p', 'high'],
    ['1080p', 'full'],
    ['1440p', '2k'],
    ['2160p', '4k'],
    ['96p', 'smooth'],
  ])('calls %s %s', (name, quality) => {
    expect(rungLabel(name)).toEqual({ kind: 'picture', technical: name, quality })
  })
  it('says what sets an HDR or AV1 picture apart', () => {
    expect(rungLabel('2160p-hdr')).toMatchObject({ quality: '4k', extra: 'HDR' })
    expect(rungLabel('1080p-av1')).toMatchObject({ quality: 'full', extra: 'AV1' })
  })
  it('names a sound by its language, and numbers several', () => {
    expect(rungLabel('audio', [sound('audio', 'zh')])).toEqual({ kind: 'sound', technical: 'audio', number: 0, language: 'zh' })
    const two = [sound('audio', 'zh'), sound('audio-2', 'mn')]
    expect(rungLabel('audio', two)).toMatchObject({ number: 1, language: 'zh' })
    expect(rungLabel('audio-2', two)).toMatchObject({ number: 2, language: 'mn' })
    expect(rungLabel('audio-2', [sound('audio', 'zh')])).toEqual({ kind: 'sound', technical: 'audio-2', number: 2 })
  })
})

it('rungs stand in the order in which they become watchable', () => {
  const names = ['240p-av1', '2160p-hdr', '720p-hevc', '1440p', '1080p', 'audio-2', '540p-hdr', '240p', 'audio', '2160p', '720p']
  expect(names.toSorted(compareRungNames)).toEqual([
    ...['audio', 'audio-2', '240p', '720p', '1080p', '720p-hevc', '1440p', '2160p'],
    ...['540p-hdr', '2160p-hdr', '240p-av1'],
  ])
})
