import { type Asset, isSoundLanguage, type SoundLanguage } from '@ulan/contract'
import type { TrackKind } from './track-file.ts'

/** A sound that the video itself came with. */
export type OwnSound = {
  readonly name: string
  /** BCP 47, as the file has it. */
  readonly tag: string
  /** Undefined when it is none of those that can be chosen. */
  readonly language: SoundLanguage | undefined
  /** From 1; 0 when it is the only one. */
  readonly number: number
}

export type AddedTrack = {
  readonly id: string
  readonly kind: TrackKind
  readonly fileName: string
  readonly language: string
  readonly offsetSeconds: number
  /** Key under `tracks.state`. */
  readonly state: Asset['tracks'][number]['state']
  /** What it keeps as long as it is edited and not removed. */
  readonly lineId: string
}

export type TracksView = {
  /** Tags of what viewers can choose from now. */
  readonly sounds: readonly string[]
  readonly subtitles: readonly string[]
  readonly ownSounds: readonly OwnSound[]
  readonly tracks: readonly AddedTrack[]
  readonly isInProgress: boolean
}

/** Sounds and subtitles of an asset; undefined while there is no version that anything could be added to. */
export function tracksView(asset: Asset): TracksView | undefined {
  if (asset.version === undefined) return undefined
  const own = asset.audios.filter(({ trackId }) => trackId === undefined)
  return {
    sounds: unique(asset.audios),
    subtitles: unique(asset.subtitles),
    ownSounds: own.map(({ name, language }, at) => ({
      name,
      tag: language,
      language: soundLanguage(language),
      number: own.length > 1 ? at + 1 : 0,
    })),
    tracks: asset.tracks.map(({ id, kind, fileName, language, offsetMs, state, editedFrom }) => ({
      ...{ id, kind, fileName, language, state, offsetSeconds: offsetMs / 1000, lineId: editedFrom ?? id },
    })),
    isInProgress: asset.status === 'encoding',
  }
}

/** Tenths of a second are what a person can hear; undefined for a field that was emptied. */
export const offsetMsOf = (seconds: number | null): number | undefined => (seconds === null ? undefined : Math.round(seconds * 10) * 100)

const unique = (parts: readonly { readonly language: string }[]): string[] => [...new Set(parts.map(({ language }) => language))]

function soundLanguage(tag: string): SoundLanguage | undefined {
  const primary = tag.split('-')[0] ?? ''
  return isSoundLanguage(primary) ? primary : undefined
}
