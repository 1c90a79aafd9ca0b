import type { Beacon, ProgrammeId } from '@ulan/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { createPlayReports, type PlayReports } from './play-reports.ts'

const beacon = (watchedSeconds: number): Beacon => ({
  device: 'tv',
  programmeId: 'a' as ProgrammeId,
  start: { picture: 900 },
  watchedSeconds,
  stalls: 0,
  stalledSeconds: 0,
  end: 'left',
})

describe('how films played', () => {
  let kept: Map<string, string>
  let told: number[]
  beforeEach(() => {
    kept = new Map()
    told = []
  })
  const switchOn = (): PlayReports => {
    const box = { get: (key: string) => kept.get(key), set: (key: string, value: string) => void kept.set(key, value) }
    return createPlayReports(box, ({ watchedSeconds }) => void told.push(watchedSeconds))
  }

  it('is told when a film is over, and once', () => {
    const reports = switchOn()
    reports.keep(beacon(5))
    reports.keep(beacon(10))
    reports.tell(beacon(12))
    reports.keep(beacon(1))
    expect(told).toEqual([12])
  })

  it('is told with the next film where the box was switched off', () => {
    switchOn().keep(beacon(5))
    const next = switchOn()
    next.keep(beacon(6))
    next.keep(beacon(11))
    expect(told).toEqual([5])
    switchOn().tell(beacon(2))
    expect(told).toEqual([5, 11, 2])
    switchOn().tell(beacon(3))
    expect(told).toEqual([5, 11, 2, 3])
  })

  it('is nothing where the power went while it was written', () => {
    kept.set('play', '{"device":"tv","progr')
    switchOn().tell(beacon(4))
    expect(told).toEqual([4])
  })
})
