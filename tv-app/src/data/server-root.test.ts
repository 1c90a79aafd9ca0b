import { describe, expect, it } from 'vitest'
import { rootOf, withRoot } from './server-root.ts'

describe('the root of the server', () => {
  it.each([
    ['/tv/', '/'],
    ['/tv/index.html', '/'],
    ['/legal/tv/', '/legal/'],
    ['/zone/tv/legal/tv/index.html', '/zone/tv/legal/'],
  ])('of a page at %s is %s', (path, root) => expect(rootOf(path)).toBe(root))
})

describe('an answer of a server below a portal', () => {
  const ANSWER = {
    title: '草原',
    seconds: 3,
    none: null,
    cards: [{ posters: { small: '/media/a/s.jpg' }, isPlayable: true }],
    url: '/media/a/1/zh.vtt',
  }
  it('has its files there', () => {
    expect(withRoot(ANSWER, '/legal/')).toEqual({
      ...ANSWER,
      cards: [{ posters: { small: '/legal/media/a/s.jpg' }, isPlayable: true }],
      url: '/legal/media/a/1/zh.vtt',
    })
  })
  it('is the same where the server stands at the root', () => expect(withRoot(ANSWER, '/')).toBe(ANSWER))
})
