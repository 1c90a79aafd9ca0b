import { expect, test } from 'vitest'
import { type CueRegion, regionsOfCues } from './cue-region.ts'

/** WebVTT §1.4, as this house writes such a file. */
const ROLL_UP = `WEBVTT
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:7200

REGION
id:fred
width:40%
lines:3
regionanchor:0%,100%
viewportanchor:10%,90%
scroll:up

REGION
id:bill
width:40%
lines:3
regionanchor:100%,100%
viewportanchor:90%,90%
scroll:up

00:00:00.000 --> 00:00:20.000 region:fred align:left
<v Fred>Hi, my name is Fred

2
00:00:02.500 --> 00:00:22.500 region:bill align:right
<v Bill>Hi, I’m Bill

00:00:05.000 --> 00:00:25.000
Would you like
to get a coffee?

00:00:10.000 --> 00:00:30.000 region:fred align:left
<v Fred>This is my fourth!
`
const FRED: CueRegion = {
  widthPercent: 40,
  lines: 3,
  anchor: { xPercent: 0, yPercent: 100 },
  viewportAnchor: { xPercent: 10, yPercent: 90 },
  isScrolling: true,
}
const BILL: CueRegion = { ...FRED, anchor: { xPercent: 100, yPercent: 100 }, viewportAnchor: { xPercent: 90, yPercent: 90 } }
const BARE: CueRegion = { ...FRED, widthPercent: 100, viewportAnchor: { xPercent: 0, yPercent: 100 }, isScrolling: false }

/** The regions of the cues that a parser found. */
const regionsIn = (file: string, ...found: readonly (readonly [startTime: number, endTime: number, text: string])[]) => {
  const cues = found.map(([startTime, endTime, text]) => ({ startTime, endTime, text }))
  const regions = regionsOfCues(file, cues)
  return cues.map((cue) => regions.get(cue))
}

test('two speakers have a region each, and who asks for none has none', () => {
  const found = [
    [0, 20, '<v Fred>Hi, my name is Fred'],
    [2.5, 22.5, '<v Bill>Hi, I’m Bill'],
    [5, 25, 'Would you like\nto get a coffee?'],
    [10, 30, '<v Fred>This is my fourth!'],
    [6, 7, 'not in the file'],
  ] as const
  const regions = [FRED, BILL, undefined, FRED, undefined]
  expect(regionsIn(ROLL_UP, ...found)).toEqual(regions)
  expect(regionsIn(ROLL_UP.replaceAll('\n', '\r\n'), ...found), 'with other line ends').toEqual(regions)
  expect(regionsIn(ROLL_UP.replaceAll('00:00:', '00:'), ...found), 'with short times').toEqual(regions)
})

/** A region whose settings are these, as a cue gets it that asks for `a`. */
const read = (settings: string, cueSettings = 'region:a'): CueRegion | undefined =>
  regionsIn(`WEBVTT\n\nREGION \nid:a ${settings}\n\n00:01.000 --> 00:02.000 ${cueSettings}\n法`, [1, 2, '法'])[0]

test.each([
  ['nothing more', '', BARE],
  ['shares of a percent', 'width:33.5%', { ...BARE, widthPercent: 33.5 }],
  ['settings in lines and after tabs', 'lines:2\n\twidth:50%', { ...BARE, lines: 2, widthPercent: 50 }],
  ['the same setting twice', 'lines:2 lines:4', { ...BARE, lines: 4 }],
  ['a number that is not one, after a good one', 'width:50% width:150% lines:2 lines:-1', { ...BARE, widthPercent: 50, lines: 2 }],
  ['widths that are none', 'width:50 width:% width:-5% width:.5% width:5.% width:1e1%', BARE],
  ['points without two numbers', 'regionanchor:50% viewportanchor:50%,x regionanchor:101%,0% viewportanchor:,', BARE],
  ['another way to scroll', 'scroll:down scroll:UP', BARE],
  ['what nobody knows', 'colour:red Width:50% : :x lines: width', BARE],
] as const)('a region with %s', (_, settings, region) => expect(read(settings)).toEqual(region))

test('the last name wins, whichever of the two stands first', () => {
  const file = 'WEBVTT\n\nREGION\nid:a lines:1\n\nREGION\nlines:2 id:b id:a\n\n00:01.000 --> 00:02.000 region:b region:a\n法'
  expect(regionsIn(file, [1, 2, '法'])).toEqual([{ ...BARE, lines: 2 }])
})

test.each(['region:b', 'region:A', 'region:', 'regiona', 'region:a region:b'])('a cue with %s has no region', (settings) =>
  expect(read('', settings)).toBeUndefined(),
)

test('regions stand before the first cue, and a cue may be called like one', () => {
  const late = 'WEBVTT\n\n00:01.000 --> 00:02.000 region:a\n法\n\nREGION\nid:a\n\n00:03.000 --> 00:04.000 region:a\n律'
  expect(regionsIn(late, [1, 2, '法'], [3, 4, '律'])).toEqual([undefined, undefined])
  const named = 'WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nREGION\n00:01.000 --> 00:02.000 region:a\n法\n\n坏 --> 坏'
  expect(regionsIn(named, [1, 2, '法'])).toEqual([BARE])
})

test('the same words at the same time in two places are told apart', () => {
  const file =
    'WEBVTT\n\nREGION\nid:a lines:1\n\nREGION\nid:b lines:2\n\n00:01.000 --> 00:02.000 region:a\n法\n\n00:01.000 --> 00:02.000 region:b\n法\n\n00:01.000 --> 00:02.000\n法'
  const cues = regionsIn(file, [1, 2, '法'], [1, 2, '法'], [1, 2, '法'])
  expect(cues.map((region) => region?.lines)).toEqual([1, 2, undefined])
})

test('a long film’s times are those that the browser hands out as seconds', () => {
  const file = 'WEBVTT\n\nREGION\nid:a\n\n100:00:01.001 --> 100:59:59.999 region:a\n法'
  expect(regionsIn(file, [360_001.001, 363_599.999, '法'])).toEqual([BARE])
})
