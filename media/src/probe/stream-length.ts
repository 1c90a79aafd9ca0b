import { type Looking, readLines } from './ffprobe.ts'
import type { ProbeReport, ProbeStream } from './probe-report.ts'
import { streamSeconds } from './source-parser.ts'

/** A stream may end this much before its header says so, as a share and in seconds. */
const TAIL_SECONDS = 3
const TAIL_SHARE = 0.02

const firstNumber = (...values: readonly (number | undefined)[]): number | undefined => values.find((value) => value !== undefined)

/** When the last packet of a stream from somewhere on ends, on the file's clock; undefined when nobody knows. */
async function readLastEnd(needs: Looking, path: string, streamIndex: number, fromSeconds: number): Promise<number | undefined> {
  const args = ['-select_streams', String(streamIndex), '-show_packets', '-show_entries', 'packet=pts_time,dts_time,duration_time']
  let last = Number.NEGATIVE_INFINITY
  // Line by line: of a header that lies low, hours are still to come.
  const failed = await readLines(needs, path, [...args, '-read_intervals', `${fromSeconds.toFixed(3)}%`], (line) => {
    const [pts = '', dts = '', duration = ''] = line.split(',')
    const end = Number.parseFloat(pts === 'N/A' ? dts : pts) + (Number.parseFloat(duration) || 0)
    if (end > last) last = end
  })
  return failed === undefined ? last : undefined
}

/** Length of a stream in seconds by header, checked against packets that are really there near the end and behind it. */
export async function readLength(
  needs: Looking,
  path: string,
  report: ProbeReport,
  stream: ProbeStream,
): Promise<number | 'truncated' | undefined> {
  const formatSeconds = Number(report.format.duration)
  const said = firstNumber(streamSeconds(stream), Number.isFinite(formatSeconds) ? formatSeconds : undefined)
  const startSeconds = Number(report.format.start_time ?? 0) || 0
  // Matroska tells the time of its end, all others how long they are.
  const declared = said === undefined || !report.format.format_name.startsWith('matroska') ? said : said - Math.max(0, startSeconds)
  const from = declared === undefined ? 0 : Math.max(0, startSeconds + declared - TAIL_SECONDS * 2)
  const lastEnd = await readLastEnd(needs, path, stream.index, from)
  if (lastEnd === undefined) return declared
  const last = Math.max(0, lastEnd - startSeconds)
  if (declared === undefined) return last > 0 ? last : undefined
  const slack = Math.max(TAIL_SECONDS, declared * TAIL_SHARE)
  if (last < declared - slack) return 'truncated'
  return last > declared + slack ? last : declared
}
