import type { ProgrammeId } from '@ulan/contract'
import type { PlayerPhase } from '@ulan/player'
import { describe, expect, test } from 'vitest'
import { createKidsBox } from '../data/kids-box.ts'
import { createKidsMode } from '../data/kids-mode.ts'
import type { Route } from '../routes.ts'
import { FilmAllowance } from './film-allowance.ts'

const FILM = 'p-1' as ProgrammeId // the shape the contract asks for

/** A box in children's mode with twenty minutes a day, of which so many seconds are left. */
function filmWith(leftSeconds: number, isOn = true) {
  const kept = new Map<string, string>()
  const kids = createKidsMode({ get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) })
  kids.turn(isOn)
  const opened: Route[] = []
  let stops = 0
  const services = {
    kids,
    now: () => new Date('2026-11-26T04:00:00Z'),
    randomBytes: (count: number) => new Uint8Array(count),
    navigation: { replace: (route: Route) => void opened.push(route) },
  }
  const box = createKidsBox(services)
  if (leftSeconds < 1200) box.addWatched(1200 - leftSeconds)
  const allowance = new FilmAllowance(services, FILM, () => {
    stops += 1
  })
  /** Plays from one place to another, four moments a second. */
  const play = (fromSeconds: number, toSeconds: number, phase: PlayerPhase = 'playing'): boolean => {
    let isOver = false
    for (let at = fromSeconds; at <= toSeconds; at += 0.25) isOver = allowance.follow({ phase, positionSeconds: at })
    return isOver
  }
  return { allowance, box, play, opened, stops: () => stops }
}

describe('a film in children’s mode', () => {
  test('stops when the day’s time is used, once, and leads to the calm screen', () => {
    const { box, play, opened, stops } = filmWith(10)
    expect(play(0, 9.5)).toBe(false)
    expect([opened, stops()]).toEqual([[], 0])
    expect(play(9.75, 12)).toBe(true)
    expect([opened, stops(), box.secondsLeft()]).toEqual([[{ page: 'kids', film: FILM }], 1, 0])
  })
  test('is counted while it plays, wherever the child jumps', () => {
    const { allowance, box, play } = filmWith(1200)
    play(0, 10)
    play(300, 310)
    play(310, 320, 'buffering')
    play(20, 25)
    allowance.keep()
    expect(box.watched().seconds).toBeCloseTo(25, 0)
  })
  test('is kept every few seconds, and when it stands', () => {
    const { allowance, box, play } = filmWith(1200)
    play(0, 4)
    expect(box.watched().seconds).toBe(0)
    allowance.follow({ phase: 'paused', positionSeconds: 4 })
    expect(box.watched().seconds).toBe(4)
    play(4, 12)
    expect(box.watched().seconds).toBeGreaterThan(8)
  })
  test('does not begin when nothing is left', () => {
    const { allowance, opened } = filmWith(0)
    expect(allowance.isOver()).toBe(true)
    expect(opened).toEqual([{ page: 'kids', film: FILM }])
    expect(allowance.follow({ phase: 'playing', positionSeconds: 1 })).toBe(true)
    expect(opened).toHaveLength(1)
  })
})

test('nothing is counted while children’s mode is off', () => {
  const { allowance, box, play, opened } = filmWith(0, false)
  expect([allowance.isOver(), play(0, 60), opened]).toEqual([false, false, []])
  allowance.keep()
  expect(box.watched().seconds).toBe(1200)
})
