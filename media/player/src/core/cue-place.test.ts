import { expect, test } from 'vitest'
import { type CueSettings, isCueSize, placeOfCue } from './cue-place.ts'
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
