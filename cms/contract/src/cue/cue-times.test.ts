import { expect, test } from 'vitest'
import { readClock, readTimingLine, writeClock } from './cue-times.ts'

test.each([
  ['00:00:01.000', 1000],
  ['01:02.5', 62_500],
  ['0:00:01.04', 1040],
  ['1:2:3,004', 3_723_004],
  ['100:00:00.000', 360_000_000],
  ['00:00:01', 1000],
  ['00:00:01.9996', 2000],
  ['00:60:00.000', undefined],
  ['00:00:60.000', undefined],
  ['00:99.000', undefined],
  ['01.000', undefined],
  ['-0:00:01.000', undefined],
  ['00:00:01.', undefined],
  ['', undefined],
])('the clock %s stands at %s ms', (text, ms) => expect(readClock(text)).toBe(ms))

test.each([
  [0, '00:00:00.000'],
  [3_723_004, '01:02:03.004'],
  [360_000_000, '100:00:00.000'],
])('%s ms are written %s', (ms, text) => expect(writeClock(ms)).toBe(text))

test.each([
  ['00:01.000 --> 00:02.000', { startMs: 1000, endMs: 2000, rest: '' }],
  ['  00:01.000-->00:02.000  ', { startMs: 1000, endMs: 2000, rest: '' }],
  ['00:01,000 -> 00:02,000\tline:0  align:left ', { startMs: 1000, endMs: 2000, rest: 'line:0  align:left ' }],
  ['00:02.000 --> 00:01.000 \u2028x', { startMs: 2000, endMs: 1000, rest: '\u2028x' }],
  ['00:01.000 --> 00:99.000', undefined],
  ['00:01.000 -->', undefined],
  ['00:01.000 --> 00:02.000line:0', undefined],
  ['a --> b', undefined],
])('%j are the times of %j', (line, times) => expect(readTimingLine(line)).toEqual(times))
