import { describe, expect, test } from 'vitest'
import { focusedIndex, followRails, HERO_SECTION, moveFocus, railOffset, railWindow, startFocus, wholeRailOffset } from './browse-focus.ts'

const size = { actions: 2, rails: [5, 3] }
const start = startFocus(size)

describe('moving the focus', () => {
  test('a page opens on its first button', () => {
    expect(start).toEqual({ section: HERO_SECTION, indexes: [0, 0, 0], hero: 0 })
  })

  test('a page without buttons opens on its first rail', () => {
    expect(startFocus({ actions: 0, rails: [4] }).section).toBe(0)
  })

  test('each rail remembers its place', () => {
    const onThird = [1, 2].reduce((focus) => moveFocus(focus, 'right', size) ?? focus, moveFocus(start, 'down', size) ?? start)
    const back = moveFocus(moveFocus(onThird, 'down', size) ?? start, 'up', size)
    expect(back && focusedIndex(back)).toBe(2)
  })

  test.each(['left', 'up'] as const)('%s at the edge is left to the surroundings', (direction) => {
    expect(moveFocus(start, direction, size)).toBeUndefined()
  })

  test('the last rail and the last card end the way', () => {
    const last = { section: 1, indexes: [0, 0, 2], hero: 0 }
    expect(moveFocus(last, 'down', size)).toBeUndefined()
    expect(moveFocus(last, 'right', size)).toBeUndefined()
  })

  test('the top is one step from every rail, and none from itself', () => {
    const deep = { section: 1, indexes: [1, 3, 2], hero: 0 }
    expect(moveFocus(deep, 'top', size)).toEqual({ ...deep, section: HERO_SECTION })
    expect(moveFocus(start, 'top', size)).toBeUndefined()
    const rails = { actions: 0, rails: [4, 2] }
    expect(moveFocus({ section: 1, indexes: [0, 3, 1], hero: 0 }, 'top', rails)?.section).toBe(0)
    expect(moveFocus({ section: 0, indexes: [0, 3, 1], hero: 0 }, 'top', rails)).toBeUndefined()
  })

  test('a remembered place that has gone gives way to the nearest left', () => {
    expect(startFocus({ actions: 1, rails: [2] }, { section: 4, indexes: [3, 9], hero: 1 })).toEqual({
      section: 0,
      indexes: [0, 1],
      hero: 1,
    })
  })
})

describe('rails that come and go', () => {
  const focus = { section: 1, indexes: [1, 4, 2], hero: 0, keys: ['a', 'b'] }

  test('leave the focus on its rail, and each rail at its place', () => {
    expect(followRails(focus, ['new', 'a', 'b'])).toEqual({ section: 2, indexes: [1, 0, 4, 2], hero: 0, keys: ['new', 'a', 'b'] })
    expect(followRails(focus, ['b'])).toMatchObject({ section: 0, indexes: [1, 2] })
  })

  test('leave it on the buttons, and at its height where its rail has gone', () => {
    expect(followRails({ ...focus, section: HERO_SECTION }, ['b']).section).toBe(HERO_SECTION)
    expect(followRails(focus, ['a', 'c'])).toMatchObject({ section: 1, indexes: [1, 4, 0] })
  })

  test('mean nothing to a page just opened', () => {
    expect(followRails(start, ['a', 'b'])).toMatchObject({ section: HERO_SECTION, indexes: [0, 0, 0] })
  })
})

describe('the window of a rail', () => {
  test('the focused card leads until the end is reached', () => {
    expect([0, 3, 9].map((index) => railOffset(index, 10, 4))).toEqual([0, 3, 6])
    expect(railOffset(2, 3, 4)).toBe(0)
  })

  test('in whole places the end of a rail leaves no hole, and the focused card is never one that passed', () => {
    expect([0, 1, 2].map((index) => wholeRailOffset(index, 3, 2.35))).toEqual([0, 1, 1])
  })

  test('one card more than is visible is kept on either side', () => {
    expect(railWindow(5, 60, 3.8)).toEqual({ first: 4, last: 9 })
    expect(railWindow(0, 2, 4)).toEqual({ first: 0, last: 1 })
  })

  test('without spares those partly off the end are left out, but never the focused one', () => {
    expect(railWindow(5, 60, 4.03, 0)).toEqual({ first: 5, last: 8 })
    expect(railWindow(59, 60, 4.03, 0)).toEqual({ first: 55, last: 59 })
    expect(railWindow(3, 9, 0.8, 0)).toEqual({ first: 3, last: 3 })
  })
})
