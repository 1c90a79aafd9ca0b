import { readClock } from '@ulan/contract/cue-times'
import { type AssRow, readAssScript } from './ass-script.ts'
import { type AssStyle, assStyles, DEFAULT_STYLE, styleName } from './ass-style.ts'
import { readAssText } from './ass-text.ts'
import type { FoundCue, FoundFile } from './cue-file.ts'
import { isEmptyText, withoutEmptyLines, writeRuns } from './cue-markup.ts'
import type { CueReport } from './cue-report.ts'
import { isMainlyMongolian, settingsOfPlace, type Vertical } from './cue-settings.ts'
import { standardText } from './standard-text.ts'

/**
 * ASS turns glyphs and leaves the order of columns to the eye: Chinese goes from right to left. Mongolian goes from left to
 * right, and into columns even where the script lays it down in lines.
 */
function columnsOf(style: AssStyle, text: string, line: number, report: CueReport): Vertical | undefined {
  const isMongolian = isMainlyMongolian(text)
  if (isMongolian && !style.isVertical) report.note(line, 'cue-made-vertical')
  if (isMongolian) return 'lr'
  return style.isVertical ? 'rl' : undefined
}

type Context = { readonly styles: ReadonlyMap<string, AssStyle>; readonly wrapStyle: string; readonly report: CueReport }

function readDialogue({ line, fields }: AssRow, { styles, wrapStyle, report }: Context): FoundCue | undefined {
  const startMs = readClock(fields.get('start') ?? '')
  const endMs = readClock(fields.get('end') ?? '')
  if (startMs === undefined || endMs === undefined) {
    report.problem(line, 'cue-time-malformed')
    return undefined
  }
  const own = styles.get(styleName(fields.get('style'))) ?? styles.get('Default') ?? DEFAULT_STYLE
  const { runs, style, ...lost } = readAssText(fields.get('text') ?? '', own, styles, wrapStyle)
  const text = standardText(withoutEmptyLines(writeRuns(runs)), line, report)
  if (lost.hasDrawing) report.note(line, 'cue-drawing-dropped')
  // A drawing alone is no cue whose words are missing.
  if (lost.hasDrawing && isEmptyText(text)) return undefined
  if (lost.hasLostStyle) report.note(line, 'cue-style-dropped')
  if (lost.hasLostPlace) report.note(line, 'cue-position-dropped')
  return { startMs, endMs, settings: settingsOfPlace(style.place, columnsOf(style, text, line, report)), text, line }
}

/** The same words at the same time are layers of one glow or shadow. */
function withoutLayers(cues: readonly FoundCue[], report: CueReport): FoundCue[] {
  const seen = new Set<string>()
  return cues.filter(({ startMs, endMs, text, line }) => {
    const key = `${startMs} ${endMs} ${text}`
    if (seen.has(key)) report.note(line, 'cue-duplicate-dropped')
    return !seen.has(key) && seen.add(key)
  })
}

/** ASS and SSA, reduced to what WebVTT says: words, lines, bold, italic, underline, place and columns. */
export function readAss(lines: readonly string[], report: CueReport): FoundFile {
  const script = readAssScript(lines, report)
  const context = { styles: assStyles(script), wrapStyle: script.wrapStyle, report }
  const cues = script.dialogues.map((row) => readDialogue(row, context)).filter((cue) => cue !== undefined)
  return { blocks: [], cues: withoutLayers(cues, report) }
}
