import type { Recording, SpokenText } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { countRows, filterRows, recordingRows } from './recording-rows.ts'

const TEXTS: readonly SpokenText[] = [
  { place: 'rail', text: '演出' },
  { place: 'title', text: '草原法' },
]
const recording = (text: string): Recording => ({
  id: '0'.repeat(32),
  locale: 'zh-Hans',
  text,
  seconds: 2,
  url: '/media/recordings/0.mp3',
  fileName: 'a.wav',
  addedAt: '2026-01-01T00:00:00.000Z',
})
const rows = recordingRows(TEXTS, [recording('草原法'), recording('旧片名')])

describe('rows of recordings', () => {
  it('stand in the order in which the texts are met, with what was recorded for words that are gone at the end', () => {
    expect(rows.map(({ text, place, recording: made }) => [text, place, made?.text])).toEqual([
      ['演出', 'rail', undefined],
      ['草原法', 'title', '草原法'],
      ['旧片名', 'unused', '旧片名'],
    ])
  })
  it('can be those alone that lack a recording, or have one', () => {
    expect(filterRows(rows, 'all')).toEqual(rows)
    expect(filterRows(rows, 'missing').map(({ text }) => text)).toEqual(['演出'])
    expect(filterRows(rows, 'recorded').map(({ text }) => text)).toEqual(['草原法', '旧片名'])
  })
  it('are counted without what nobody meets', () => {
    expect(countRows(rows)).toEqual({ texts: 2, recorded: 1 })
  })
})
