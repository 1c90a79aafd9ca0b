import { describe, expect, it } from 'vitest'
import { FrameWatch } from './frame-watch.ts'

type Stretch = { readonly seconds: number; readonly perSecond?: number; readonly latePerSecond?: number; readonly step?: number }

/** Plays stretches of film one after another, looked at four times a second of it, and notes when there is trouble, and which. */
function play(watch: FrameWatch, stretches: readonly Stretch[]): readonly string[] {
  const troubles: string[] = []
  let [seconds, decoded, late] = [0, 0, 0]
  for (const { seconds: length, perSecond = 25, latePerSecond = 0, step = 0.25 } of stretches) {
    for (let passed = 0; passed < length; passed += step) {
      const trouble = watch.follow(seconds, { decoded: Math.round(decoded), late: Math.round(late) })
      if (trouble !== undefined) troubles.push(`${trouble} at ${seconds}`)
      seconds += step
      decoded += perSecond * step
      late += latePerSecond * step
    }
  }
  return troubles
}

describe('a device that shows a film', () => {
  it('and keeps up with it is left alone', () => {
    expect(play(new FrameWatch(), [{ seconds: 60 }])).toEqual([])
    expect(play(new FrameWatch(), [{ seconds: 60, latePerSecond: 6 }])).toEqual([])
  })
  it('and drops more than a quarter is too slow, once it has for ten seconds', () => {
    expect(play(new FrameWatch(), [{ seconds: 16, latePerSecond: 7 }])).toEqual(['too-slow at 10'])
  })
  it('and drops many now and then is not', () => {
    const bad = { seconds: 5, latePerSecond: 20 }
    const good = { seconds: 5 }
    expect(play(new FrameWatch(), [bad, good, bad, good, bad, good])).toEqual([])
  })
  it('of which hardly any picture was due yet is not', () => {
    expect(play(new FrameWatch(), [{ seconds: 30, perSecond: 9, latePerSecond: 8 }])).toEqual([])
  })
  it('and has no picture any more has lost it, after five seconds of sound alone', () => {
    expect(play(new FrameWatch(), [{ seconds: 10 }, { seconds: 6, perSecond: 0 }])).toEqual(['no-picture at 15'])
  })
  it('and has never counted is believed', () => {
    expect(play(new FrameWatch(), [{ seconds: 60, perSecond: 0 }])).toEqual([])
    const watch = new FrameWatch()
    expect([0, 5, 10, 15].map((seconds) => watch.follow(seconds, undefined))).toEqual(Array(4).fill(undefined))
  })
  it('is judged anew after a stop, a jump either way, and where its counters begin anew', () => {
    const watch = new FrameWatch()
    const slow = { decoded: 125, late: 100 }
    watch.follow(0, { decoded: 0, late: 0 })
    watch.follow(5, slow)
    watch.interrupt()
    expect(watch.follow(9, slow)).toBeUndefined()
    expect(watch.follow(100, slow), 'ahead').toBeUndefined()
    expect(watch.follow(50, slow), 'back').toBeUndefined()
    expect(watch.follow(55, { decoded: 3, late: 0 }), 'counted anew').toBeUndefined()
    expect(watch.follow(60, { decoded: 3, late: 0 })).toBe('no-picture')
  })
})
