import type { CueReport } from './cue-report.ts'

/** One `Key: value` line of a section, by the columns that its `Format:` line names. */
export type AssRow = { readonly line: number; readonly fields: ReadonlyMap<string, string> }

/** What of an ASS or SSA script says something about cues. */
export type AssScript = {
  /** Line breaks written `\n` are spaces except in this wrap style. */
  readonly wrapStyle: string
  /** SSA counts places in its own way. */
  readonly isSsa: boolean
  readonly styles: readonly AssRow[]
  readonly dialogues: readonly AssRow[]
}

/** Columns of files that name none, as Aegisub writes them. */
const DEFAULT_COLUMNS = {
  style:
    'Name,Fontname,Fontsize,PrimaryColour,SecondaryColour,OutlineColour,BackColour,Bold,Italic,Underline,StrikeOut,ScaleX,ScaleY,Spacing,Angle,BorderStyle,Outline,Shadow,Alignment',
  events: 'Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text',
}

const columnsOf = (list: string): string[] => list.split(',').map((name) => name.replace(/^[ \t]+|[ \t]+$/g, '').toLowerCase())

/** The last column takes the rest, commas and all; its text is not trimmed, the others' blanks mean nothing. */
function fieldsOf(columns: readonly string[], value: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>()
  let at = 0
  for (const [index, name] of columns.entries()) {
    const isLast = index === columns.length - 1
    const comma = isLast ? value.length : value.indexOf(',', at)
    if (comma < 0 || at > value.length) return undefined
    const field = value.slice(at, comma)
    fields.set(name, isLast ? field : field.replace(/^[ \t]+|[ \t]+$/g, ''))
    at = comma + 1
  }
  return fields
}

/** `Key: value`; the key in small letters, one blank after the colon left out. */
function splitLine(line: string): { readonly key: string; readonly value: string } | undefined {
  const colon = line.indexOf(':')
  if (colon <= 0 || colon > 40) return undefined
  const value = line.slice(colon + 1)
  return {
    key: line
      .slice(0, colon)
      .replace(/^[ \t]+|[ \t]+$/g, '')
      .toLowerCase(),
    value: value.startsWith(' ') ? value.slice(1) : value,
  }
}

const SECTION = /^[ \t]*\[([^\]]{1,40})\]/

/** Rows of a script by section; fonts and pictures packed into it are passed over. */
export function readAssScript(lines: readonly string[], report: CueReport): AssScript {
  const columns = { style: columnsOf(DEFAULT_COLUMNS.style), events: columnsOf(DEFAULT_COLUMNS.events) }
  const styles: AssRow[] = []
  const dialogues: AssRow[] = []
  let section = ''
  let wrapStyle = ''
  let isSsa = false
  lines.forEach((text, at) => {
    const line = at + 1
    const title = SECTION.exec(text)?.[1]?.toLowerCase()
    if (title !== undefined) section = title
    if (title?.startsWith('v4 ') === true) isSsa = true
    const entry = title === undefined ? splitLine(text) : undefined
    if (entry === undefined) return
    const { key, value } = entry
    if (section === 'script info' && key === 'wrapstyle') wrapStyle = value
    const kind = section === 'events' ? 'events' : section.startsWith('v4') ? 'style' : undefined
    if (kind === undefined) return
    if (key === 'format') columns[kind] = columnsOf(value)
    if (key !== 'style' && key !== 'dialogue') return
    const fields = fieldsOf(columns[kind], value)
    if (fields !== undefined) (kind === 'style' ? styles : dialogues).push({ line, fields })
    else if (kind === 'events') report.problem(line, 'cue-fields-missing', { count: columns.events.length })
  })
  return { wrapStyle: wrapStyle.replace(/[ \t]+$/, ''), isSsa, styles, dialogues }
}
