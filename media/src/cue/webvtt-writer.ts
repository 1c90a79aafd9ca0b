import { writeClock } from '@ulan/contract/cue-times'
import type { Cue, CueFile } from './cue-file.ts'

const MPEGTS_HZ = 90_000

/** `mpegts`: ticks of 1/90000 s on the title's own clock at which local time 0 lies. `offsetMs`: added to every cue's times. */
export type WebVttOptions = { readonly mpegts: number; readonly offsetMs?: number }

/** The tick of the first picture of a title whose pictures begin late by its reordering, in seconds: 0.08 at 25 frames/s. */
export const mpegtsOfDelay = (delaySeconds: number): number => Math.round(delaySeconds * MPEGTS_HZ)

/** Moved in time; undefined when it would be over before the title begins. */
function moved(cue: Cue, offsetMs: number): Cue | undefined {
  const endMs = cue.endMs + offsetMs
  return endMs <= 0 ? undefined : { ...cue, startMs: Math.max(0, cue.startMs + offsetMs), endMs }
}

function writeCue({ id, startMs, endMs, settings, text }: Cue): string {
  const times = `${writeClock(startMs)} --> ${writeClock(endMs)}${settings === '' ? '' : ` ${settings}`}`
  return [...(id === undefined ? [] : [id]), times, text].join('\n')
}

/**
 * A cue file as WebVTT. The map of times stands in every one: without it hls.js takes 0 for media time 0, which is before
 * the first picture (RFC 8216 §3.5). It must touch the first line, an empty one would end the header.
 */
export function writeWebVtt({ blocks, cues }: CueFile, { mpegts, offsetMs = 0 }: WebVttOptions): string {
  if (!Number.isSafeInteger(mpegts) || mpegts < 0) throw new RangeError(`not a clock of MPEG-TS: ${mpegts}`)
  const shown = cues.map((cue) => moved(cue, offsetMs)).filter((cue) => cue !== undefined)
  return writeFile(`WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:${mpegts}`, { blocks, cues: shown })
}

/** A cue file as WebVTT to be read and edited, on its own clock. */
export const writeOwnWebVtt = (file: CueFile): string => writeFile('WEBVTT', file)

const writeFile = (header: string, { blocks, cues }: CueFile): string =>
  `${[header, ...blocks.map(({ text }) => text), ...cues.map(writeCue)].join('\n\n')}\n`
