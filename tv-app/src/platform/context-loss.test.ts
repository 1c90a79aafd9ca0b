import { describe, expect, it } from 'vitest'
import { recoverContext } from './context-loss.ts'

/** A box with a clock that stands until it is moved, and one canvas. */
function makeBox() {
  const values = new Map<string, string>()
  const memory = { get: (key: string) => values.get(key), set: (key: string, value: string) => void values.set(key, value) }
  const timers: { readonly atMs: number; readonly then: () => void }[] = []
  const box = { nowMs: 1_000_000, starts: 0, held: 0 }
  const start = () => {
    const listeners = new Map<string, (event: { preventDefault(): void }) => void>()
    recoverContext(
      { addEventListener: (name, then) => void listeners.set(name, then) },
      {
        reload: () => {
          box.starts += 1
        },
        later: (milliseconds, then) => timers.push({ atMs: box.nowMs + milliseconds, then }),
        nowMs: () => box.nowMs,
        memory,
      },
    )
    const preventDefault = (): void => {
      box.held += 1
    }
    const happen = (name: string) => listeners.get(name)?.({ preventDefault })
    return { lose: () => happen('webglcontextlost'), giveBack: () => happen('webglcontextrestored') }
  }
  const pass = (milliseconds: number): void => {
    box.nowMs += milliseconds
    for (const timer of timers.splice(0))
      if (timer.atMs <= box.nowMs) timer.then()
      else timers.push(timer)
  }
  return { box, start, pass }
}

describe('a box that takes the drawing context away', () => {
  it('has the app again as soon as it gives it back', () => {
    const { box, start } = makeBox()
    const { lose, giveBack } = start()
    lose()
    expect([box.held, box.starts]).toEqual([1, 0])
    giveBack()
    expect(box.starts).toBe(1)
  })
  it('has it again after three seconds when it does not', () => {
    const { box, start, pass } = makeBox()
    start().lose()
    pass(2999)
    expect(box.starts).toBe(0)
    pass(1)
    expect(box.starts).toBe(1)
  })
  it('and takes it away at once again is left alone for a minute', () => {
    const { box, start, pass } = makeBox()
    start().lose()
    pass(3000)
    const again = start()
    again.lose()
    again.giveBack()
    pass(59_999)
    expect(box.starts).toBe(1)
    pass(1)
    expect(box.starts).toBe(2)
  })
  it('some evening later, or with a clock set back, is a first time', () => {
    const { box, start, pass } = makeBox()
    start().lose()
    pass(3000)
    for (const milliseconds of [60_000, -900_000]) {
      box.nowMs += milliseconds
      start().lose()
      pass(3000)
    }
    expect(box.starts).toBe(3)
  })
})
