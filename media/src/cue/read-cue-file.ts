import { hasPrivateUse } from '@ulan/contract'
import { readAss } from './ass-reader.ts'
import { type Cue, type CueFile, type FoundCue, type FoundFile, LONGEST_BLOCK, LONGEST_TEXT, MOST_BYTES, MOST_CUES } from './cue-file.ts'
import { type CueFormat, cueFormatOf } from './cue-format.ts'
import { isEmptyText, withoutTags } from './cue-markup.ts'
import type { CueNote, CueProblem } from './cue-problem.ts'
import { type CueReport, createCueReport } from './cue-report.ts'
import { isMainlyMongolian, isVerticalSetting } from './cue-settings.ts'
import { decodeCueText } from './decode-cue-text.ts'
import { readSrt } from './srt-reader.ts'
import { readTtml } from './ttml-reader.ts'
import { readWebVtt } from './webvtt-reader.ts'

export type CueFileOutcome =
  | { readonly kind: 'cues'; readonly format: CueFormat; readonly file: CueFile; readonly notes: readonly CueNote[] }
  | { readonly kind: 'refused'; readonly problems: readonly CueProblem[] }

/** Of a file that is not even read. */
export const TOO_BIG: CueProblem = { line: 0, code: 'cue-file-too-big', params: { max: MOST_BYTES / (1024 * 1024) } }

/**
 * `titleMs`: length of the title that the cues belong to, where it is known. `wasTaken`: the file is read again, and may have
 * been taken before private-use text was refused; a title does not lose its next version over that.
 */
export type CueFileOptions = { readonly titleMs?: number; readonly wasTaken?: boolean }

function readFormat(format: CueFormat, text: string, lines: readonly string[], report: CueReport, titleMs: number | undefined): FoundFile {
  switch (format) {
    case 'webvtt':
      return readWebVtt(lines, report)
    case 'srt':
      return readSrt(lines, report)
    case 'ass':
      return readAss(lines, report)
    case 'ttml':
      return readTtml(text, report, titleMs)
  }
}

/** Problems of one cue that all formats share. */
function checkCue(
  { line, id = '', startMs, endMs, settings, text }: FoundCue,
  { titleMs, wasTaken }: CueFileOptions,
  report: CueReport,
): void {
  if (endMs < startMs) report.problem(line, 'cue-end-before-start')
  else if (titleMs !== undefined && startMs >= titleMs) report.problem(line, 'cue-outside-title', { seconds: Math.floor(titleMs / 1000) })
  if (Math.max(text.length, settings.length, id.length) > LONGEST_TEXT) report.problem(line, 'cue-text-too-long', { max: LONGEST_TEXT })
  if (wasTaken !== true && hasPrivateUse(withoutTags(text))) report.problem(line, 'cue-private-use')
}

/** A cue without words, or one that is over as it begins, is shown by no player. */
function isShown({ line, startMs, endMs, text }: FoundCue, report: CueReport): boolean {
  if (isEmptyText(text)) report.note(line, 'cue-text-missing')
  else if (endMs === startMs) report.note(line, 'cue-never-shown')
  return !isEmptyText(text) && endMs > startMs
}

/** Mongolian in lines where its file could have said columns: it is shown as written, and its author should look. */
function noteLines({ line, settings, text }: FoundCue, report: CueReport): void {
  if (isMainlyMongolian(text) && !isVerticalSetting(settings)) report.note(line, 'cue-mongolian-horizontal')
}

function tidy(found: FoundFile, report: CueReport): CueFile {
  const shown = found.cues.filter((cue) => isShown(cue, report))
  shown.forEach((cue, at) => {
    noteLines(cue, report)
    if (at > 0 && cue.startMs < (shown[at - 1]?.startMs ?? 0)) report.note(cue.line, 'cue-out-of-order')
  })
  const ids = new Set<string>()
  const cues = shown
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ line, id, ...cue }): Cue => {
      if (id === undefined) return cue
      const isRepeated = ids.has(id)
      if (isRepeated) report.note(line, 'cue-id-repeated')
      ids.add(id)
      return isRepeated ? cue : { id, ...cue }
    })
  return { blocks: found.blocks, cues }
}

/**
 * Reads and checks a cue file of any of the four formats. Refused is what would be shown wrongly or to nobody: every
 * problem with its line, and nothing is taken. What can be mended without guessing is mended and noted.
 */
export function readCueFile(bytes: Uint8Array, options: CueFileOptions = {}): CueFileOutcome {
  const report = createCueReport()
  const refused = (): CueFileOutcome => ({ kind: 'refused', problems: report.problems() })
  if (bytes.length > MOST_BYTES) return { kind: 'refused', problems: [TOO_BIG] }
  const decoded = decodeCueText(bytes)
  if (decoded.kind === 'not-text') report.problem(decoded.line, 'cue-file-not-text')
  if (decoded.kind !== 'text') return refused()
  if (decoded.encoding === 'gb18030') report.note(1, 'cue-encoding-converted')
  const lines = decoded.text.split(/\r\n|\r|\n/)
  const format = cueFormatOf(lines)
  if (format === undefined) {
    report.problem(0, /^[ \t\r\n]*$/.test(decoded.text) ? 'cue-file-empty' : 'cue-format-unknown')
    return refused()
  }
  const found = readFormat(format, decoded.text, lines, report, options.titleMs)
  for (const cue of found.cues.slice(0, MOST_CUES)) checkCue(cue, options, report)
  const excess = found.cues[MOST_CUES]
  if (excess !== undefined) report.problem(excess.line, 'too-many-cues', { max: MOST_CUES })
  for (const { text } of found.blocks) if (text.length > LONGEST_BLOCK) report.problem(0, 'cue-text-too-long', { max: LONGEST_BLOCK })
  if (report.hasProblems()) return refused()
  const file = tidy(found, report)
  if (file.cues.length === 0) report.problem(0, 'cue-file-empty')
  return report.hasProblems() ? refused() : { kind: 'cues', format, file, notes: report.notes() }
}
