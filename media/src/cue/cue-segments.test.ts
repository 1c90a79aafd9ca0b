import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Cue } from './cue-file.ts'
import { segmentCues } from './cue-segments.ts'

const cue = (id: string, startMs: number, endMs: number): Cue => ({ id, startMs, endMs, settings: '', text: id })
const idsOf = (cues: readonly Cue[], seconds: number, titleMs: number): string[] =>
  [...segmentCues({ blocks: [], cues }, seconds, titleMs)].map((segment) => segment.cues.map(({ id }) => id).join(' '))

describe('cues in segments', () => {
  it('stand in each segment that they are shown in, with the same id and times', () => {
    const cues = [
      cue('a', 0, 1000),
      cue('b', 59_000, 61_000),
      cue('c', 60_000, 60_001),
      cue('d', 60_500, 200_000),
      cue('e', 119_999, 120_000),
    ]
    expect(idsOf(cues, 60, 200_000)).toEqual(['a b', 'b c d e', 'd', 'd'])
    const [first, second] = segmentCues({ blocks: [{ kind: 'style', text: 'STYLE\nx' }], cues }, 60, 120_000)
    expect(first?.cues[1]).toEqual(second?.cues[0])
    expect(second?.blocks).toEqual([{ kind: 'style', text: 'STYLE\nx' }])
  })

  it('have segments for the whole title, empty ones too', () => {
    expect(idsOf([cue('a', 130_000, 131_000)], 60, 240_001)).toEqual(['', '', 'a', '', ''])
  })

  it('are each met in some segment, whatever their times', () => {
    const times = fc.array(fc.tuple(fc.nat({ max: 600_000 }), fc.integer({ min: 1, max: 300_000 })), { maxLength: 30 })
    fc.assert(
      fc.property(times, (pairs) => {
        const cues = pairs.map(([start, length], at) => cue(`${at}`, start, start + length)).toSorted((a, b) => a.startMs - b.startMs)
        const segments = [...segmentCues({ blocks: [], cues }, 90, 1_000_000)]
        segments.forEach((segment, at) => {
          const [startMs, endMs] = [at * 90_000, (at + 1) * 90_000]
          expect(segment.cues).toEqual(cues.filter((one) => one.startMs < endMs && one.endMs > startMs))
        })
        expect(new Set(segments.flatMap((segment) => segment.cues)).size).toBe(cues.length)
      }),
      { numRuns: 100 },
    )
  })

  test.each([0, 59.9, -1, Number.NaN])('are never %s s long', (seconds) => expect(() => idsOf([], seconds, 1)).toThrow(RangeError))
})
