import { describe, expect, it, vi } from 'vitest'
import { makeAttemptId } from './attempt-id.ts'
import { describeControls } from './player-controls.ts'
import { IDLE_STATE, type PlayerState } from './player-state.ts'
import { createResumeStore, isWorthResuming } from './resume-store.ts'
import { nextSeekStep } from './seek-step.ts'

describe('nextSeekStep', () => {
  it.each([
    [0, 10],
    [4, 10],
    [5, 30],
    [11, 30],
    [12, 60],
    [400, 60],
  ])('after %d repeats it moves %d s', (held, seconds) => expect(nextSeekStep(held)).toBe(seconds))
})

describe('resuming', () => {
  it('is worth it past the opening and before the end', () => {
    expect([15, 15.1, 94.9, 95].map((at) => isWorthResuming(at, 100))).toEqual([false, true, true, false])
    expect(isWorthResuming(20, 0)).toBe(false)
  })
  it('remembers by programme and forgets at the end', () => {
    const kept = new Map<string, string>()
    const store = createResumeStore({ get: (key) => kept.get(key), set: (key, value) => kept.set(key, value) })
    expect(store.read('a')).toBe(0)
    store.write('a', 40, 100)
    expect([store.read('a'), store.read('b')]).toEqual([40, 0])
    store.write('a', 99, 100)
    expect(store.read('a')).toBe(0)
    kept.set('resume.a', 'rubbish')
    expect(store.read('a')).toBe(0)
  })
  it('knows what was left half way, the latest first, and not too many of them', () => {
    const kept = new Map<string, string>()
    const set = vi.fn((key: string, value: string) => void kept.set(key, value))
    const store = createResumeStore({ get: (key) => kept.get(key), set })
    expect(store.recent()).toEqual([])
    for (const id of ['a', 'b', 'c', 'a']) store.write(id, 40, 100)
    expect(store.recent()).toEqual(['a', 'c', 'b'])
    set.mockClear()
    store.write('a', 45, 100)
    expect(set).toHaveBeenCalledTimes(1)
    store.write('c', 99, 100)
    expect(store.recent()).toEqual(['a', 'b'])
    for (let at = 0; at < 12; at += 1) store.write(`n${at}`, 40, 100)
    expect(store.recent()).toHaveLength(10)
    expect(store.recent()[0]).toBe('n11')
  })
})

describe('makeAttemptId', () => {
  it('is a version 4 UUID of the given bytes', () => {
    expect(makeAttemptId((count) => new Uint8Array(count).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
    expect(makeAttemptId((count) => new Uint8Array(count))).toBe('00000000-0000-4000-8000-000000000000')
  })
})

describe('describeControls', () => {
  const state = (change: Partial<PlayerState>): PlayerState => ({ ...IDLE_STATE, durationSeconds: 100, ...change })
  it('names the main action', () => {
    const actions = (['idle', 'loading', 'playing', 'buffering', 'paused', 'ended', 'failed'] as const).map(
      (phase) => describeControls(state({ phase })).mainAction,
    )
    expect(actions).toEqual(['none', 'pause', 'pause', 'pause', 'play', 'replay', 'none'])
    expect(describeControls(state({ phase: 'failed', failure: { kind: 'network', canRetry: true } })).mainAction).toBe('retry')
  })
  it('is busy while loading or buffering', () => {
    expect(describeControls(state({ phase: 'buffering' })).isBusy).toBe(true)
    expect(describeControls(state({ phase: 'loading' })).isBusy).toBe(true)
    expect(describeControls(state({ phase: 'playing' })).isBusy).toBe(false)
  })
  it('gives fractions within 0 and 1', () => {
    expect(describeControls(state({ phase: 'playing', positionSeconds: 25, bufferedEndSeconds: 130 }))).toMatchObject({
      playedFraction: 0.25,
      bufferedFraction: 1,
      canSeek: true,
    })
    expect(describeControls(state({ phase: 'playing', durationSeconds: 0 }))).toMatchObject({ playedFraction: 0, canSeek: false })
    expect(describeControls(state({ phase: 'idle' })).canSeek).toBe(false)
    expect(describeControls(state({ phase: 'failed' })).canSeek).toBe(false)
  })
})
