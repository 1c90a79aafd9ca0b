import type { Storyboard } from '@ulan/player'
import { describe, expect, it } from 'vitest'
import { previewPictures } from './preview-plan.ts'

const board = (count: number): Storyboard =>
  Array.from({ length: count }, (_, at) => ({ fromSeconds: at * 10, sheetUrl: 's.jpg', xPx: at, yPx: 0, widthPx: 160, heightPx: 90 }))

describe('a preview', () => {
  it('goes through a long film in twelve pictures, without its titles and its names', () => {
    const places = previewPictures(board(100)).map(({ fromSeconds }) => fromSeconds)
    expect(places).toHaveLength(12)
    expect(places[0]).toBeGreaterThanOrEqual(50)
    expect(places.at(-1)).toBeLessThanOrEqual(880)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
  it('shows each picture of a short one once', () => {
    const shown = previewPictures(board(5))
    expect(new Set(shown).size).toBe(shown.length)
  })
  it('is not there where two pictures are all there is, or none', () => {
    expect(previewPictures(board(2))).toEqual([])
    expect(previewPictures([])).toEqual([])
  })
})
