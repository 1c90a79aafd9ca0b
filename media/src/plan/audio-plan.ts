import type { LadderPolicy } from './ladder-policy.ts'
import type { AudioSource } from './source-description.ts'

export const AUDIO_SAMPLE_RATE_HZ = 48_000
/** AAC frames that fit in a fragment of 4 s. */
export const AUDIO_FRAMES_PER_SEGMENT = 188
export const AUDIO_SAMPLES_PER_FRAME = 1024
export const AUDIO_SEGMENT_SECONDS = (AUDIO_FRAMES_PER_SEGMENT * AUDIO_SAMPLES_PER_FRAME) / AUDIO_SAMPLE_RATE_HZ
/** EBU R 128: programme loudness in LUFS, and the highest true peak in dBTP. */
export const TARGET_LUFS = -23
export const PEAK_DBTP = -1
/** A whisper of a film is not turned into a roar of its noise. */
const MOST_GAIN_DB = 20

/** A sound in a file of its own, and where it lies on the title's clock. */
export type TrackInput = { readonly id: string; readonly demuxer: string; readonly firstSeconds: number; readonly offsetMs: number }

/** One language of the sound, made from one stream in two bit rates. */
export type AudioPlan = {
  /** `audio`, `audio-2`, … in the order of the file; the language may be corrected later, the name stays. */
  readonly name: string
  /** The same for links that carry no picture. */
  readonly lowName: string
  readonly streamIndex: number
  /** As the file has them; what comes out has two. */
  readonly channels: number
  readonly bitrateBps: number
  readonly lowBitrateBps: number
  /** BCP 47. */
  readonly language: string
  readonly isDefault: boolean
  /** Expected; players do not need audio segments aligned with video. */
  readonly segmentCount: number
  /** The file that it comes from, when that is not the master. */
  readonly track?: TrackInput
}

/** Spoken in most of what the platform shows, and what a file that says nothing is taken for. */
const USUAL_LANGUAGE = 'zh'

/** Every sound track of a file becomes a rendition: only a person can tell which of two unnamed ones is wanted. */
export const planAudios = (audios: readonly AudioSource[], durationSeconds: number, policy: LadderPolicy): readonly AudioPlan[] =>
  audios.slice(0, policy.mostAudios).map(({ streamIndex, channels, language }, index) => ({
    name: index === 0 ? 'audio' : `audio-${index + 1}`,
    lowName: index === 0 ? 'audio-low' : `audio-${index + 1}-low`,
    streamIndex,
    channels,
    bitrateBps: policy.audioBitrateBps,
    lowBitrateBps: policy.lowAudioBitrateBps,
    language: language ?? USUAL_LANGUAGE,
    isDefault: index === 0,
    segmentCount: Math.max(1, Math.ceil(durationSeconds / AUDIO_SEGMENT_SECONDS)),
  }))

/** Loudness of a whole sound as measured by EBU R 128, in LUFS and dBTP. */
export type Loudness = { readonly integratedLufs: number; readonly truePeakDbtp: number }

/** What brings a sound to {@link TARGET_LUFS}: one gain for all of it, so that quiet scenes stay quiet, and a limiter where peaks would clip. */
export type LoudnessGain = { readonly gainDb: number; readonly isLimited: boolean }

/** Below this EBU R 128 counts nothing: silence. */
const SILENCE_LUFS = -69

/** Decides the gain of a measured sound. */
export function planGain({ integratedLufs, truePeakDbtp }: Loudness): LoudnessGain {
  if (!Number.isFinite(integratedLufs) || integratedLufs <= SILENCE_LUFS) return { gainDb: 0, isLimited: false }
  const gainDb = Math.round(Math.min(MOST_GAIN_DB, TARGET_LUFS - integratedLufs) * 100) / 100
  return { gainDb, isLimited: truePeakDbtp + gainDb > PEAK_DBTP }
}
