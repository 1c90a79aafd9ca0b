import { describe, expect, it } from 'vitest'
import { hashOf, parentOf, parseRoute, type Route } from './routes.ts'

const routes: readonly Route[] = [
  { screen: 'home' },
  { screen: 'search', query: '' },
  { screen: 'search', query: '草原 50%/#?' },
  { screen: 'programme', id: 'red-silk' },
  { screen: 'series', id: 'xiao-si' },
  { screen: 'quiz', id: 'red-silk' },
  { screen: 'player', id: 'red-silk', isFromStart: false },
  { screen: 'player', id: 'red-silk', isFromStart: true },
]

describe('routes', () => {
  it.each(routes)('reads what it writes: %j', (route) => expect(parseRoute(hashOf(route))).toEqual(route))
  it.each(['', '#', '#/', '#/nowhere/red-silk', '#/programme', '#/programme/<b>', '#/play/../../x'])('takes %j as home', (hash) =>
    expect(parseRoute(hash)).toEqual({ screen: 'home' }),
  )
  it('opens the search empty when its address is damaged, and writes one whatever was typed', () => {
    expect(parseRoute('#/search/%E8%8D')).toEqual({ screen: 'search', query: '' })
    expect(hashOf({ screen: 'search', query: 'a\ud800' })).toBe('#/search/a%EF%BF%BD')
  })
  it('leads up from a screen opened from outside', () => {
    expect(parentOf({ screen: 'quiz', id: 'red-silk' })).toEqual({ screen: 'programme', id: 'red-silk' })
    expect(parentOf({ screen: 'player', id: 'red-silk', isFromStart: true })).toEqual({ screen: 'programme', id: 'red-silk' })
    expect(parentOf({ screen: 'series', id: 'xiao-si' })).toEqual({ screen: 'home' })
  })
})
