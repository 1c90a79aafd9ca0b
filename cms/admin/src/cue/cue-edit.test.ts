import { describe, expect, it, test } from 'vitest'
import { checkCues } from './cue-check.ts'
import { clockText, typedMs } from './cue-clock.ts'
import { addCue, changeCue, findCue, movedBy, removeCue, roomBefore, shiftFrom, sortCues } from './cue-edit.ts'
import { beginHistory, stepBack, stepTo } from './cue-history.ts'
import { type CueSheet, parseSheet } from './cue-sheet.ts'
import { cueTextOf, isEmptyText, typedTextOf, withDirection } from './cue-text.ts'

const SHEET = parseSheet(
  'WEBVTT\n\n00:01.000 --> 00:02.000\n学法\n\n00:02.500 --> 00:04.000 vertical:lr\nᠬᠠᠤᠯᠢ\n\n00:10.000 --> 00:11.000\nFaLü\n',
)
const starts = ({ cues }: CueSheet): number[] => cues.map(({ startMs }) => startMs)

describe('a typed text', () => {
  test.each([
    ['A & B < C > D', 'A &amp; B &lt; C &gt; D'],
    ['<i>斜</i> <v 村长>是</v> <00:01.500>后', '<i>斜</i> <v 村长>是</v> <00:01.500>后'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['看 --> 这里', '看 --&gt; 这里'],
    ['一\n\n二\n', '一\n二'],
    ['空&nbsp;格', '空&nbsp;格'],
  ])('%j is written as %j', (typed, text) => expect(cueTextOf(typed)).toBe(text))

  test.each([
    ['A &amp; B', 'A & B'],
    ['&lt;i&gt; 是标签', '&lt;i&gt; 是标签'],
    ['&amp;lt;', '&amp;lt;'],
    ['<script>x</script>', '<script>x</script>'],
    ['A > B', 'A > B'],
  ])('that stands as %j is shown as %j', (text, typed) => expect(typedTextOf(text)).toBe(typed))

  it('is empty without anything to read', () => {
    expect(['', ' \n', '<i> </i>', '字', '<字>'].map(isEmptyText)).toEqual([true, true, true, false, false])
  })
})

describe('a direction', () => {
  test.each([
    ['', true, 'vertical:lr'],
    ['line:5%  position:10%', true, 'vertical:lr line:5%  position:10%'],
    ['vertical:rl  line:5%', true, 'vertical:rl  line:5%'],
    ['vertical:lr  line:5%', false, 'line:5%'],
    ['line:5% vertical:lr align:start', false, 'line:5% align:start'],
    ['x:y', false, 'x:y'],
  ] as const)('%j, in columns %s, is %j', (settings, isVertical, wanted) => expect(withDirection(settings, isVertical)).toBe(wanted))
})

describe('a typed time', () => {
  test.each([
    ['00:01:02.500', 62_500],
    ['1:02', 62_000],
    ['００：０１：０２．５', 62_500],
    ['42', 42_000],
    ['0:62', undefined],
    ['1:2:3:4', undefined],
    ['', undefined],
  ])('%s is %s ms', (typed, ms) => expect(typedMs(typed)).toBe(ms))
  it('is written as it stands in the file', () => expect(clockText(3_662_500)).toBe('01:01:02.500'))
})

describe('cues', () => {
  it('come behind another, in the room that is there', () => {
    expect(addCue(SHEET, 0, false).cues[1]).toMatchObject({ startMs: 2000, endMs: 2500, settings: '', text: '' })
    expect(addCue(SHEET, 1, false).cues[2]).toMatchObject({ startMs: 4000, endMs: 6000, settings: 'vertical:lr' })
    expect(addCue(SHEET, undefined, true).cues[0]).toMatchObject({ startMs: 0, endMs: 1000, settings: 'vertical:lr' })
  })
  it('come where the film stands', () => {
    expect(starts(addCue(SHEET, 0, false, 7000))).toEqual([1000, 2500, 7000, 10_000])
    expect(starts(addCue(SHEET, 2, false, 200))).toEqual([200, 1000, 2500, 10_000])
  })
  it('go later or earlier from one on, and none before the film', () => {
    expect(starts(shiftFrom(SHEET, 1, 1500))).toEqual([1000, 4000, 11_500])
    expect(starts(shiftFrom(SHEET, 1, -60_000))).toEqual([1000, 0, 7500])
    expect([roomBefore(SHEET, 1), roomBefore(changeCue(SHEET, 2, { startMs: 500 }), 1)]).toEqual([2500, 500])
  })
  it('are put in order, and are the very same when they are', () => {
    expect(starts(sortCues(changeCue(SHEET, 0, { startMs: 5000 })))).toEqual([2500, 5000, 10_000])
    expect(sortCues(SHEET)).toBe(SHEET)
  })
  it('are found by words, from one on and round', () => {
    expect([
      findCue(SHEET, 'falü', undefined)?.key,
      findCue(SHEET, '学法', 2)?.key,
      findCue(SHEET, '没有', 0),
      findCue(SHEET, ' ', 0),
    ]).toEqual([...[2, 0], ...[undefined, undefined]])
  })
  it('lie over a film that begins before or after them', () => {
    expect(starts(movedBy(SHEET, 500))).toEqual([1500, 3000, 10_500])
    expect(starts(movedBy(SHEET, -3000))).toEqual([0, 7000])
  })
})

describe('what is wrong with cues', () => {
  const wrongsOf = (change: Parameters<typeof changeCue>[2], filmMs?: number) => checkCues(changeCue(SHEET, 2, change), filmMs).get(2)
  it('is nothing where all is well', () => expect(checkCues(SHEET, 60_000).size).toBe(0))
  test.each([
    [{ endMs: 9000 }, { wrongs: ['end-before-start'] }],
    [{ endMs: 10_000 }, { wrongs: ['end-before-start'] }],
    [{ text: ' ' }, { wrongs: ['empty'] }],
    [{ text: '法'.repeat(4001) }, { wrongs: ['too-long'] }],
    [{ text: '\uf8ff' }, { wrongs: ['private-use'] }],
    [{ text: '\ue2c1' }, { wrongs: [], notes: ['menksoft'] }],
    [{ unread: { start: '1点' } }, { wrongs: ['time-unread'] }],
    [{ startMs: 100 }, { wrongs: [], notes: ['out-of-order'] }],
  ] as const)('%j is %j', (change, findings) => expect(wrongsOf(change)).toMatchObject(findings))
  it('is that it begins after the film', () => expect(wrongsOf({}, 10_000)).toMatchObject({ wrongs: ['beyond-film'] }))
})

describe('steps', () => {
  it('are taken back one by one; letters of one text are one', () => {
    const typed = stepTo(
      stepTo(beginHistory(SHEET), changeCue(SHEET, 0, { text: '学' }), 'text 0'),
      changeCue(SHEET, 0, { text: '学法律' }),
      'text 0',
    )
    const removed = stepTo(typed, removeCue(typed.now, 1))
    expect(removed.now.cues).toHaveLength(2)
    expect(stepBack(removed).now).toBe(typed.now)
    expect(stepBack(stepBack(removed)).now).toBe(SHEET)
    expect(stepBack(beginHistory(SHEET)).now).toBe(SHEET)
  })
})
