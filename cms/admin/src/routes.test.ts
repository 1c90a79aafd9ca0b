import { describe, expect, it } from 'vitest'
import { parseRoute, routeHash } from './routes.ts'

describe('addresses', () => {
  it.each([
    '#/programmes',
    '#/programmes?status=draft&q=%E8%8D%89%E5%8E%9F&page=3',
    '#/programmes/p-12',
    `#/programmes/p-12/cues/${'a1'.repeat(16)}`,
    '#/home',
    '#/series',
    '#/translations',
    '#/storage',
    '#/settings',
    '#/people',
    '#/account',
    '#/audit',
    '#/audit?action=publishProgramme&from=2026-12-04',
    '#/translations?file=tv-app%2Ftv&state=missing',
    '#/reviews',
    `#/join/${'a'.repeat(43)}`,
  ])('reads %s as it writes it', (hash) => {
    expect(routeHash(parseRoute(hash))).toBe(hash)
  })
  it.each([
    '',
    '#',
    '#/nowhere',
    '#/programmes/',
    '#/programmes/../x',
    '#/programmes/A%20B',
    '#/join/short',
    '#/programmes?status=lost',
    '#/nowhere?q=x',
  ])('takes %j for the list', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'programmes' })
  })
})
