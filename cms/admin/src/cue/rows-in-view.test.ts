import { expect, test } from 'vitest'
import { rowsInView } from './rows-in-view.ts'

test.each([
  ['at its head', { topPx: 0, heightPx: 400 }, 800, { from: 0, to: 18 }],
  ['in the middle', { topPx: 4000, heightPx: 400 }, 800, { from: 92, to: 118 }],
  ['at its foot', { topPx: 31_600, heightPx: 400 }, 800, { from: 782, to: 800 }],
  ['that became shorter than it was scrolled', { topPx: 31_600, heightPx: 400 }, 3, { from: 0, to: 3 }],
  ['that is not laid out yet', { topPx: 0, heightPx: 0 }, 800, { from: 0, to: 8 }],
  ['of nothing', { topPx: 0, heightPx: 400 }, 0, { from: 0, to: 0 }],
] as const)('of a list %s only what is in view is drawn', (_name, view, count, drawn) => {
  expect(rowsInView(view, 40, count)).toEqual(drawn)
})
