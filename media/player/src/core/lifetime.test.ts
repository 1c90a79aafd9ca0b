import { expect, test } from 'vitest'
import { Lifetime } from './lifetime.ts'

/** Calls whoever listens. */
function createTarget() {
  const listening = new Map<string, Set<() => void>>()
  const listenersOf = (name: string): Set<() => void> => listening.get(name) ?? listening.set(name, new Set()).get(name) ?? new Set()
  return {
    addEventListener: (name: string, listener: () => void) => void listenersOf(name).add(listener),
    removeEventListener: (name: string, listener: () => void) => void listenersOf(name).delete(listener),
    happen: (name: string) => {
      for (const listener of listenersOf(name)) listener()
    },
  }
}

test('what is listened to is heard until the end, and not after it', () => {
  const target = createTarget()
  const lifetime = new Lifetime()
  const heard: string[] = []
  const listen = (name: string): void => lifetime.listen(target, name, () => heard.push(name))
  const happen = (): void => {
    for (const name of ['play', 'pause']) target.happen(name)
  }
  listen('play')
  listen('pause')
  happen()
  expect([heard, lifetime.isOver]).toEqual([['play', 'pause'], false])
  lifetime.end()
  listen('play')
  happen()
  expect([heard, lifetime.isOver]).toEqual([['play', 'pause'], true])
})
