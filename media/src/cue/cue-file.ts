/** One cue in WebVTT's own words. Times in whole milliseconds of the title, 0 at its first picture. */
export type Cue = {
  /** Unique in its file: hls.js shows only the first of two cues with one id. */
  readonly id?: string
  readonly startMs: number
  readonly endMs: number
  /** What stands after the times, byte for byte; empty when nothing does. */
  readonly settings: string
  /** WebVTT cue text, lines joined by `\n`: never trimmed, never normalised, at least one line, none of them empty. */
  readonly text: string
}

/** A whole `STYLE` or `REGION` block, byte for byte, its first line included. */
export type CueBlock = { readonly kind: 'style' | 'region'; readonly text: string }

/** Subtitles of one title in one language, in order of their start. */
export type CueFile = { readonly blocks: readonly CueBlock[]; readonly cues: readonly Cue[] }

/** A cue as a reader found it, with the line of its times in the uploaded file. */
export type FoundCue = Cue & { readonly line: number }

/** What a reader of one format hands over; what is wrong with it stands in its report. */
export type FoundFile = { readonly blocks: readonly CueBlock[]; readonly cues: readonly FoundCue[] }

/** Far above any real file (a three-hour title has some 3,000 cues and 300 kB), far below what could hold a server up. */
export const MOST_BYTES = 4 * 1024 * 1024
export const MOST_CUES = 20_000
/** UTF-16 units of one cue's text, id or settings, and of one block. */
export const LONGEST_TEXT = 4000
export const LONGEST_BLOCK = 16_000
