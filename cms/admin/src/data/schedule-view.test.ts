import { expect, it } from 'vitest'
import { isOverdue } from './schedule-view.ts'

it.each([
  ['2026-12-04T00:00:00Z', undefined, false],
  ['2026-12-03T23:59:00Z', undefined, false],
  ['2026-12-03T23:58:59Z', undefined, true],
  ['2026-12-03T00:00:00Z', 'review-required', false],
])('what was due at %s (%s) is late at eight: %s', (at, problem, expected) => {
  expect(isOverdue({ at, problem }, new Date('2026-12-04T00:00:00Z'))).toBe(expected)
})
