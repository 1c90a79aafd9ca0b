import { describe, expect, test } from 'vitest'
import type { SearchFocus } from '../routes.ts'
import type { Direction } from './browse-focus.ts'
import { WORD_ROW } from './letter-pad.ts'
import { FIRST_KEY, gridOffset, gridWindow, moveSearchFocus, type ResultSize, settleSearchFocus } from './search-focus.ts'

const some: ResultSize = { count: 8, columns: 3 }
const none: ResultSize = { count: 0, columns: 3 }
const at = (more: Partial<SearchFocus>): SearchFocus => ({ ...FIRST_KEY, ...more })

/** Where so many presses lead; a press that leaves the page ends it. */
function after(start: SearchFocus, size: ResultSize, ...presses: readonly Direction[]): SearchFocus | undefined {
  let focus: SearchFocus | undefined = start
  for (const press of presses) focus = focus === undefined ? undefined : moveSearchFocus(focus, press, size)
  return focus
}
const times = (count: number, direction: Direction): readonly Direction[] => Array.from({ length: count }, () => direction)

describe('on the letters', () => {
  test('a press is one key on', () => {
    expect(after(FIRST_KEY, some, 'right', 'right', 'down')).toEqual(at({ row: 1, column: 2 }))
    expect(after(at({ row: 1, column: 2 }), some, 'up', 'left')).toEqual(at({ row: 0, column: 1 }))
  })

  test('↑ from the top row is left to the header', () => expect(after(at({ column: 3 }), some, 'up')).toBeUndefined())

  test('the left edge and the lower edge hold, however long a key is held', () => {
    expect(after(FIRST_KEY, some, ...times(9, 'left'))).toEqual(FIRST_KEY)
    expect(after(FIRST_KEY, some, ...times(20, 'down'))).toEqual(at({ row: WORD_ROW }))
  })

  test('→ from the right edge leads to the results, or nowhere while there are none', () => {
    expect(after(at({ column: 5 }), some, 'right')).toEqual(at({ column: 5, area: 'results' }))
    expect(after(at({ column: 5 }), none, 'right')).toEqual(at({ column: 5 }))
  })

  test('a word is passed with one press, and ↑ leads back to the letter it was entered from', () => {
    const onDelete = at({ row: WORD_ROW, column: 1 })
    expect(after(onDelete, some, 'right')).toEqual(at({ row: WORD_ROW, column: 4 }))
    expect(after(onDelete, some, 'right', 'right')).toMatchObject({ area: 'results' })
    expect(after(onDelete, none, 'right', 'right')).toEqual(at({ row: WORD_ROW, column: 4 }))
    expect(after(onDelete, some, 'right', 'left')).toEqual(onDelete)
    expect(after(onDelete, some, 'left')).toEqual(onDelete)
    expect(after(onDelete, some, 'up')).toEqual(at({ row: WORD_ROW - 1, column: 1 }))
  })
})

describe('in the results', () => {
  const result = (index: number): SearchFocus => at({ row: 2, column: 5, area: 'results', result: index })

  test('← from the first column leads to the key they were entered from, and → back to the same result', () => {
    expect(after(result(3), some, 'left')).toEqual({ ...result(3), area: 'pad' })
    expect(after(result(3), some, 'left', 'right')).toEqual(result(3))
  })

  test('a press is one card on', () => {
    expect(after(result(0), some, 'right', 'right', 'down', 'left')).toEqual(result(4))
    expect(after(result(4), some, 'up')).toEqual(result(1))
  })

  test('the right edge and the last row hold', () => {
    expect(after(result(2), some, ...times(5, 'right'))).toEqual(result(2))
    expect(after(result(7), some, 'right')).toEqual(result(7))
    expect(after(result(6), some, ...times(5, 'down'))).toEqual(result(6))
  })

  test('↓ above the gap of a last row leads to its last card', () => expect(after(result(5), some, 'down')).toEqual(result(7)))
  test('↑ from the first row is left to the header', () => expect(after(result(1), some, 'up')).toBeUndefined())

  test('results that have gone give the focus to the pad, those that are fewer to the last', () => {
    expect(settleSearchFocus(result(7), 0)).toEqual(at({ row: 2, column: 5 }))
    expect(settleSearchFocus(result(7), 3)).toEqual(result(2))
    expect(settleSearchFocus(result(1), 3)).toEqual(result(1))
  })
})

describe('the rows of a grid', () => {
  const sixty: ResultSize = { count: 60, columns: 3 }

  test('the row above the focused one stays in sight, and the end leaves no hole', () => {
    expect([0, 3, 6, 30, 57, 59].map((index) => gridOffset(index, sixty, 2))).toEqual([0, 0, 1, 9, 18, 18])
    expect(gridOffset(2, { count: 3, columns: 3 }, 2)).toBe(0)
  })

  test('the focused row is always wholly on screen', () => {
    for (let index = 0; index < 60; index += 1) {
      const row = Math.floor(index / 3) - gridOffset(index, sixty, 2)
      expect([0, 1]).toContain(row)
    }
  })

  test('only rows on screen are drawn, with spares one more on either side', () => {
    expect(gridWindow(0, sixty, 2, 0)).toEqual({ first: 0, last: 8 })
    expect(gridWindow(30, sixty, 2, 1)).toEqual({ first: 24, last: 38 })
    expect(gridWindow(59, sixty, 2, 1)).toEqual({ first: 51, last: 59 })
    expect(gridWindow(0, none, 2, 1)).toEqual({ first: 0, last: -1 })
  })
})
