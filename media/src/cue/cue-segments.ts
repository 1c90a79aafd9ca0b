import type { Cue, CueFile } from './cue-file.ts'

/** Shorter ones would repeat long cues without end; subtitles are small, so nobody needs them. */
const SHORTEST_SECONDS = 60

/**
 * A cue file in segments of equal length over the whole title, for works so long that one file is a burden. A cue that
 * lasts over a border is in both, with the same id and times, as HLS wants it (RFC 8216 §3.5); a segment without cues is
 * there too. One at a time, since a file of long cues is repeated as often as there are segments.
 */
export function* segmentCues({ blocks, cues }: CueFile, segmentSeconds: number, titleMs: number): Generator<CueFile> {
  if (!(segmentSeconds >= SHORTEST_SECONDS)) throw new RangeError(`segments of cues take ${SHORTEST_SECONDS} s at least`)
  const lengthMs = Math.round(segmentSeconds * 1000)
  let next = 0
  let open: readonly Cue[] = []
  for (let startMs = 0; startMs < titleMs; startMs += lengthMs) {
    const endMs = startMs + lengthMs
    // Cues come in order of their start: each is met once, and looked at again only while it lasts.
    const first = next
    while (next < cues.length && (cues[next]?.startMs ?? 0) < endMs) next++
    open = [...open, ...cues.slice(first, next)].filter((cue) => cue.endMs > startMs)
    yield { blocks, cues: open }
  }
}
