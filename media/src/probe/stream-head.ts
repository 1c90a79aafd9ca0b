import { type Looking, readJson } from './ffprobe.ts'
import { headReportSchema } from './probe-report.ts'

/** The beginning of one stream, as far as it could be read. */
export type StreamHead = {
  readonly isEncrypted: boolean
  /** Of the first packet that is there; undefined when there is none. */
  readonly firstSeconds?: number
  /** Of the first frame that could be decoded, in the stream's own ticks; undefined when none could. */
  readonly firstPts?: number
}

/** Packets to read for the first frame: one is enough, except after a cut, where the decoder drops what comes before it. */
const FIRST_FRAME_PACKETS = [1, 400]
const ENTRIES = 'packet=pts_time,dts_time:packet_side_data=side_data_type:frame=pts,best_effort_timestamp'

/** Reads one stream until a frame of it comes out. */
export async function readHead(needs: Looking, path: string, streamIndex: number): Promise<StreamHead> {
  const args = ['-select_streams', String(streamIndex), '-show_packets', '-show_frames', '-show_entries', ENTRIES]
  let head: StreamHead = { isEncrypted: false }
  for (const packets of FIRST_FRAME_PACKETS) {
    const report = await readJson(needs, path, [...args, '-read_intervals', `%+#${packets}`], headReportSchema)
    const seen = report.kind === 'read' ? report.value.packets_and_frames : []
    const packet = seen.find(({ type }) => type === 'packet')
    const frame = seen.find(({ type }) => type === 'frame')
    head = {
      // Common Encryption (ISO/IEC 23001-7): without its key a decoder makes noise of it, and calls that a picture.
      isEncrypted: packet?.side_data_list?.some(({ side_data_type = '' }) => side_data_type.startsWith('Encryption')) ?? false,
      ...(packet && { firstSeconds: Number(packet.pts_time ?? packet.dts_time ?? 0) }),
      ...(frame && { firstPts: frame.best_effort_timestamp ?? frame.pts ?? 0 }),
    }
    // A decoder times frames without times of their own by the packets that it has read so far.
    const isTimed = packet?.pts_time !== undefined
    if (head.isEncrypted || (isTimed && head.firstPts !== undefined)) return head
  }
  return head
}
