import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { lanUrls, ownUrl } from './lan-urls.ts'

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8080/'],
  ['::1', 'http://[::1]:8080/'],
  ['192.168.1.5', 'http://192.168.1.5:8080/'],
  ['legal.local', 'http://legal.local:8080/'],
])('a server on %s is opened at %s', (host, url) => expect(ownUrl(host, 8080)).toBe(url))

test.each(['0.0.0.0', '::'])('one on all addresses (%s) is opened at one that can be typed', (host) => {
  const ofThisMachine = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const first = ofThisMachine.find((each) => each.family === 'IPv4' && !each.internal)?.address ?? 'localhost'
  expect(ownUrl(host, 8080)).toBe(`http://${first}:8080/`)
})

test('loopback is nothing for other devices', () => {
  for (const host of ['localhost', '127.0.0.1', '::1']) expect(lanUrls(host, 8080)).toEqual([])
})
