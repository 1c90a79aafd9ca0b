/** What a viewer would say the player is doing. */
export type PlayerPhase = 'idle' | 'loading' | 'playing' | 'paused' | 'buffering' | 'ended' | 'failed'

/** `gone`: taken down or never there; `unsupported`: this device cannot play it. */
export type FailureKind = 'network' | 'media' | 'gone' | 'unsupported'
export type PlayerFailure = { readonly kind: FailureKind; readonly canRetry: boolean }

/** One of several sounds of a title: who speaks which language (BCP 47), in its own words. */
export type Sound = { readonly language: string; readonly name: string }

/** Everything a screen needs to draw a player; times in seconds of the programme. */
export type PlayerState = {
  readonly phase: PlayerPhase
  readonly positionSeconds: number
  readonly durationSeconds: number
  readonly bufferedEndSeconds: number
  /** Short side of the variant on screen, once it is known. */
  readonly variantHeightPx?: number
  readonly failure?: PlayerFailure
  /** All there are; empty until they are known. */
  readonly sounds: readonly Sound[]
  /** Language of the one that is heard, once it is known. */
  readonly soundLanguage?: string
}

export type PlayerSource = {
  readonly playlistUrl: string
  readonly startSeconds: number
  /** BCP 47: of several sounds one in this language; the source's own choice when left out or not there. */
  readonly soundLanguage?: string
  /** When the viewer wished for it, by `performance.now()`; now when left out. */
  readonly askedAtMs?: number
}

export const IDLE_STATE: PlayerState = { phase: 'idle', positionSeconds: 0, durationSeconds: 0, bufferedEndSeconds: 0, sounds: [] }
