import { isRunning } from './player-machine.ts'
import type { PlayerState } from './player-state.ts'

/** What the controls of a player show and allow; drawn by each client in its own way. */
export type PlayerControls = {
  readonly mainAction: 'play' | 'pause' | 'replay' | 'retry' | 'none'
  readonly isBusy: boolean
  readonly canSeek: boolean
  /** 0 to 1. */
  readonly playedFraction: number
  /** 0 to 1. */
  readonly bufferedFraction: number
}

/** Derives the controls from a player's state. */
export function describeControls(state: PlayerState): PlayerControls {
  return {
    mainAction: mainActionOf(state),
    isBusy: state.phase === 'loading' || state.phase === 'buffering',
    canSeek: state.durationSeconds > 0 && state.phase !== 'failed' && state.phase !== 'idle',
    playedFraction: fractionOf(state.positionSeconds, state.durationSeconds),
    bufferedFraction: fractionOf(state.bufferedEndSeconds, state.durationSeconds),
  }
}

function mainActionOf(state: PlayerState): PlayerControls['mainAction'] {
  if (state.phase === 'failed') return state.failure?.canRetry === true ? 'retry' : 'none'
  if (state.phase === 'idle') return 'none'
  if (state.phase === 'ended') return 'replay'
  return isRunning(state.phase) ? 'pause' : 'play'
}

function fractionOf(seconds: number, durationSeconds: number): number {
  return durationSeconds > 0 ? Math.min(1, Math.max(0, seconds / durationSeconds)) : 0
}
