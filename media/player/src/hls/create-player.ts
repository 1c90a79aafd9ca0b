import { type BufferRoom, createBufferRoom } from '../core/buffer-room.ts'
import { type Fault, STALLED_AFTER_MILLISECONDS } from '../core/failure-policy.ts'
import { FrameWatch } from '../core/frame-watch.ts'
import { Lifetime } from '../core/lifetime.ts'
import type { MediaSample } from '../core/media-sample.ts'
import { type PlayReport, PlayTrace } from '../core/play-trace.ts'
import { describeControls } from '../core/player-controls.ts'
import { IDLE_MODEL, type PlayerCommand, type PlayerEvent, stepPlayer } from '../core/player-machine.ts'
import type { PlayerSource, PlayerState } from '../core/player-state.ts'
import type { KeyValueStorage } from '../core/resume-store.ts'
import { type AttachedEngine, attachEngine, importEngine, type PlayerProfile } from './hls-engine.ts'
import { faultOfElementError } from './hls-fault.ts'
import { countFrames, watchMediaElement } from './media-element.ts'

/** A player on one video element. Every wish may be spoken in every phase; what makes no sense then is ignored. */
export type Player = {
  /** Opens a source and starts it as soon as the platform lets it (refused autoplay: phase `paused`). */
  load(source: PlayerSource): void
  play(): void
  pause(): void
  toggle(): void
  /** Moves to `seconds`, kept within the programme. */
  seek(seconds: number): void
  /** One of `state().sounds`; another language is ignored. */
  chooseSound(language: string): void
  /** Opens a failed source again where it was. */
  retry(): void
  state(): PlayerState
  /** Calls back after every change of state; the returned function ends it. */
  subscribe(listener: (state: PlayerState) => void): () => void
  /** How the source that was loaded last has played up to now; undefined before any. */
  report(): PlayReport | undefined
  destroy(): void
}

/** What a device can bear, and where it keeps what the player learns about it. */
export type PlayerDevice = { readonly profile: PlayerProfile; readonly memory: KeyValueStorage }

/**
 * Makes a player for a video element. Resolves once the streaming engine is there or has turned out to be out of reach;
 * in the latter case `load` tries again and reports a `network` failure, so callers need no second error path.
 */
export async function createPlayer(video: HTMLVideoElement, device: PlayerDevice): Promise<Player> {
  const engine = await importEngine().catch(() => undefined) // `attach` asks again and reports
  return new HlsPlayer(video, device, engine)
}

class HlsPlayer implements Player {
  readonly #video: HTMLVideoElement
  readonly #device: { readonly profile: PlayerProfile; readonly room: BufferRoom }
  readonly #listeners = new Set<(state: PlayerState) => void>()
  readonly #lifetime = new Lifetime()
  #engine: Awaited<ReturnType<typeof importEngine>> | undefined
  #attached: AttachedEngine | undefined
  /** Counts attachments, so that late news of an earlier source is recognised. */
  #attachment = 0
  #reloadTimer: ReturnType<typeof setTimeout> | undefined
  #stallTimer: ReturnType<typeof setTimeout> | undefined
  #startTimer: ReturnType<typeof setTimeout> | undefined
  /** What would have to change for a busy player to be getting somewhere. */
  #progress = ''
  #model = IDLE_MODEL
  #trace: PlayTrace | undefined
  #frames = new FrameWatch()

  constructor(video: HTMLVideoElement, { profile, memory }: PlayerDevice, engine: Awaited<ReturnType<typeof importEngine>> | undefined) {
    this.#video = video
    this.#device = { profile, room: createBufferRoom(memory) }
    this.#engine = engine
    const lifetime = this.#lifetime
    watchMediaElement(
      video,
      {
        sampled: (sample) => {
          this.#happen({ kind: 'sampled', sample })
          this.#watchFrames(sample)
        },
        paused: (sample) => this.#happen({ kind: 'paused', sample }),
        failed: (code) => this.#report(this.#attached === undefined ? undefined : faultOfElementError(code)),
        resized: (heightPx) => heightPx > 0 && this.#happen({ kind: 'variant', heightPx }),
      },
      lifetime,
    )
    lifetime.listen(globalThis, 'online', () => this.#happen({ kind: 'online' }))
  }

  load = (source: PlayerSource): void => {
    const nowMs = performance.now()
    this.#trace = new PlayTrace(source.askedAtMs ?? nowMs)
    this.#trace.reach('answer', nowMs)
    this.#happen({ kind: 'load', source })
  }
  play = (): void => this.#happen({ kind: 'play' })
  pause = (): void => this.#happen({ kind: 'pause' })
  toggle = (): void => this.#happen({ kind: 'toggle' })
  seek = (seconds: number): void => {
    this.#trace?.seek()
    this.#happen({ kind: 'seek', seconds })
  }
  chooseSound = (language: string): void => this.#happen({ kind: 'choose-sound', language })
  retry = (): void => this.#happen({ kind: 'retry' })
  state = (): PlayerState => this.#model.state
  report = (): PlayReport | undefined => this.#trace?.report(performance.now())

  subscribe = (listener: (state: PlayerState) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  destroy = (): void => {
    this.#lifetime.end()
    this.#listeners.clear()
    clearTimeout(this.#stallTimer)
    this.#detach()
  }

  #happen(event: PlayerEvent): void {
    if (this.#lifetime.isOver) return
    const before = this.#model.state
    const { model, commands } = stepPlayer(this.#model, event)
    this.#model = model
    for (const command of commands) this.#run(command)
    this.#watchProgress()
    this.#trace?.follow(this.#model.state, performance.now())
    // A command may have changed the state further already, and then has told of it.
    if (model === this.#model && !isSameState(before, model.state)) for (const listener of this.#listeners) listener(model.state)
  }

  #run(command: PlayerCommand): void {
    switch (command.kind) {
      case 'attach':
        this.#attach(command.source)
        break
      case 'detach':
        this.#detach()
        break
      case 'play':
        this.#play()
        break
      case 'pause':
        this.#video.pause()
        break
      case 'recover-media':
        this.#attached?.recoverMedia()
        break
      case 'sound':
        this.#attached?.chooseSound(command.language)
        break
      case 'seek':
        this.#video.currentTime = command.seconds
        break
      case 'reload-later':
        clearTimeout(this.#reloadTimer)
        this.#reloadTimer = setTimeout(() => this.#happen({ kind: 'reload-due' }), command.delayMilliseconds)
        break
      case 'start-later':
        clearTimeout(this.#startTimer)
        this.#startTimer = setTimeout(() => this.#happen({ kind: 'start-due' }), command.delayMilliseconds)
    }
  }

  #attach(source: PlayerSource): void {
    this.#detach()
    const attachment = this.#attachment
    if (this.#engine !== undefined) {
      this.#open(this.#engine, source)
      return
    }
    importEngine().then(
      (engine) => {
        this.#engine = engine
        if (attachment === this.#attachment) this.#open(engine, source)
      },
      () => attachment === this.#attachment && this.#report({ code: 'engine-unreachable' }),
    )
  }

  #open(engine: Awaited<ReturnType<typeof importEngine>>, source: PlayerSource): void {
    if (!engine.default.isSupported()) {
      this.#report({ code: 'engine-unsupported' })
      return
    }
    this.#frames = new FrameWatch()
    const attachment = this.#attachment
    const isCurrent = (): boolean => attachment === this.#attachment
    this.#attached = attachEngine(
      engine,
      this.#video,
      { source, ...this.#device },
      {
        onFault: (fault) => isCurrent() && this.#report(fault),
        onSounds: (sounds, language) => isCurrent() && this.#happen({ kind: 'sounds', sounds, language }),
        onStep: (step) => this.#trace?.reach(step, performance.now()),
      },
    )
  }

  #detach(): void {
    clearTimeout(this.#reloadTimer)
    clearTimeout(this.#startTimer)
    this.#attachment += 1
    const attached = this.#attached
    this.#attached = undefined
    attached?.detach()
    if (attached === undefined) return
    this.#video.removeAttribute('src')
    this.#video.load()
  }

  #play(): void {
    const attachment = this.#attachment
    this.#video.play().catch((reason: unknown) => {
      // Anything else is an interruption by our own next command.
      const isRefused = reason instanceof DOMException && reason.name === 'NotAllowedError'
      if (isRefused && attachment === this.#attachment) this.#happen({ kind: 'play-refused' })
    })
  }

  /** The engine may try a broken segment for ever without calling it fatal; a viewer should not wait that long. */
  #watchProgress(): void {
    const { state } = this.#model
    const progress = describeControls(state).isBusy ? `${this.#attachment} ${state.positionSeconds} ${state.bufferedEndSeconds}` : ''
    if (progress === this.#progress) return
    this.#progress = progress
    clearTimeout(this.#stallTimer)
    if (progress !== '') this.#stallTimer = setTimeout(() => this.#report({ code: 'stalled' }), STALLED_AFTER_MILLISECONDS)
  }

  /** A device that is too slow gets less; one whose picture is gone is as one that cannot decode. */
  #watchFrames(sample: MediaSample): void {
    const isInSight = this.#model.state.phase === 'playing' && !sample.isSeeking && document.visibilityState === 'visible'
    if (!isInSight) this.#frames.interrupt()
    const trouble = isInSight ? this.#frames.follow(sample.positionSeconds, countFrames(this.#video)) : undefined
    if (trouble === 'too-slow') this.#attached?.stepDown()
    if (trouble === 'no-picture') this.#report({ code: 'element-decode' })
  }

  #report(fault: Fault | undefined): void {
    if (fault !== undefined) this.#happen({ kind: 'fault', fault })
  }
}

function isSameState(one: PlayerState, other: PlayerState): boolean {
  return (
    one.phase === other.phase &&
    one.positionSeconds === other.positionSeconds &&
    one.durationSeconds === other.durationSeconds &&
    one.bufferedEndSeconds === other.bufferedEndSeconds &&
    one.variantHeightPx === other.variantHeightPx &&
    one.sounds === other.sounds &&
    one.soundLanguage === other.soundLanguage &&
    one.failure === other.failure
  )
}
