import { PEAK_DBTP, TARGET_LUFS } from './audio-plan.ts'
import { BITEXACT, QUIET, soundInputArguments } from './input-arguments.ts'

/** Longest recording of a text, s: 4,000 Mongolian letters are read in less. */
export const MOST_VOICE_SECONDS = 300
/** Speech of one person; every engine plays it, also without a container. */
const VOICE_BPS = 64_000
const VOICE_RATE_HZ = 44_100
/** Whoever presses 录音 takes a breath first; a listener should not wait for it. */
const WITHOUT_SILENCE_AHEAD = 'silenceremove=start_periods=1:start_threshold=-50dB:start_silence=0.1'

/** Where the speech is in a file. */
export type VoiceInput = { readonly demuxer: string; readonly streamIndex: number }

/** A spoken text as MP3 on stdout, one constant bit rate and nothing but frames, as loud as the sound of films (EBU R 128). */
export function voiceArguments(input: VoiceInput, inputUrl: string): readonly string[] {
  const filter = ['asetpts=PTS-STARTPTS', WITHOUT_SILENCE_AHEAD, `loudnorm=I=${TARGET_LUFS}:TP=${PEAK_DBTP}:LRA=11`]
  return [
    ...QUIET,
    ...soundInputArguments(input, inputUrl),
    ...['-map', `0:${input.streamIndex}`, '-vn', '-af', filter.join(','), '-t', String(MOST_VOICE_SECONDS + 1)],
    ...['-ac', '1', '-ar', String(VOICE_RATE_HZ), '-c:a', 'libmp3lame', '-b:a', String(VOICE_BPS), ...BITEXACT],
    ...['-write_xing', '0', '-id3v2_version', '0', '-f', 'mp3', 'pipe:1'],
  ]
}

/** How long so many bytes of it last, s. */
export const voiceSeconds = (bytes: number): number => Math.round((bytes * 80) / VOICE_BPS) / 10
