import { describe, expect, it } from 'vitest'
import { PlayTrace } from './play-trace.ts'
import type { PlayerPhase } from './player-state.ts'

/** Plays a list of phases with the instants at which they begin. */
function traceOf(phases: readonly (readonly [PlayerPhase | 'seek', number])[]): PlayTrace {
  const trace = new PlayTrace(1000)
  for (const [phase, atMs] of phases) {
    if (phase === 'seek') trace.seek()
    else trace.follow({ phase }, atMs)
  }
  return trace
}

describe('a trace of a play', () => {
  it('tells when each step of the start was reached, the first time', () => {
    const trace = new PlayTrace(1000)
    trace.reach('answer', 1040.4)
    trace.reach('playlist', 1100)
    trace.reach('playlist', 9000)
    trace.follow({ phase: 'playing' }, 1700)
    expect(trace.report(2000).start).toEqual({ answer: 40, playlist: 100, picture: 700 })
  })

  it('counts what was watched and what stood still, without pauses', () => {
    const trace = traceOf([
      ['playing', 2000],
      ['buffering', 5000],
      ['playing', 5800],
      ['paused', 7000],
      ['playing', 60_000],
    ])
    expect(trace.report(61_000)).toMatchObject({ watchedSeconds: 5.2, stalls: 1, stalledSeconds: 0.8, end: 'left' })
  })

  it('does not take the start or a seek for a stand-still', () => {
    const trace = traceOf([
      ['buffering', 1200],
      ['playing', 2000],
      ['seek', 3000],
      ['buffering', 3000],
      ['playing', 4000],
      ['buffering', 5000],
    ])
    expect(trace.report(5500)).toMatchObject({ stalls: 1, stalledSeconds: 0.5 })
  })

  it('ends as the viewer saw it end', () => {
    const ended = traceOf([
      ['playing', 2000],
      ['ended', 3000],
      ['playing', 4000],
    ])
    expect(ended.report(5000)).toMatchObject({ end: 'ended', watchedSeconds: 2 })
    const failed = traceOf([['playing', 2000]])
    failed.follow({ phase: 'failed', failure: { kind: 'network', canRetry: true } }, 3000)
    expect(failed.report(9000)).toMatchObject({ end: 'network', watchedSeconds: 1 })
    expect(traceOf([]).report(1500)).toEqual({ start: {}, watchedSeconds: 0, stalls: 0, stalledSeconds: 0, end: 'left' })
  })

  it('says the same when it is asked twice', () => {
    const trace = traceOf([['playing', 2000]])
    expect(trace.report(3000)).toEqual(trace.report(3000))
  })
})
