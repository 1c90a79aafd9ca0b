import { describe, expect, it } from 'vitest'
import { parsePublicRead, readKey } from './parse-public-read.ts'

const ZH = 'zh-Hans'
const audience = 'everyone'

describe('a request target', () => {
  it.each([
    ['/api/v1/home', { kind: 'home', locale: ZH, device: 'tablet', region: undefined, audience }],
    ['/api/v1/home?device=tv&locale=mn-Mong&region=152500', { kind: 'home', locale: 'mn-Mong', device: 'tv', region: '152500', audience }],
    ['/api/v1/programmes', { kind: 'programmes', locale: ZH, programmeKind: undefined }],
    ['/api/v1/programmes?kind=lecture', { kind: 'programmes', locale: ZH, programmeKind: 'lecture' }],
    ['/api/v1/programmes/p-1?locale=mn-Cyrl', { kind: 'programme', id: 'p-1', locale: 'mn-Cyrl', audience }],
    ['/api/v1/programmes/p-1/playback', { kind: 'playback', id: 'p-1', audience }],
    ['/api/v1/series/s-1', { kind: 'series', id: 's-1', locale: ZH, audience }],
    ['/api/v1/laws?anything=else', { kind: 'laws' }],
    ['/api/v1/home?utm=a&utm=b', { kind: 'home', locale: ZH, device: 'tablet', region: undefined, audience }],
    ['/api/v1/home?region=%31%35%32500', { kind: 'home', locale: ZH, device: 'tablet', region: '152500', audience }],
    ['/api/v1/regions', { kind: 'regions' }],
    ['/api/v1/programmes/p-1?kids=1', { kind: 'programme', id: 'p-1', locale: ZH, audience: 'children' }],
    ['/api/v1/programmes/p-1/playback?kids=1', { kind: 'playback', id: 'p-1', audience: 'children' }],
    ['/api/v1/series/s-1?kids=1', { kind: 'series', id: 's-1', locale: ZH, audience: 'children' }],
    ['/api/v1/search?q=CYF&kids=1', { kind: 'search', locale: ZH, audience: 'children', query: 'cyf' }],
  ])('%s is a public read', (target, expected) => expect(parsePublicRead(target)).toEqual(expected))
  it.each([
    '/',
    '/api/v1/',
    '/api/v1/session',
    '/api/v1/programmes/',
    '/api/v1/programmes/A',
    '/api/v1/programmes/p-1/publish',
    '/api/v1/programmes/p-1/playback/more',
    '/api/v1/series/s-1/episodes',
    '/api/v1/laws/civil-code',
    '/api/v1/home?locale=xx',
    '/api/v1/home?locale=zh-Hans&locale=mn-Mong&device=tv',
    '/api/v1/home?device=tv&device=tv',
    '/api/v1/series/s-1?locale=zh-Hans&locale=zh-Hans',
    '/api/v1/programmes?kind=opera',
    '/api/v1/programmes/p-1?locale=xx',
    '/api/v1/series/s-1?locale=xx',
    '/api/v1/series/%00',
    '/api/v1/home?kids=0',
    '/api/v1/programmes/p-1/playback?kids=yes',
  ])('%s is left to the slow path', (target) => expect(parsePublicRead(target)).toBeUndefined())
  it('has one key for all spellings of a read, and another for another read', () => {
    const keys = [
      'home?device=tv&locale=zh-Hans',
      'home?locale=zh-Hans&device=tv&x=1',
      'home?device=tv',
      'home',
      'home?kids=1',
      'laws',
    ].map((one) => {
      const read = parsePublicRead(`/api/v1/${one}`)
      return read === undefined ? '' : readKey(read)
    })
    expect(new Set(keys.slice(0, 3)).size).toBe(1)
    expect(new Set(keys).size).toBe(4)
  })
})
