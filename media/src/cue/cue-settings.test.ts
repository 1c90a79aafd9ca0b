import { describe, expect, test } from 'vitest'
import { isMainlyMongolian, isVerticalSetting, placeOfKey, settingsOfPlace, unknownSettings } from './cue-settings.ts'

test.each([
  ['vertical:lr line:5% position:10% align:start', []],
  ['vertical:rl  line:-1,end position:50.5%,line-left size:100% align:left region:fred', []],
  ['line:0 line:100.0% align:center align:end align:right', []],
  ['', []],
  ['vertical:tb', ['vertical:tb']],
  ['line:101% position:5 align:middle', ['line:101%', 'position:5', 'align:middle']],
  ['direction:lr\tX1:10 foo', ['direction:lr', 'X1:10', 'foo']],
])('of %j players pass over %j', (settings, unknown) => expect(unknownSettings(settings)).toEqual(unknown))

describe('the numpad', () => {
  test.each([
    [1, 'position:5% align:left', 'line:5% position:90% align:end', 'line:5% position:90% align:end'],
    [2, '', 'line:5% position:10% align:start', 'line:85% position:10% align:start'],
    [3, 'position:95% align:right', 'line:85% position:90% align:end', 'line:85% position:90% align:end'],
    [4, 'line:50% position:5% align:left', 'line:5%', 'line:5%'],
    [5, 'line:50%', 'line:50%', 'line:50%'],
    [8, 'line:0', 'line:50% position:10% align:start', 'line:50% position:10% align:start'],
    [9, 'line:0 position:95% align:right', 'line:85% position:10% align:start', 'line:85% position:10% align:start'],
  ])('%s', (key, lines, leftToRight, rightToLeft) => {
    const place = placeOfKey(key) ?? { across: 'center', down: 'top' }
    expect(settingsOfPlace(place)).toBe(lines)
    expect(settingsOfPlace(place, 'lr')).toBe(`vertical:lr ${leftToRight}`)
    expect(settingsOfPlace(place, 'rl')).toBe(`vertical:rl ${rightToLeft}`)
    expect(unknownSettings([lines, leftToRight, rightToLeft].join(' '))).toEqual([])
  })
  test.each([0, 10, -1, 1.5, Number.NaN])('has no key %s', (key) => expect(placeOfKey(key)).toBeUndefined())
})

test.each([
  ['ᠮᠣᠩᠭᠣᠯ', true],
  ['法 ᠮᠣᠩᠭᠣᠯ', true],
  ['内蒙古自治区普法宣传 ᠮᠣᠩ', false],
  ['Монгол хэл', false],
  ['', false],
])('%s is mainly Mongolian: %s', (text, isMongolian) => expect(isMainlyMongolian(text)).toBe(isMongolian))

test.each([
  ['vertical:lr', true],
  ['line:0 vertical:rl', true],
  ['vertical:lrx', false],
  ['xvertical:lr', false],
  ['', false],
])('%s is in columns: %s', (settings, isVertical) => expect(isVerticalSetting(settings)).toBe(isVertical))
