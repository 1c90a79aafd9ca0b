import { describe, expect, it } from 'vitest'
import { type ChapterRow, chaptersOf, checkRows, clockOf, nextRow, parseClock, rowsOf, tenthsDown, tidyRows } from './chapter-rows.ts'

const row = (start: string, end: string, kind: ChapterRow['kind'] = 'law-explained'): ChapterRow => ({ kind, start, end })

describe('a typed time', () => {
  it.each([
    ['0:00', 0],
    ['1:05', 65],
    ['1:5', 65],
    ['01:05', 65],
    ['5', 5],
    ['90:00', 5400],
    ['1:02:30', 3750],
    ['0:05.6', 5.6],
    [' 1:05 ', 65],
    ['1：05', 65],
    ['１：０５．６', 65.6],
  ])('%j is %d s', (typed, seconds) => expect(parseClock(typed)).toBe(seconds))
  it.each(['', ':05', '1:60', '1:60:00', '1:2:3:4', '-0:05', '1.5:00', 'abc', '1:05.66', '1分5秒'])('%j is none', (typed) => {
    expect(parseClock(typed)).toBeUndefined()
  })
  it.each([0, 5.6, 12.3, 59.9, 65, 3600, 3725.1])('comes back as it was: %d s', (seconds) => {
    expect(parseClock(clockOf(seconds))).toBe(seconds)
  })
  it('carries tenths that make up a second', () => expect(clockOf(59.97)).toBe('1:00'))
  it('of the film is never a moment ahead of it', () => {
    expect([0.1, 8.2, 4.35, 30.06, 29.999].map(tenthsDown)).toEqual([0.1, 8.2, 4.3, 30, 29.9])
  })
})

describe('rows', () => {
  it('are made of chapters, and back', () => {
    const chapters = [{ kind: 'opening', startSeconds: 0, endSeconds: 5.6 } as const]
    expect(rowsOf(chapters)).toEqual([row('0:00', '0:05.6', 'opening')])
    expect(chaptersOf(rowsOf(chapters))).toEqual(chapters)
    expect(rowsOf(undefined)).toEqual([])
  })
  it('are put in the order of the film once all of them can be read', () => {
    const [late, early] = [row('1:5', '2:00'), row('0:00', '0:10', 'opening')]
    expect(tidyRows([late, early])).toEqual([early, row('1:05', '2:00')])
    const unread = [late, row('x', '0:10')]
    expect(tidyRows(unread)).toBe(unread)
  })
  it('say first what cannot be read, each at its own field', () => {
    expect(checkRows([row('1:05', '1:00'), row('', '1分')], 60)).toEqual([
      { path: 'chapters.1.startSeconds', code: 'required' },
      { path: 'chapters.1.endSeconds', code: 'chapter-time-malformed' },
    ])
  })
  it('are then held against the film and each other', () => {
    expect(checkRows([row('0:10', '0:05'), row('0:20', '1:05')], 61).map(({ path, code }) => [path, code])).toEqual([
      ['chapters.0.endSeconds', 'chapter-end-before-start'],
      ['chapters.1.endSeconds', 'chapter-beyond-film'],
    ])
    expect(checkRows([row('0:10', '0:15'), row('0:20', '1:05')], undefined)).toEqual([])
  })
})

describe('one more row', () => {
  it('is the opening at first, then what the law is explained in, from where the film is', () => {
    const opening = nextRow([], 12.34)
    expect(opening).toEqual(row('0:00', '', 'opening'))
    const typed = [{ ...opening, end: '0:10' }]
    expect(nextRow(typed, 95.27)).toEqual(row('1:35.2', ''))
    expect(nextRow(typed, undefined)).toEqual(row('0:10', ''))
  })
})
