import { stat } from 'node:fs/promises'
import type { AudioTrack } from '../plan/addition-plan.ts'
import { SOUND_SAFETY, soundDemuxerFor } from '../plan/input-safety.ts'
import { type RefusedSource, refuseSource } from '../plan/source-refusal.ts'
import { isCutOff } from './cut-off.ts'
import { type Looking, type ProbeNeeds, readJson } from './ffprobe.ts'
import { type ProbeReport, type ProbeStream, probeReportSchema } from './probe-report.ts'
import { isOfShop, isSound, streamSeconds, videoStream } from './source-parser.ts'
import { readHead } from './stream-head.ts'
import { readLength } from './stream-length.ts'

/** What an encoder needs to know of a sound file. */
export type SoundDescription = Pick<AudioTrack, 'demuxer' | 'streamIndex' | 'channels' | 'firstSeconds'>
export type ProbedSound = { readonly kind: 'sound'; readonly sound: SoundDescription } | RefusedSource

/**
 * An MP3 has no length: what it says of itself is reckoned from its first frames, and each part of it is a whole one. Beside a
 * film the length of the whole says nothing of the sound.
 */
const isOfKnownLength = (demuxer: string, { streams }: ProbeReport, stream: ProbeStream): boolean =>
  demuxer !== 'mp3' && (streams.length === 1 || streamSeconds(stream) !== undefined)

/** Why none of a file's streams is the sound. */
const refuseStreams = (report: ProbeReport): RefusedSource => {
  if (report.streams.some(({ codec_type }) => codec_type === 'audio')) return refuseSource('unsupported-sound', 'unknown sound codec')
  return refuseSource(videoStream(report) === undefined ? 'not-a-sound' : 'no-sound', 'no sound stream')
}

async function lookAtStream(needs: Looking, path: string, report: ProbeReport, stream: ProbeStream, demuxer: string): Promise<ProbedSound> {
  if (isOfShop(stream)) return refuseSource('encrypted-file', stream.codec_tag_string ?? '')
  const { isEncrypted, firstPts, firstSeconds } = await readHead(needs, path, stream.index)
  if (isEncrypted) return refuseSource('encrypted-file', 'encrypted samples')
  if (firstSeconds === undefined) return refuseSource('not-a-sound', 'no sound in the stream')
  if (firstPts === undefined) return refuseSource('unsupported-sound', 'no sound could be decoded')
  if (isOfKnownLength(demuxer, report, stream) && (await readLength(needs, path, report, stream)) === 'truncated')
    return refuseSource('truncated-sound', 'no packets near the declared end')
  // What comes before 0 is what the decoder needs to start up, and is not heard.
  const place = { demuxer, streamIndex: stream.index, firstSeconds: Math.max(0, firstSeconds) }
  return { kind: 'sound', sound: { ...place, channels: stream.channels ?? 2 } }
}

/** Looks into a file that is to be a sound; a video is taken for its sound, a cover picture is passed over. */
export async function probeSound(needs: ProbeNeeds, path: string): Promise<ProbedSound> {
  const looking = { ...needs, safety: SOUND_SAFETY, onCutShort: () => undefined }
  const { size } = await stat(path)
  if (size === 0) return refuseSource('empty-file', '0 bytes')
  const cutOff = await isCutOff(path, size)
  const report = await readJson(looking, path, ['-show_format', '-show_streams'], probeReportSchema)
  if (report.kind === 'failed') return refuseSource(cutOff ? 'truncated-sound' : 'not-a-sound', report.stderr)
  const demuxer = soundDemuxerFor(report.value.format.format_name)
  if (demuxer === undefined) return refuseSource('not-a-sound', `format ${report.value.format.format_name}`)
  if (cutOff) return refuseSource('truncated-sound', 'the file ends before its headers say so')
  const stream = report.value.streams.find(isSound)
  return stream === undefined ? refuseStreams(report.value) : await lookAtStream(looking, path, report.value, stream, demuxer)
}
