import type { default as Hls, HlsConfig, Level, MediaPlaylist } from 'hls.js'
import { type BufferRoom, keptIn, lastThatFits } from '../core/buffer-room.ts'
import type { Fault } from '../core/failure-policy.ts'
import type { PlayerSource, Sound } from '../core/player-state.ts'
import { canChangeCodec, joinCodecs, shortSide } from './codec-family.ts'
import { faultOfHlsError } from './hls-fault.ts'

/** What a device can bear. */
export type PlayerProfile = {
  /** Highest variant to choose, by short side. */
  readonly maxHeightPx?: number
  readonly maxBufferSeconds: number
  readonly backBufferSeconds: number
  /** The client draws subtitles over the picture; else the element has them, for its own controls. */
  readonly drawsCues?: boolean
}

/** The engine's own chunk: loaded when a player is made, not with the first screen. */
export const importEngine = (): Promise<typeof import('hls.js')> => import('hls.js')

export type AttachedEngine = {
  recoverMedia(): void
  chooseSound(language: string): void
  /** From now on nothing as large as what is shown. */
  stepDown(): void
  detach(): void
}

/** A source as an engine is to play it. */
export type EngineWish = { readonly source: PlayerSource; readonly profile: PlayerProfile; readonly room: BufferRoom }

/** What an engine tells until it is detached. */
export type EngineNews = {
  readonly onFault: (fault: Fault) => void
  /** All sounds there are, and the language of the one that is heard. */
  readonly onSounds: (sounds: readonly Sound[], language: string | undefined) => void
  /** The playlist has been read; a first piece of the film is there. */
  readonly onStep: (step: 'playlist' | 'segment') => void
}

/** Opens a source on a video element. */
export function attachEngine(
  engine: typeof import('hls.js'),
  video: HTMLVideoElement,
  { source, profile, room }: EngineWish,
  { onFault, onSounds, onStep }: EngineNews,
): AttachedEngine {
  const hls = new engine.default(configOf(profile, source))
  const fit = (): void => fitInto(hls, room.bytes(), profile)
  hls.on(engine.Events.ERROR, (_event, report) => {
    if (report.details === engine.ErrorDetails.BUFFER_FULL_ERROR) {
      room.learn(bufferedBytes(hls))
      fit()
    }
    const fault = faultOfHlsError(report)
    if (fault !== undefined) onFault(fault)
  })
  const tellSounds = (): void => onSounds(hls.audioTracks.map(soundOf), hls.audioTracks[hls.audioTrack]?.lang)
  hls.on(engine.Events.AUDIO_TRACKS_UPDATED, tellSounds)
  hls.on(engine.Events.AUDIO_TRACK_SWITCHED, tellSounds)
  let joined: readonly Level[] = []
  hls.on(engine.Events.MANIFEST_PARSED, () => {
    onStep('playlist')
    joined = joinCodecs(hls, canChangeCodec())
    capVariants(hls, profile.maxHeightPx)
  })
  hls.on(engine.Events.LEVEL_UPDATED, fit)
  hls.on(engine.Events.FRAG_BUFFERED, () => onStep('segment'))
  hls.loadSource(source.playlistUrl)
  hls.attachMedia(video)
  return {
    recoverMedia: () => {
      leaveJoined(hls, joined)
      hls.recoverMediaError()
    },
    chooseSound: (lang) => void hls.setAudioOption({ lang }),
    stepDown: () => capBelow(hls, hls.currentLevel),
    detach: () => hls.destroy(),
  }
}

const soundOf = ({ lang, name }: MediaPlaylist): Sound => ({ language: lang ?? '', name })

function configOf(profile: PlayerProfile, source: PlayerSource): Partial<HlsConfig> {
  return {
    startPosition: source.startSeconds,
    ...(source.soundLanguage === undefined ? {} : { audioPreference: { lang: source.soundLanguage } }),
    maxBufferLength: profile.maxBufferSeconds,
    maxMaxBufferLength: profile.maxBufferSeconds,
    backBufferLength: profile.backBufferSeconds,
    // Element sizes lie on set-top boxes; the profile's height is the cap.
    capLevelToPlayerSize: false,
    // The element's would be drawn twice, or lie under the screen of a television.
    renderTextTracksNatively: profile.drawsCues !== true,
    // A blob worker is refused by our content policy, and fMP4 needs no transmuxing.
    enableWorker: false,
  }
}

/** Keeps no more of the film than the device has room for, and chooses nothing of which it has too little. */
function fitInto(hls: Hls, roomBytes: number | undefined, { maxBufferSeconds, backBufferSeconds }: PlayerProfile): void {
  const level = hls.levels[hls.loadLevel]
  const pieceSeconds = level?.details?.targetduration
  if (roomBytes === undefined || level === undefined || pieceSeconds === undefined) return
  const wish = { aheadSeconds: maxBufferSeconds, backSeconds: backBufferSeconds }
  const { aheadSeconds, backSeconds } = keptIn(roomBytes, level.averageBitrate, pieceSeconds, wish)
  hls.config.maxBufferLength = aheadSeconds
  hls.config.maxMaxBufferLength = aheadSeconds
  hls.config.backBufferLength = backSeconds
  capBelow(
    hls,
    lastThatFits(
      roomBytes,
      hls.levels.map(({ averageBitrate }) => averageBitrate),
      pieceSeconds,
    ) + 1,
  )
}

/** About what is in the buffers: each variant has about as many bits a second throughout. */
function bufferedBytes({ media, levels, loadLevel }: Hls): number {
  let seconds = 0
  for (let at = 0; at < (media?.buffered.length ?? 0); at += 1) seconds += (media?.buffered.end(at) ?? 0) - (media?.buffered.start(at) ?? 0)
  return (seconds * (levels[loadLevel]?.averageBitrate ?? 0)) / 8
}

/** Limits automatic choice to variants no taller than `maxHeightPx`; the smallest stays allowed in any case. */
function capVariants(hls: Hls, maxHeightPx: number | undefined): void {
  if (maxHeightPx === undefined) return
  hls.autoLevelCapping = Math.max(
    0,
    hls.levels.findLastIndex((level) => shortSide(level) <= maxHeightPx),
  )
}

/** Devices promise codecs that they then fail at: whoever failed in a joined level goes on below all of them. */
function leaveJoined(hls: Hls, joined: readonly Level[]): void {
  const isThere = joined.some((level) => level === hls.levels[hls.loadLevel])
  const lowest = hls.levels.findIndex((level) => joined.includes(level))
  if (isThere) capBelow(hls, lowest)
}

/** Limits automatic choice to what is below a level, where anything is. */
function capBelow(hls: Hls, level: number): void {
  if (level > 0 && (hls.autoLevelCapping === -1 || hls.autoLevelCapping >= level)) hls.autoLevelCapping = level - 1
}
