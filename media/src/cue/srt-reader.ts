import { readTimingLine, type TimingLine } from '@ulan/contract/cue-times'
import type { FoundCue, FoundFile } from './cue-file.ts'
import { escapeLooseText, withoutEmptyLines } from './cue-markup.ts'
import type { CueReport } from './cue-report.ts'
import { DEFAULT_PLACE, isMainlyMongolian, type Place, placeOfKey, settingsOfPlace, unknownSettings } from './cue-settings.ts'
import { standardText } from './standard-text.ts'

const isNumber = (line: string): boolean => /^[ \t]*\d{1,9}[ \t]*$/.test(line)
const isBlank = (line: string): boolean => /^[ \t]*$/.test(line)
/** Meant as times: a digit first, an arrow somewhere. */
const isLikeTiming = (line: string): boolean => /^[ \t]*\d/.test(line) && line.includes('->')

type OpenCue = { readonly times: TimingLine; readonly line: number; readonly text: string[] }

/** Tags that WebVTT has too, whatever their letters' case. */
const KEPT_TAG = /^<(\/?)(b|i|u|ruby|rt)>$/i
/** `<font color=…>` and its kind; anything else between `<` and `>` is text. */
const DROPPED_TAG = /^<\/?(?:font|span|s|strike|p|div|center)(?:[ \t/][^<>]*)?>$/i
/** A tag or a block of ASS's codes that tools smuggle into SRT. Both are bounded by their first closing mark. */
const MARKUP = /<[^<>]{1,200}>|\{\\[^{}]{1,200}\}/g

/** Lines of an SRT cue as WebVTT text, and the place that it asks for. */
function convertText(
  lines: readonly string[],
  line: number,
  report: CueReport,
): { readonly text: string; readonly place: Place | undefined } {
  let place: Place | undefined
  const convert = (markup: string): string => {
    if (markup.startsWith('{')) {
      const asked = placeOfKey(Number(/\\an([1-9])/.exec(markup)?.[1]))
      if (asked === undefined) report.note(line, 'cue-style-dropped')
      place ??= asked
      return ''
    }
    const [, slash = '', name = ''] = KEPT_TAG.exec(markup) ?? []
    if (name !== '') return `<${slash}${name.toLowerCase()}>`
    if (/^<br[ \t]*\/?>$/i.test(markup)) return '\n'
    if (!DROPPED_TAG.test(markup)) return escapeLooseText(markup)
    report.note(line, 'cue-style-dropped')
    return ''
  }
  let text = ''
  let at = 0
  const raw = lines.join('\n')
  for (const match of raw.matchAll(MARKUP)) {
    text += escapeLooseText(raw.slice(at, match.index)) + convert(match[0])
    at = match.index + match[0].length
  }
  return { text: withoutEmptyLines(text + escapeLooseText(raw.slice(at))), place }
}

/** What stands after the times: settings that players know are WebVTT's own, `X1:… Y2:…` are pixels of some lost picture. */
function settingsAfterTimes({ rest }: TimingLine, line: number, report: CueReport): string {
  if (isBlank(rest)) return ''
  if (unknownSettings(rest).length === 0) return rest
  report.note(line, 'cue-position-dropped')
  return ''
}

/** SRT has no word for columns: Mongolian gets them. */
function settingsOfText(text: string, place: Place | undefined, line: number, report: CueReport): string {
  if (!isMainlyMongolian(text)) return settingsOfPlace(place ?? DEFAULT_PLACE)
  report.note(line, 'cue-made-vertical')
  return settingsOfPlace(place ?? DEFAULT_PLACE, 'lr')
}

function closeCue({ times, line, text: lines }: OpenCue, report: CueReport): FoundCue {
  const { text: written, place } = convertText(lines, line, report)
  const text = standardText(written, line, report)
  const settings = settingsAfterTimes(times, line, report) || settingsOfText(text, place, line, report)
  return { startMs: times.startMs, endMs: times.endMs, settings, text, line }
}

/** The number of a block whose times are not there: taken as text it would be shown with the cue before. */
const isUntimedBlock = (lines: readonly string[], at: number): boolean => isNumber(lines[at] ?? '') && isBlank(lines[at - 1] ?? '')

/** SRT, which no standard describes: numbers may be missing or wrong, points be commas, empty lines stand inside a cue. */
export function readSrt(lines: readonly string[], report: CueReport): FoundFile {
  const cues: FoundCue[] = []
  let open: OpenCue | undefined
  let isSkipping = false
  const last = lines.findLastIndex((line) => !isBlank(line))
  const close = (): void => {
    if (open !== undefined) cues.push(closeCue(open, report))
    open = undefined
  }
  lines.forEach((line, at) => {
    const times = line.includes('>') ? readTimingLine(line) : undefined
    const next = lines[at + 1] ?? ''
    if (times !== undefined) {
      close()
      open = { times, line: at + 1, text: [] }
      isSkipping = false
    } else if (isLikeTiming(line)) {
      close()
      report.problem(at + 1, 'cue-time-malformed')
      isSkipping = true
    } else if (isNumber(line) && (readTimingLine(next) !== undefined || isLikeTiming(next))) {
      // The number of the cue that comes: nobody needs it.
    } else if (at === last && isUntimedBlock(lines, at)) {
      // The number of a cue that never came.
    } else if (isUntimedBlock(lines, at) || (open === undefined && !isSkipping && !isBlank(line))) {
      close()
      report.problem(at + 1, 'cue-time-missing')
      isSkipping = true
    } else open?.text.push(line)
  })
  close()
  return { blocks: [], cues }
}
