import { expect, test } from 'vitest'
import { parseFrameRate, planFrameRate, ticksPerFrame, videoTimescale } from './frame-rate.ts'

test.each([
  ['25/1', { numerator: 25, denominator: 1 }],
  ['30000/1001', { numerator: 30000, denominator: 1001 }],
  ['0/0', undefined],
  ['', undefined],
  [undefined, undefined],
  ['25', undefined],
])('reads %s', (text, expected) => {
  expect(parseFrameRate(text)).toEqual(expected)
})

test.each([
  ['25/1', '25/1', '25/1'],
  ['24000/1001', '24000/1001', '24000/1001'],
  ['24/1', '24/1', '24/1'],
  ['29870/1000', '30/1', '30000/1001'],
  ['26/1', '90000/1', '30000/1001'],
  ['15/1', '15/1', '15/1'],
  ['2/1', '2/1', '2/1'],
  ['1/1', '1/1', '24000/1001'],
  ['240/1', '240/1', '60/1'],
  ['50/1', '50/1', '50/1'],
  ['0/0', '0/0', '25/1'],
])('average %s, nominal %s becomes %s', (average, nominal, expected) => {
  const rate = planFrameRate(parseFrameRate(average), parseFrameRate(nominal))
  expect(`${rate.numerator}/${rate.denominator}`).toBe(expected)
})

test.each(['24000/1001', '24/1', '25/1', '30000/1001', '50/1', '60000/1001', '15/1'])('a frame at %s is whole ticks', (text) => {
  const rate = parseFrameRate(text)
  if (rate === undefined) throw new Error('not a rate')
  expect(ticksPerFrame(rate) / videoTimescale(rate)).toBeCloseTo(rate.denominator / rate.numerator, 12)
  expect(Number.isInteger(ticksPerFrame(rate))).toBe(true)
})
