import { AUDIO_SAMPLE_RATE_HZ, type AudioPlan, type Loudness, type LoudnessGain, PEAK_DBTP, TARGET_LUFS } from './audio-plan.ts'
import { BITEXACT, inputArguments, QUIET, soundInputArguments } from './input-arguments.ts'
import { plannedSeconds } from './remaining-work.ts'
import type { TranscodePlan } from './transcode-plan.ts'

/** Four times the rate of the sound: between two samples no peak hides (ITU-R BS.1770-4, annex 2). */
const PEAK_RATE_HZ = 4 * AUDIO_SAMPLE_RATE_HZ

/** Time counts from the first picture; two channels from here on, since loudness is that of what is heard. */
function begin(plan: TranscodePlan, { track }: AudioPlan): readonly string[] {
  const zeroSeconds = track === undefined ? plan.source.video.firstSeconds : track.firstSeconds - track.offsetMs / 1000
  return [`asetpts=PTS-(${zeroSeconds.toFixed(6)})/TB`, 'aformat=channel_layouts=stereo']
}
const opened = (plan: TranscodePlan, { track }: AudioPlan, url: string): readonly string[] =>
  track === undefined ? inputArguments(plan, undefined, url) : soundInputArguments(track, url)
/** What was recorded beside the film may go on long after it. */
const bounded = (plan: TranscodePlan, { track }: AudioPlan): readonly string[] =>
  track === undefined ? [] : ['-t', plannedSeconds(plan).toFixed(3)]

const END = `aresample=${AUDIO_SAMPLE_RATE_HZ}:async=1:first_pts=0`

const encoded = (bitrateBps: number): readonly string[] => [
  ...['-ac', '2', '-c:a', 'aac', '-b:a', String(bitrateBps), ...BITEXACT, '-flags:a', '+bitexact'],
  // No `frag_discont`: with AAC's start-up samples the first decode time would be below zero.
  ...['-frag_duration', '4000000', '-movflags', 'delay_moov+default_base_moof', '-f', 'mp4'],
]

/** Measures the loudness of a whole sound (EBU R 128); the summary is the last that is said on stderr. */
export function loudnessArguments(plan: TranscodePlan, audio: AudioPlan, inputUrl: string): readonly string[] {
  const filter = [...begin(plan, audio), 'ebur128=peak=true:framelog=verbose'].join(',')
  return [
    ...['-nostdin', '-hide_banner', '-nostats', '-v', 'info'],
    ...opened(plan, audio, inputUrl),
    ...['-map', `0:${audio.streamIndex}`, '-vn', '-af', filter, '-f', 'null', '-'],
  ]
}

function gainFilters({ gainDb, isLimited }: LoudnessGain): readonly string[] {
  const limit = (10 ** (PEAK_DBTP / 20)).toFixed(4)
  return [
    `volume=${gainDb}dB`,
    ...(isLimited ? [`aresample=${PEAK_RATE_HZ}`, `alimiter=limit=${limit}:attack=5:release=100:level=disabled`] : []),
  ]
}

/**
 * One sound of the title as fragmented mp4 in both bit rates, decoded once; never in units, since AAC's start-up would repeat
 * at every border.
 */
export function audioArguments(
  plan: TranscodePlan,
  audio: AudioPlan,
  gain: LoudnessGain,
  inputUrl: string,
  outputUrls: { readonly main: string; readonly low: string },
): readonly string[] {
  const filter = [...begin(plan, audio), ...gainFilters(gain), END, 'asplit=2[main][low]'].join(',')
  return [
    ...QUIET,
    ...opened(plan, audio, inputUrl),
    ...['-filter_complex', `[0:${audio.streamIndex}]${filter}`],
    ...['-map', '[main]', ...bounded(plan, audio), ...encoded(audio.bitrateBps), outputUrls.main],
    ...['-map', '[low]', ...bounded(plan, audio), ...encoded(audio.lowBitrateBps), outputUrls.low],
  ]
}

/** The first seconds of a sound with a loudness that follows it, for a preview that cannot wait for the measurement. */
export function firstAudioArguments(
  plan: TranscodePlan,
  audio: AudioPlan,
  seconds: number,
  inputUrl: string,
  outputUrl: string,
): readonly string[] {
  const filter = [...begin(plan, audio), `loudnorm=I=${TARGET_LUFS}:TP=${PEAK_DBTP}:LRA=11`, END].join(',')
  return [
    ...QUIET,
    ...inputArguments(plan, undefined, inputUrl),
    ...['-map', `0:${audio.streamIndex}`, '-af', filter, '-t', String(seconds), ...encoded(audio.bitrateBps), outputUrl],
  ]
}

/** Reads the summary that {@link loudnessArguments} made ffmpeg say; undefined when there is none. */
export function parseLoudness(stderr: string): Loudness | undefined {
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'))
  const integrated = /I:\s+(-?[\d.]+|-inf|nan) LUFS/.exec(summary)?.[1]
  const peak = /Peak:\s+(-?[\d.]+|-?inf|nan) dBFS/.exec(summary)?.[1]
  if (integrated === undefined || peak === undefined) return undefined
  // Silence has no loudness: what is not a number is as low as can be.
  const value = (text: string): number => (Number.isFinite(Number(text)) ? Number(text) : Number.NEGATIVE_INFINITY)
  return { integratedLufs: value(integrated), truePeakDbtp: value(peak) }
}
