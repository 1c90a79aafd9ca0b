import type { TrackInput } from './audio-plan.ts'
import { INPUT_SAFETY, SOUND_SAFETY } from './input-safety.ts'
import type { TranscodePlan } from './transcode-plan.ts'

const LIMIT = ['-max_alloc', '536870912']
export const QUIET = ['-nostdin', '-v', 'error', '-y']
/** Nothing of the master's own words, dates and encoder names goes out with it. */
export const BITEXACT = ['-map_metadata', '-1', '-fflags', '+bitexact']

/** Opens a master from the beginning, or from somewhere before `atSeconds` of its own clock. */
export function inputArguments(plan: TranscodePlan, atSeconds: number | undefined, inputUrl: string): readonly string[] {
  // Without accuracy the frame before the wanted one comes too, which a varying rate needs.
  const seek = atSeconds === undefined ? [] : ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', atSeconds.toFixed(6)]
  const threads = ['-threads', String(plan.encoderThreads)]
  return [...INPUT_SAFETY, ...LIMIT, ...threads, ...seek, '-copyts', '-f', plan.source.demuxer, '-i', inputUrl]
}

/** Opens a file that is only sound. */
export const soundInputArguments = ({ demuxer }: Pick<TrackInput, 'demuxer'>, inputUrl: string): readonly string[] => [
  ...SOUND_SAFETY,
  ...LIMIT,
  ...['-copyts', '-f', demuxer, '-i', inputUrl],
]
