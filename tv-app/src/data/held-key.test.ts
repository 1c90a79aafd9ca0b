import { describe, expect, it } from 'vitest'
import { type HeldKey, NO_KEY, pressKey, releaseKey } from './held-key.ts'

const [OK, LEFT] = [13, 37]
type Event = readonly ['down' | 'up' | 'repeat', keyCode: number, atMs: number]

/** What a remote that sends this is taken to mean: for each press, whether it is a repeat. */
function repeatsOf(...events: readonly Event[]): readonly boolean[] {
  const told: boolean[] = []
  let held: HeldKey = NO_KEY
  for (const [kind, keyCode, atMs] of events) {
    if (kind === 'up') held = releaseKey(held, keyCode)
    else {
      const press = pressKey(held, { keyCode, repeat: kind === 'repeat' }, atMs)
      held = press.held
      told.push(press.isRepeat)
    }
  }
  return told
}

describe('pressKey', () => {
  it('believes a box that says it repeats', () => {
    expect(repeatsOf(['down', OK, 0], ['repeat', OK, 500], ['repeat', OK, 530])).toEqual([false, true, true])
  })

  it('knows a held key by the release that is missing, where the box tells of releases', () => {
    const learned: readonly Event[] = [
      ['down', LEFT, 0],
      ['up', LEFT, 80],
    ]
    expect(repeatsOf(...learned, ['down', OK, 1000], ['down', OK, 1500], ['down', OK, 1600], ['up', OK, 1650], ['down', OK, 1700])).toEqual(
      [false, false, true, true, false],
    )
  })

  it('takes each press for one of its own on a box that never tells of a release', () => {
    expect(repeatsOf(['down', OK, 0], ['down', OK, 110], ['down', OK, 220])).toEqual([false, false, false])
  })

  it('lets another key count while one is held, and forgets the first', () => {
    expect(repeatsOf(['down', OK, 0], ['up', OK, 50], ['down', OK, 100], ['down', LEFT, 200], ['down', OK, 300])).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('is not locked by a release that got lost, nor by a clock set back', () => {
    expect(repeatsOf(['up', LEFT, 0], ['down', OK, 100], ['down', OK, 1100])).toEqual([false, false])
    expect(repeatsOf(['up', LEFT, 0], ['down', OK, 5000], ['down', OK, 100])).toEqual([false, false])
  })
})
