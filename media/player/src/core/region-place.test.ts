import { expect, test } from 'vitest'
import type { CueRegion } from './cue-region.ts'
import { placeOfRegion, type Rect, riseOverRegions, type Slot, slotsAfter } from './region-place.ts'

const FRED: CueRegion = {
  widthPercent: 40,
  lines: 3,
  anchor: { xPercent: 0, yPercent: 100 },
  viewportAnchor: { xPercent: 10, yPercent: 90 },
  isScrolling: true,
}
const BILL: CueRegion = { ...FRED, anchor: { xPercent: 100, yPercent: 100 }, viewportAnchor: { xPercent: 90, yPercent: 90 } }
/** The specification's own line is 6 % of the picture's height (WebVTT §7.1). */
const ROOM = { heightPx: 1000, linePx: 60 }

test('Fred’s region lies in the left half, Bill’s in the right one, as WebVTT §1.4 has it', () => {
  const rows = { widthPercent: 40, topPx: 720, heightPx: 180 }
  expect(placeOfRegion(FRED, ROOM)).toEqual({ ...rows, leftPercent: 10 })
  expect(placeOfRegion(BILL, ROOM)).toEqual({ ...rows, leftPercent: 50 })
})

test('lines take more room in a larger size, and the anchor stays where it was', () => {
  const places = [45, 60, 90].map((linePx) => placeOfRegion(FRED, { heightPx: 1000, linePx }))
  expect(places.map(({ heightPx }) => heightPx)).toEqual([135, 180, 270])
  expect(places.map(({ topPx, heightPx }) => topPx + heightPx)).toEqual([900, 900, 900])
})

test.each([
  ['in the middle', { anchor: { xPercent: 50, yPercent: 50 }, viewportAnchor: { xPercent: 50, yPercent: 50 } }, 30, 410],
  ['beyond the head', { viewportAnchor: { xPercent: 10, yPercent: 0 } }, 10, 0],
  ['beyond the foot', { anchor: { xPercent: 0, yPercent: 0 }, viewportAnchor: { xPercent: 0, yPercent: 100 } }, 0, 820],
  ['beyond the left edge', { anchor: { xPercent: 100, yPercent: 100 } }, 0, 720],
  ['beyond the right edge', { viewportAnchor: { xPercent: 90, yPercent: 90 } }, 60, 720],
])('a region %s of the picture is all there', (_, members, leftPercent, topPx) =>
  expect(placeOfRegion({ ...FRED, ...members }, ROOM)).toEqual({ leftPercent, topPx, widthPercent: 40, heightPx: 180 }),
)

test('a region is never too small for a word, nor larger than the picture', () => {
  expect(placeOfRegion({ ...FRED, widthPercent: 0, lines: 0 }, ROOM)).toMatchObject({ widthPercent: 20, heightPx: 60, topPx: 840 })
  expect(placeOfRegion({ ...FRED, lines: 999 }, ROOM)).toMatchObject({ heightPx: 1000, topPx: 0 })
})

test('in a region that does not scroll nobody moves while others come and go', () => {
  const seen: string[] = []
  let slots: readonly Slot<string>[] = []
  for (const due of ['a', 'ab', 'abc', 'bc', 'bcd', 'd', 'de', '', 'b']) {
    slots = slotsAfter(slots, [...due])
    seen.push(slots.map(({ cue, isFree }) => (isFree ? '-' : cue)).join(''))
  }
  expect(seen).toEqual(['a', 'ab', 'abc', '-bc', 'dbc', 'd', 'de', '', 'b'])
})

test('a cue that was gone and is there again stands where it stood', () => {
  const gone = slotsAfter(slotsAfter([], ['a', 'b']), ['b'])
  expect(slotsAfter(gone, ['a', 'b'])).toEqual([
    { cue: 'a', isFree: false },
    { cue: 'b', isFree: false },
  ])
})

const rect = (left: number, top: number, right: number, bottom: number): Rect => ({ left, top, right, bottom })

test.each([
  ['no region', [], 0],
  ['one above it', [rect(0, 700, 500, 900)], 0],
  ['one beside it', [rect(0, 800, 200, 1000), rect(800, 800, 1000, 1000)], 0],
  ['one below it', [rect(300, 950, 700, 1000)], 50],
  ['one that stands on another', [rect(300, 820, 700, 900), rect(300, 900, 700, 1000)], 180],
  ['one high above those it rises over', [rect(300, 100, 700, 200), rect(300, 900, 700, 1000)], 100],
  ['regions up to the head', [rect(300, 50, 700, 1000)], 0],
])('lines at the foot rise over the regions: %s', (_, regions, rise) =>
  expect(riseOverRegions(rect(300, 900, 700, 1000), regions, 0)).toBe(rise),
)
