import type { ProblemName } from '@ulan/contract'
import type { AudioTrack } from '../plan/addition-plan.ts'
import { SOUND_SAFETY, soundDemuxerFor } from '../plan/input-safety.ts'
import { type ProbeNeeds, readJson } from './ffprobe.ts'
import { packetReportSchema, probeReportSchema } from './probe-report.ts'

/** What an encoder needs to know of a sound file. */
export type SoundDescription = Pick<AudioTrack, 'demuxer' | 'streamIndex' | 'channels' | 'firstSeconds'>
export type ProbedSound =
  | { readonly kind: 'sound'; readonly sound: SoundDescription }
  | { readonly kind: 'refused'; readonly problem: ProblemName; readonly reason: string }

const refused = (reason: string): ProbedSound => ({ kind: 'refused', problem: 'not-a-sound', reason })

/** Looks into a file that is to be a sound; a video is taken for its sound, a cover picture is passed over. */
export async function probeSound(needs: ProbeNeeds, path: string): Promise<ProbedSound> {
  const looking = { ...needs, safety: SOUND_SAFETY, onCutShort: () => undefined }
  const report = await readJson(looking, path, ['-show_format', '-show_streams'], probeReportSchema)
  if (report.kind === 'failed') return refused(report.stderr)
  const demuxer = soundDemuxerFor(report.value.format.format_name)
  if (demuxer === undefined) return refused(`format ${report.value.format.format_name}`)
  const stream = report.value.streams.find(
    ({ codec_type, codec_name, channels = 0 }) => codec_type === 'audio' && codec_name !== undefined && channels > 0,
  )
  if (stream === undefined) return refused('no sound stream')
  const args = ['-select_streams', String(stream.index), '-show_packets', '-show_entries', 'packet=pts_time,dts_time,duration_time']
  const first = await readJson(looking, path, [...args, '-read_intervals', '%+#1'], packetReportSchema)
  const packet = first.kind === 'read' ? first.value.packets[0] : undefined
  if (packet === undefined) return refused('no sound in the stream')
  const firstSeconds = Number(packet.pts_time ?? packet.dts_time ?? 0)
  // What comes before 0 is what the decoder needs to start up, and is not heard.
  return {
    kind: 'sound',
    sound: { demuxer, streamIndex: stream.index, channels: stream.channels ?? 2, firstSeconds: Math.max(0, firstSeconds) },
  }
}
