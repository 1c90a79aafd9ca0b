import { type CueRegion, regionsOfCues } from '../core/cue-region.ts'

/** Cues of a file, and the regions of those that ask for one. */
export type CueList = { readonly cues: readonly VTTCue[]; readonly regions: ReadonlyMap<VTTCue, CueRegion> }

async function fetchText(url: string): Promise<string | undefined> {
  const answer = await fetch(url).catch(() => undefined) // no network
  return answer?.ok === true ? await answer.text().catch(() => undefined) : undefined // cut off on its way
}

/** Reads a WebVTT file with the browser's own parser; undefined when it cannot be had now. */
export async function readCues(file: { readonly url: string; readonly text?: string }): Promise<CueList | undefined> {
  const text = file.text ?? (await fetchText(file.url))
  const cues = text === undefined ? undefined : await parseCues(text)
  return text === undefined || cues === undefined ? undefined : { cues, regions: regionsOfCues(text, cues) }
}

/**
 * By a track of an element of its own, which is never played: on the picture's element hls.js would clear it, and a file
 * of another origin would not be read.
 */
async function parseCues(text: string): Promise<readonly VTTCue[] | undefined> {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/vtt' }))
  const element = document.createElement('video')
  const track = document.createElement('track')
  track.kind = 'subtitles'
  const isRead = new Promise<boolean>((resolve) => {
    track.addEventListener('load', () => resolve(true), { once: true })
    track.addEventListener('error', () => resolve(false), { once: true })
  })
  element.appendChild(track)
  track.src = address
  track.track.mode = 'hidden'
  const isGood = await isRead
  URL.revokeObjectURL(address)
  // A subtitles track has no other cues.
  return isGood ? ([...(track.track.cues ?? [])] as VTTCue[]) : undefined
}
