import { describe, expect, it } from 'vitest'
import { parseRoute, routeHash } from './routes.ts'

describe('addresses', () => {
  it.each([
    '#/programmes',
    '#/programmes/p-12',
    '#/series',
    '#/translations',
    '#/storage',
    '#/settings',
    '#/people',
    '#/account',
    '#/audit',
    '#/reviews',
    `#/join/${'a'.repeat(43)}`,
  ])('reads %s as it writes it', (hash) => {
    expect(routeHash(parseRoute(hash))).toBe(hash)
  })
  it.each(['', '#', '#/nowhere', '#/programmes/', '#/programmes/../x', '#/programmes/A%20B', '#/join/short'])(
    'takes %j for the list',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ page: 'programmes' })
    },
  )
})
