import {
  decideFault,
  type Fault,
  type FaultDecision,
  HEALTHY_AFTER_SECONDS,
  NO_RECOVERIES,
  RECONNECT_MILLISECONDS,
  type Recoveries,
} from './failure-policy.ts'
import { canShow, hasMetadata, type MediaSample } from './media-sample.ts'
import { IDLE_STATE, type PlayerFailure, type PlayerPhase, type PlayerSource, type PlayerState, type Sound } from './player-state.ts'

/** What can happen to a player: wishes of a viewer, and what the platform reports. */
export type PlayerEvent =
  | { readonly kind: 'load'; readonly source: PlayerSource }
  | { readonly kind: 'play' | 'pause' | 'toggle' | 'retry' | 'online' | 'play-refused' | 'reload-due' | 'start-due' }
  | { readonly kind: 'seek'; readonly seconds: number }
  | { readonly kind: 'choose-sound'; readonly language: string }
  /** `language` of the one that is heard. */
  | { readonly kind: 'sounds'; readonly sounds: readonly Sound[]; readonly language: string | undefined }
  | { readonly kind: 'sampled'; readonly sample: MediaSample }
  /** The element was paused by something, perhaps not by us (a head-set, the system). */
  | { readonly kind: 'paused'; readonly sample: MediaSample }
  | { readonly kind: 'variant'; readonly heightPx: number }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** What the adapter has to do, in order. */
export type PlayerCommand =
  | { readonly kind: 'attach'; readonly source: PlayerSource }
  | { readonly kind: 'detach' | 'play' | 'pause' | 'recover-media' }
  | { readonly kind: 'seek'; readonly seconds: number }
  | { readonly kind: 'sound'; readonly language: string }
  | { readonly kind: 'reload-later' | 'start-later'; readonly delayMilliseconds: number }

export type PlayerModel = {
  readonly state: PlayerState
  readonly source?: PlayerSource
  /** The viewer wants it to run; what really happens is the element's matter. */
  readonly wantsToPlay: boolean
  readonly isReady: boolean
  readonly hasStarted: boolean
  /** Data for the start is there, but the element does not show it yet; `passed`: it had its time to. */
  readonly startGap: 'unseen' | 'waiting' | 'passed'
  readonly recoveries: Recoveries
  /** Position of the last recovery, to see when playing is healthy again. */
  readonly recoveredAtSeconds: number
}

/** More than one picture of any film. */
const LAST_SECONDS = 1
/** Longer than an element with data needs to its first picture, shorter than a viewer wonders. */
const START_GAP_MILLISECONDS = 1000

export type PlayerStep = { readonly model: PlayerModel; readonly commands: readonly PlayerCommand[] }

export const IDLE_MODEL: PlayerModel = {
  state: IDLE_STATE,
  wantsToPlay: false,
  isReady: false,
  hasStarted: false,
  startGap: 'unseen',
  recoveries: NO_RECOVERIES,
  recoveredAtSeconds: 0,
}

/** One step of the player: event in, next model and the commands that make it true out. Pure. */
export function stepPlayer(model: PlayerModel, event: PlayerEvent): PlayerStep {
  if (event.kind === 'load') return load(event.source)
  if (model.source === undefined) return stay(model)
  switch (event.kind) {
    case 'play':
      return play(model)
    case 'pause':
      return pause(model)
    case 'toggle':
      return isRunning(model.state.phase) ? pause(model) : play(model)
    case 'seek':
      return seek(model, event.seconds)
    case 'choose-sound':
      return chooseSound(model, event.language)
    case 'sounds':
      return stay({ ...model, state: { ...model.state, sounds: event.sounds, ...(event.language && { soundLanguage: event.language }) } })
    case 'retry':
      return model.state.failure?.canRetry === true ? attachAgain({ ...model, wantsToPlay: true, recoveries: NO_RECOVERIES }) : stay(model)
    case 'online':
      return model.state.failure?.kind === 'network' ? attachAgain({ ...model, recoveries: NO_RECOVERIES }) : stay(model)
    case 'reload-due':
      return model.state.phase !== 'failed' || model.state.failure?.kind === 'network' ? attachAgain(model) : stay(model)
    case 'start-due':
      return startDue(model)
    case 'play-refused':
      return stay({ ...model, wantsToPlay: false, state: { ...model.state, phase: refusedPhase(model.state.phase) } })
    case 'sampled':
      return sampled(model, event.sample)
    case 'paused':
      return paused(model, event.sample)
    case 'variant':
      return stay({ ...model, state: { ...model.state, variantHeightPx: event.heightPx } })
    case 'fault':
      return faulted(model, event.fault)
  }
}

/** True in the phases in which a press of the main key means "stop". */
export const isRunning = (phase: PlayerPhase): boolean => phase === 'playing' || phase === 'buffering' || phase === 'loading'

function load(source: PlayerSource): PlayerStep {
  const startSeconds = Math.max(0, source.startSeconds)
  const clean = { ...source, startSeconds }
  const state: PlayerState = { ...IDLE_STATE, phase: 'loading', positionSeconds: startSeconds }
  return { model: { ...IDLE_MODEL, state, source: clean, wantsToPlay: true }, commands: [{ kind: 'attach', source: clean }] }
}

function play(model: PlayerModel): PlayerStep {
  if (model.state.phase === 'failed') return stay(model)
  const wanting = { ...model, wantsToPlay: true }
  if (mayStart(model)) return { model: wanting, commands: [{ kind: 'play' }] }
  return stay({ ...wanting, state: { ...model.state, phase: 'loading' } })
}

/**
 * Whether the element may be told to play. Not before it can show something: hls.js answers a playing element that does
 * not move with a jump over the few frames that a title begins after 0, and WPE WebKit 2.38 (the engine of set-top boxes)
 * comes to a stand for good at a seek before its first picture (8 of 40 plays; none of 40 once it began by itself).
 */
const mayStart = (model: PlayerModel): boolean => model.hasStarted || model.startGap === 'passed'

/** An element that does not cross the gap by itself is played all the same, and so carried over it. */
function startDue(model: PlayerModel): PlayerStep {
  if (model.hasStarted || model.startGap !== 'waiting' || model.state.phase === 'failed') return stay(model)
  return { model: { ...model, startGap: 'passed' }, commands: model.wantsToPlay ? [{ kind: 'play' }] : [] }
}

function pause(model: PlayerModel): PlayerStep {
  if (model.state.phase === 'failed') return stay(model)
  const state: PlayerState = { ...model.state, phase: model.state.phase === 'ended' ? 'ended' : 'paused' }
  return { model: { ...model, wantsToPlay: false, state }, commands: [{ kind: 'pause' }] }
}

/** Elements tell of a pause when it has been: one that a press of play has ended meanwhile is nobody's wish. */
function paused(model: PlayerModel, sample: MediaSample): PlayerStep {
  const isStanding = model.hasStarted && sample.isPaused && !sample.isEnded
  return sampled(isStanding ? { ...model, wantsToPlay: false } : model, sample)
}

/** The wish stays with the source, for when it has to be opened again. */
function chooseSound(model: PlayerModel, language: string): PlayerStep {
  const { source, state } = model
  if (source === undefined || !state.sounds.some((sound) => sound.language === language)) return stay(model)
  const next = { ...model, source: { ...source, soundLanguage: language }, state: { ...state, soundLanguage: language } }
  return { model: next, commands: [{ kind: 'sound', language }] }
}

/** A refusal before the first picture leaves the player ready to be started by hand. */
function refusedPhase(phase: PlayerPhase): PlayerPhase {
  return isRunning(phase) ? 'paused' : phase
}

function seek(model: PlayerModel, seconds: number): PlayerStep {
  const { state } = model
  if (state.phase === 'failed' || !Number.isFinite(seconds)) return stay(model)
  const end = state.durationSeconds > 0 ? state.durationSeconds : Number.POSITIVE_INFINITY
  const target = Math.min(Math.max(0, seconds), end)
  const moved = { ...model, state: { ...state, positionSeconds: target } }
  // The engine would still jump to its first start position: open again at the new one.
  if (!model.hasStarted) return attachAgain(moved)
  const commands: PlayerCommand[] = [{ kind: 'seek', seconds: target }]
  if (state.phase === 'ended' && target < end) commands.push({ kind: 'play' })
  return { model: moved, commands }
}

function sampled(model: PlayerModel, sample: MediaSample): PlayerStep {
  if (model.state.phase === 'failed' || !(model.isReady || hasMetadata(sample))) return stay(model)
  const { positionSeconds } = model.state
  // The length of a film is learned with its first sample.
  if (!model.isReady && placeToOpen(positionSeconds, sample.durationSeconds) !== positionSeconds)
    return attachAgain({ ...model, state: { ...model.state, durationSeconds: sample.durationSeconds } })
  const isFirst = !model.hasStarted && canShow(sample)
  const isHeldUp = !model.hasStarted && !isFirst && model.startGap === 'unseen' && sample.bufferedEndSeconds > sample.positionSeconds
  const hasStarted = model.hasStarted || canShow(sample)
  const state: PlayerState = {
    ...model.state,
    phase: phaseOf(model.wantsToPlay, hasStarted, sample),
    // Before the first picture the element still says 0 although it will begin at the asked place.
    positionSeconds: hasStarted ? sample.positionSeconds : model.state.positionSeconds,
    durationSeconds: Number.isFinite(sample.durationSeconds) ? sample.durationSeconds : model.state.durationSeconds,
    bufferedEndSeconds: sample.bufferedEndSeconds,
  }
  const next = forgetRecoveries({ ...model, isReady: true, hasStarted, startGap: isHeldUp ? 'waiting' : model.startGap, state })
  if (isHeldUp) return { model: next, commands: [{ kind: 'start-later', delayMilliseconds: START_GAP_MILLISECONDS }] }
  return { model: next, commands: isFirst && model.wantsToPlay ? [{ kind: 'play' }] : [] }
}

function phaseOf(wantsToPlay: boolean, hasStarted: boolean, sample: MediaSample): PlayerPhase {
  if (sample.isEnded) return 'ended'
  if (!hasStarted) return wantsToPlay ? 'loading' : 'paused'
  // Between "shown" and the element really running the viewer should not see a flash of "paused".
  if (sample.isPaused) return wantsToPlay ? 'loading' : 'paused'
  return canShow(sample) ? 'playing' : 'buffering'
}

function forgetRecoveries(model: PlayerModel): PlayerModel {
  const isHealthy = model.state.phase === 'playing' && model.state.positionSeconds > model.recoveredAtSeconds + HEALTHY_AFTER_SECONDS
  return isHealthy ? { ...model, recoveries: NO_RECOVERIES } : model
}

function faulted(model: PlayerModel, fault: Fault): PlayerStep {
  // After the end or a failure late faults of the old source say nothing new.
  if (model.state.phase === 'failed' || model.state.phase === 'ended') return stay(model)
  const decision = decideFault(fault, model.recoveries)
  if (decision.kind === 'fail') return failed(model, decision.failure)
  return recovered(model, decision)
}

function failed(model: PlayerModel, failure: PlayerFailure): PlayerStep {
  const commands: PlayerCommand[] = [{ kind: 'detach' }]
  if (failure.kind === 'network') commands.push({ kind: 'reload-later', delayMilliseconds: RECONNECT_MILLISECONDS })
  return { model: { ...model, state: { ...model.state, phase: 'failed', failure } }, commands }
}

function recovered(model: PlayerModel, decision: Exclude<FaultDecision, { kind: 'fail' }>): PlayerStep {
  const recoveredAtSeconds = model.state.positionSeconds
  if (decision.kind === 'wait-and-reload') {
    const recoveries = { ...model.recoveries, network: model.recoveries.network + 1 }
    const waiting = { ...model, recoveries, recoveredAtSeconds }
    return { model: waiting, commands: [{ kind: 'reload-later', delayMilliseconds: decision.delayMilliseconds }] }
  }
  const mending = { ...model, recoveredAtSeconds, recoveries: { ...model.recoveries, media: model.recoveries.media + 1 } }
  return decision.kind === 'reload' ? attachAgain(mending) : { model: mending, commands: [{ kind: 'recover-media' }] }
}

/**
 * Where a film of this length (0 or not finite: unknown) is opened, s, for whoever asks for `seconds`. Not in its last
 * second: Chromium and hls.js never finish a seek to 0.16 s before the end, and at the end itself an element has nothing to
 * show. A place well past the end was one of another, longer film.
 */
function placeToOpen(seconds: number, durationSeconds: number): number {
  if (!Number.isFinite(durationSeconds) || durationSeconds <= 0) return seconds
  if (seconds > durationSeconds + LAST_SECONDS) return 0
  return Math.max(0, Math.min(seconds, durationSeconds - LAST_SECONDS))
}

/** Opens the source afresh at the position the viewer had reached. */
function attachAgain(model: PlayerModel): PlayerStep {
  if (model.source === undefined) return stay(model)
  const startSeconds = placeToOpen(model.state.positionSeconds, model.state.durationSeconds)
  const source = { ...model.source, startSeconds }
  const { failure: _failure, ...others } = model.state
  const state = { ...others, positionSeconds: startSeconds }
  const phase = model.wantsToPlay ? 'loading' : 'paused'
  const next = { ...model, source, isReady: false, hasStarted: false, startGap: 'unseen', state: { ...state, phase } as const } as const
  return { model: next, commands: [{ kind: 'attach', source }] }
}

const stay = (model: PlayerModel): PlayerStep => ({ model, commands: [] })
