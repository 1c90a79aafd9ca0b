import type { FoundCue } from './cue-file.ts'
import { PLAIN, type TextStyle, withoutEmptyLines, writeRuns } from './cue-markup.ts'
import type { CueReport } from './cue-report.ts'
import { standardText } from './standard-text.ts'
import { collapseSpace, type SpacedRun } from './ttml-space.ts'
import { regionSettings, saysPlace, styleOfElement, type TtmlHead, type TtmlStyle, textStyleOf } from './ttml-style.ts'
import { readTtmlTime, type TtmlRates } from './ttml-time.ts'
import type { XmlElement } from './ttml-xml.ts'

/** When an element is there, in milliseconds of the title. `endMs` is Infinity where nothing has said one. */
type Interval = { readonly startMs: number; readonly endMs: number; readonly isBroken: boolean }

/** An open element of the body with all that its children inherit. */
type Level = Interval & {
  readonly element: XmlElement
  readonly style: TextStyle
  readonly settings: string
  readonly isSequence: boolean
  readonly keepsSpace: boolean
  /** Whether times were stated here or further up. */
  readonly isTimed: boolean
  /** Runs of the cue that this element is; those without go to the one above. */
  readonly runs: SpacedRun[] | undefined
  /** End of the last child: where the next one of a sequence begins. */
  childEndMs: number
}

/** The body as far as it has been read. */
export type TtmlBody = { readonly cues: FoundCue[]; readonly levels: Level[] }
/** What stands outside of the body and counts for all of it. */
export type TtmlContext = { readonly head: TtmlHead; rates: TtmlRates; readonly report: CueReport; readonly titleMs: number | undefined }

const TIMES = ['begin', 'end', 'dur'] as const

/** TTML2 §12: times count from the parent's start, or from the last sibling's end in a sequence, and end with the parent. */
function intervalOf({ attributes, line }: XmlElement, above: Level | undefined, { rates, report }: TtmlContext): Interval {
  const stated = TIMES.map((name) => attributes.get(name))
  const [begin, end, duration] = stated.map((text) => (text === undefined ? undefined : readTtmlTime(text, rates)))
  const isBroken = stated.some((text) => text !== undefined && readTtmlTime(text, rates) === undefined)
  if (isBroken) report.problem(line, 'cue-time-malformed')
  const zeroMs = above === undefined ? 0 : above.isSequence ? above.childEndMs : above.startMs
  const startMs = zeroMs + (begin ?? 0)
  const endMs = Math.min(end === undefined ? Infinity : zeroMs + end, duration === undefined ? Infinity : startMs + duration)
  return { startMs, endMs: Math.min(endMs, above?.endMs ?? Infinity), isBroken }
}

function settingsOf({ attributes }: XmlElement, style: TtmlStyle, head: TtmlHead, inherited: string): string {
  const region = head.regions.get(attributes.get('region') ?? '')
  if (region === undefined && !saysPlace(style)) return inherited
  return regionSettings(new Map([...(region ?? []), ...style]), head)
}

export function openContent(element: XmlElement, body: TtmlBody, context: TtmlContext): void {
  const above = body.levels.at(-1)
  const style = styleOfElement(element, context.head)
  const interval = intervalOf(element, above, context)
  const isTimed = TIMES.some((name) => element.attributes.has(name))
  const space = element.attributes.get('space')
  body.levels.push({
    ...interval,
    element,
    style: textStyleOf(above?.style ?? PLAIN, style),
    settings: settingsOf(element, style, context.head, above?.settings ?? ''),
    isSequence: element.attributes.get('timeContainer') === 'seq',
    keepsSpace: space === undefined ? (above?.keepsSpace ?? false) : space === 'preserve',
    isTimed: isTimed || (above?.isTimed ?? false),
    runs: element.name === 'p' || (element.name === 'span' && isTimed) ? [] : undefined,
    childEndMs: interval.startMs,
  })
}

/** Text goes to the cue that it stands in; between cues it is nobody's. */
export function addText(text: string, { levels }: TtmlBody): void {
  const level = levels.at(-1)
  const owner = levels.findLast(({ runs }) => runs !== undefined)
  if (level !== undefined) owner?.runs?.push({ text, style: level.style, keepsSpace: level.keepsSpace })
}

function cueOf(level: Level, endMs: number | undefined, { report }: TtmlContext): FoundCue | undefined {
  const { line, attributes } = level.element
  const text = standardText(withoutEmptyLines(writeRuns(collapseSpace(level.runs ?? []))), line, report)
  const id = attributes.get('id')
  // Spaces between timed spans are no cue; broken times have been told of.
  if (text === '' || level.isBroken) return undefined
  if (level.isTimed && endMs !== undefined) {
    const times = { startMs: Math.round(level.startMs), endMs: Math.round(endMs) }
    return { ...(id === undefined ? {} : { id }), ...times, settings: level.settings, text, line }
  }
  report.problem(line, level.isTimed ? 'cue-end-missing' : 'cue-time-missing')
  return undefined
}

/** Ends the innermost element if it is this one. */
export function closeContent(element: XmlElement, { cues, levels }: TtmlBody, context: TtmlContext): void {
  const level = levels.at(-1)
  if (level?.element !== element) return
  levels.pop()
  const above = levels.at(-1)
  if (above !== undefined) above.childEndMs = Math.max(above.childEndMs, level.endMs === Infinity ? level.childEndMs : level.endMs)
  if (level.runs === undefined) return
  const cue = cueOf(level, level.endMs === Infinity ? context.titleMs : level.endMs, context)
  if (cue !== undefined) cues.push(cue)
}
