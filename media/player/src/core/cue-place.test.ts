import { expect, test } from 'vitest'
import { type CueSettings, isCueSize, placeOfCue } from './cue-place.ts'
import type { CueRegion } from './cue-region.ts'
import { activeAt, untilChange } from './cue-timeline.ts'

const cue = (members: Partial<CueSettings> = {}): CueSettings => ({
  vertical: '',
  line: 'auto',
  snapToLines: true,
  position: 'auto',
  align: 'center',
  size: 100,
  ...members,
})

test.each([
  ['Chinese at the foot', cue(), 'zh-Hans', { flow: 'lines', area: 'shared' }],
  ['Mongolian columns at the left edge', cue({ vertical: 'lr' }), 'mn-Mong', { flow: 'columns', area: 'shared' }],
  ['Mongolian in columns though its file says nothing', cue(), 'mn-Mong', { flow: 'columns', area: 'shared' }],
  ['a place of lines means nothing to columns', cue({ line: 10, position: 20 }), 'mn-Mong', { flow: 'columns', area: 'shared' }],
  ['the last line is the foot', cue({ line: -1 }), 'zh-Hans', { flow: 'lines', area: 'shared' }],
  ['Cyrillic in lines', cue(), 'mn-Cyrl', { flow: 'lines', area: 'shared' }],
] as const)('%s', (_, settings, locale, place) => expect(placeOfCue(settings, locale)).toEqual({ lengthPercent: 100, ...place }))

test.each([
  ['the top in the middle', cue({ line: 0, snapToLines: false }), { xPercent: 50, yPercent: 5, anchor: 'center' }],
  ['from a place on', cue({ line: 30, snapToLines: false, position: 20, align: 'start' }), { xPercent: 20, yPercent: 30, anchor: 'start' }],
  ['up to the right edge', cue({ line: 30, snapToLines: false, align: 'right' }), { xPercent: 95, yPercent: 30, anchor: 'end' }],
  ['the second line', cue({ line: 1 }), { xPercent: 50, yPercent: 6.5, anchor: 'center' }],
  ['the third line from below', cue({ line: -3 }), { xPercent: 50, yPercent: 80.5, anchor: 'center' }],
])('lines stand where they want to: %s', (_, settings, place) =>
  expect(placeOfCue(settings, 'zh-Hans')).toEqual({ flow: 'lines', area: 'own', lengthPercent: 100, ...place }),
)

test('columns stand where they want to', () => {
  const settings = cue({ vertical: 'lr', line: 80, snapToLines: false, position: 10, align: 'start' })
  const place = { flow: 'columns', area: 'own', lengthPercent: 100, xPercent: 80, yPercent: 10, anchor: 'start' }
  expect(placeOfCue(settings, 'mn-Mong')).toEqual(place)
})

test('take no more room along their lines than they ask for, yet enough for a word', () => {
  const lengths = [cue({ size: 40 }), cue({ size: 3 }), cue({ size: 60, line: 30, snapToLines: false }), cue({ size: 50, vertical: 'lr' })]
  expect(lengths.map((settings) => placeOfCue(settings, 'zh-Hans').lengthPercent)).toEqual([40, 20, 60, 50])
  expect(placeOfCue(cue({ size: 40 }), 'mn-Mong').lengthPercent, 'of a file that meant lines').toBe(100)
})

const REGION: CueRegion = {
  widthPercent: 40,
  lines: 3,
  anchor: { xPercent: 0, yPercent: 100 },
  viewportAnchor: { xPercent: 10, yPercent: 90 },
  isScrolling: true,
}

test.each([
  ['over its whole width', cue(), { anchor: 'center', leftPercent: 0, lengthPercent: 100 }],
  ['from its left edge', cue({ align: 'left' }), { anchor: 'start', leftPercent: 0, lengthPercent: 100 }],
  ['up to its right edge', cue({ align: 'right' }), { anchor: 'end', leftPercent: 0, lengthPercent: 100 }],
  ['from a place on', cue({ align: 'start', position: 30 }), { anchor: 'start', leftPercent: 30, lengthPercent: 70 }],
  ['up to a place', cue({ align: 'end', position: 60 }), { anchor: 'end', leftPercent: 0, lengthPercent: 60 }],
  ['around a place', cue({ position: 75 }), { anchor: 'center', leftPercent: 50, lengthPercent: 50 }],
  ['at its edge, yet with room for a word', cue({ position: 100 }), { anchor: 'center', leftPercent: 80, lengthPercent: 20 }],
])('a cue stands in its region: %s', (_, settings, place) =>
  expect(placeOfCue(settings, 'zh-Hans', REGION)).toEqual({ flow: 'lines', area: 'region', region: REGION, ...place }),
)

test.each([
  ['columns', cue({ vertical: 'lr' }), 'zh-Hans', 'shared'],
  ['Mongolian whose file forgot its columns', cue(), 'mn-Mong', 'shared'],
  ['a line of its own', cue({ line: 0 }), 'zh-Hans', 'own'],
  ['a size of its own', cue({ size: 40 }), 'zh-Hans', 'shared'],
] as const)('a cue drops out of its region: %s', (_, settings, locale, area) =>
  expect(placeOfCue(settings, locale, REGION).area).toBe(area),
)

test('what is on the screen, and when that changes', () => {
  const cues = [
    { startTime: 1, endTime: 3 },
    { startTime: 2, endTime: 4 },
    { startTime: 9, endTime: 10 },
  ]
  expect([0, 1, 2.5, 3, 4, 9.999, 10].map((seconds) => activeAt(cues, seconds).length)).toEqual([0, 1, 2, 1, 0, 1, 0])
  expect([0, 1, 2.5, 4, 9, 10].map((seconds) => untilChange(cues, seconds))).toEqual([1, 1, 0.5, 5, 1, undefined])
})

test('sizes are known by name', () => expect(['huge', 'tiny', undefined].map(isCueSize)).toEqual([true, false, false]))
