import { expect, test } from 'vitest'
import { timeOfDay } from './time-of-day.ts'

test.each([
  ['2026-11-26T01:05:59Z', '9:05'],
  ['1970-01-01T00:01:00Z', undefined],
  ['no date', undefined],
])('a box whose clock says %s shows %s', (instant, text) => expect(timeOfDay(new Date(instant))?.text).toBe(text))
