import { describe, expect, it } from 'vitest'
import { createBufferRoom, keptIn, lastThatFits } from './buffer-room.ts'

function deviceStorage(entries: Record<string, string> = {}) {
  const held = new Map(Object.entries(entries))
  return { get: (key: string) => held.get(key), set: (key: string, value: string) => void held.set(key, value) }
}
const WISH = { aheadSeconds: 20, backSeconds: 10 }

describe('what a device has room for', () => {
  it('is unknown until something is refused, then a little less than that, and never more again', () => {
    const storage = deviceStorage()
    const room = createBufferRoom(storage)
    expect(room.bytes()).toBeUndefined()
    room.learn(10_000_000)
    expect(room.bytes()).toBe(8_000_000)
    room.learn(20_000_000)
    expect(room.bytes()).toBe(6_400_000)
    room.learn(5_000_000)
    expect(createBufferRoom(storage).bytes()).toBe(4_000_000)
  })

  it('is at least something, whatever was counted or stored', () => {
    const room = createBufferRoom(deviceStorage())
    room.learn(0)
    expect(room.bytes()).toBe(500_000)
    for (const stored of ['', 'much', '-1', 'Infinity', 'NaN', '12']) {
      expect(createBufferRoom(deviceStorage({ bufferRoom: stored })).bytes()).toBeUndefined()
    }
  })
})

describe('keptIn', () => {
  it('is what is wished where nothing is known, or there is room for all', () => {
    expect(keptIn(undefined, 8_000_000, 4, WISH)).toEqual(WISH)
    expect(keptIn(1e9, 8_000_000, 4, WISH)).toEqual(WISH)
    expect(keptIn(1e6, 0, 4, WISH)).toEqual(WISH)
  })

  it('fits into the room, with the piece that is on its way', () => {
    // 24 s of 8 Mbit/s.
    const { aheadSeconds, backSeconds } = keptIn(24e6, 8e6, 4, WISH)
    expect(backSeconds).toBe(6)
    expect(aheadSeconds).toBe(14)
    expect(aheadSeconds + backSeconds + 4).toBeLessThanOrEqual(24)
  })

  it('never keeps less ahead than one piece: a film must go on', () => {
    expect(keptIn(1e6, 8e6, 4, WISH).aheadSeconds).toBe(4)
  })
})

describe('lastThatFits', () => {
  const RATES = [400_000, 1_000_000, 4_000_000, 16_000_000]

  it.each([
    [undefined, 3],
    [24e6, 3],
    [6e6, 2],
    [5e6, 1],
    [1e5, 0],
  ])('with %s bytes, variant %i', (room, variant) => {
    expect(lastThatFits(room, RATES, 4)).toBe(variant)
  })
})
