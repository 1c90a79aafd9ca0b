import { open, stat } from 'node:fs/promises'
import { INPUT_SAFETY } from '../plan/input-safety.ts'
import { type Looking, type ProbeNeeds, readJson } from './ffprobe.ts'
import { frameReportSchema, type ProbeReport, packetReportSchema, probeReportSchema } from './probe-report.ts'
import { describeSource, type ProbeOutcome, streamSeconds, videoStream } from './source-parser.ts'

/** A file may end this much before its header says so, as a share and in seconds. */
const TAIL_SECONDS = 3

/** A source, or why there is none; final when the file itself is to blame. */
export type Probed =
  | Exclude<ProbeOutcome, { kind: 'refused' }>
  | (Extract<ProbeOutcome, { kind: 'refused' }> & { readonly isFinal: boolean })

/** An ISO file that has media but lost its index, or announces boxes past its end, was cut off. */
async function isCutOff(path: string, sizeBytes: number): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const header = Buffer.alloc(16)
    const seen = new Set<string>()
    for (let position = 0; position < sizeBytes && seen.size < 64; ) {
      const { bytesRead } = await handle.read(header, 0, 16, position)
      if (bytesRead < 8) return seen.has('ftyp')
      const type = header.toString('latin1', 4, 8)
      if (position === 0 && type !== 'ftyp') return false
      const short = header.readUInt32BE(0)
      const size = short === 1 ? Number(header.readBigUInt64BE(8)) : short === 0 ? sizeBytes - position : short
      if (size < 8) return true
      seen.add(type)
      position += size
      if (position > sizeBytes) return true
    }
    return seen.has('ftyp') && !seen.has('moov')
  } finally {
    await handle.close()
  }
}

const firstNumber = (...values: readonly (number | undefined)[]): number | undefined => values.find((value) => value !== undefined)

/** Length by header, checked against packets that are really there near the end. */
async function readDuration(
  needs: Looking,
  path: string,
  report: ProbeReport,
  streamIndex: number,
): Promise<number | 'truncated' | undefined> {
  const video = videoStream(report)
  const formatSeconds = Number(report.format.duration)
  const said = firstNumber(video && streamSeconds(video), Number.isFinite(formatSeconds) ? formatSeconds : undefined)
  const startSeconds = Number(report.format.start_time ?? 0) || 0
  // Matroska tells the time of its end, all others how long they are.
  const declared = said === undefined || !report.format.format_name.startsWith('matroska') ? said : said - Math.max(0, startSeconds)
  const from = declared === undefined ? 0 : Math.max(0, startSeconds + declared - TAIL_SECONDS * 2)
  const args = ['-select_streams', String(streamIndex), '-show_packets', '-show_entries', 'packet=pts_time,dts_time,duration_time']
  const tail = await readJson(needs, path, [...args, '-read_intervals', `${from.toFixed(3)}%`], packetReportSchema)
  if (tail.kind === 'failed') return declared
  const ends = tail.value.packets.map((packet) => Number(packet.pts_time ?? packet.dts_time ?? 'NaN') + (Number(packet.duration_time) || 0))
  const last = ends.filter(Number.isFinite).reduce((latest, end) => Math.max(latest, end - startSeconds), 0)
  if (declared === undefined) return last > 0 ? last : undefined
  return last < declared - Math.max(TAIL_SECONDS, declared * 0.02) ? 'truncated' : declared
}

/** Packets to read for the first picture: one is enough, except after a cut, where the decoder drops what comes before it. */
const FIRST_PICTURE_PACKETS = [1, 400]

async function readFirstPts(needs: Looking, path: string, streamIndex: number): Promise<number | undefined> {
  const args = ['-select_streams', String(streamIndex), '-show_frames', '-show_entries', 'frame=pts,best_effort_timestamp']
  for (const packets of FIRST_PICTURE_PACKETS) {
    const first = await readJson(needs, path, [...args, '-read_intervals', `%+#${packets}`], frameReportSchema)
    const frame = first.kind === 'read' ? first.value.frames[0] : undefined
    if (frame !== undefined) return frame.best_effort_timestamp ?? frame.pts ?? 0
  }
  return undefined
}

async function lookInto(needs: Looking, path: string): Promise<ProbeOutcome> {
  const { size } = await stat(path)
  if (size === 0) return { kind: 'refused', problem: 'empty-file', reason: '0 bytes' }
  const cutOff = await isCutOff(path, size)
  const report = await readJson(needs, path, ['-show_format', '-show_streams'], probeReportSchema)
  if (report.kind === 'failed') return { kind: 'refused', problem: cutOff ? 'truncated-video' : 'not-a-video', reason: report.stderr }
  if (cutOff) return { kind: 'refused', problem: 'truncated-video', reason: 'the file ends before its boxes do' }
  const video = videoStream(report.value)
  if (video === undefined) return describeSource(report.value, 0, 0)
  const firstPts = await readFirstPts(needs, path, video.index)
  if (firstPts === undefined) return { kind: 'refused', problem: 'unsupported-video', reason: 'no picture could be decoded' }
  const duration = await readDuration(needs, path, report.value, video.index)
  if (duration === 'truncated') return { kind: 'refused', problem: 'truncated-video', reason: 'no packets near the declared end' }
  if (duration === undefined) return { kind: 'refused', problem: 'unsupported-video', reason: 'no duration' }
  return describeSource(report.value, firstPts, duration)
}

/** Looks into a file that nobody trusts yet; every outcome is a value. */
export async function probeSource(needs: ProbeNeeds, path: string): Promise<Probed> {
  let isCutShort = false
  const onCutShort = (): void => {
    isCutShort = true
  }
  const outcome = await lookInto({ ...needs, safety: INPUT_SAFETY, onCutShort }, path)
  return outcome.kind === 'refused' ? { ...outcome, isFinal: !isCutShort } : outcome
}
