import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** One stream as ffprobe writes it; what a stream has not is left out. */
export type ProbedStream = {
  readonly codec_type: 'video' | 'audio'
  readonly width?: number
  readonly height?: number
  readonly color_space?: string
  readonly color_primaries?: string
  readonly color_transfer?: string
  readonly r_frame_rate: string
  readonly nb_read_frames?: string
}

/** Streams of a file or a playlist; the pictures are counted by decoding them all. */
export async function probe(input: string, isCounted = true): Promise<readonly ProbedStream[]> {
  const count = isCounted ? ['-count_frames'] : []
  const { stdout } = await run('ffprobe', ['-v', 'error', ...count, '-show_streams', '-of', 'json', input])
  const { streams }: { streams: readonly ProbedStream[] } = JSON.parse(stdout) // by the options just given
  return streams
}

/** When the first frame of the only stream of a playlist is shown, seconds; as decoders see it, so without what is cut off. */
export async function firstTime(input: string): Promise<number> {
  const only = ['-read_intervals', '%+#1', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0']
  const { stdout } = await run('ffprobe', ['-v', 'error', ...only, input])
  return Number(stdout.split(/[,\n]/)[0])
}

/** Decodes all of a playlist or file; what ffmpeg has to complain of, which is nothing where all is well. */
export async function complaints(input: string): Promise<string> {
  const decode = ['-xerror', '-err_detect', 'explode', '-i', input, '-map', '0', '-f', 'null', '-']
  return run('ffmpeg', ['-v', 'warning', '-nostdin', ...decode]).then(
    ({ stderr }) => stderr,
    (failure: Error) => failure.message,
  )
}
