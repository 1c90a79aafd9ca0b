import { readTimingLine, writeClock } from '@ulan/contract/cue-times'
import { cueTextOf, typedTextOf } from './cue-text.ts'

/** What somebody may change of a cue. Times in whole milliseconds of the file. */
export type CueWords = {
  readonly startMs: number
  readonly endMs: number
  /** What stands after the times, byte for byte. */
  readonly settings: string
  /** As it is typed: signs are themselves, tags are tags. */
  readonly text: string
}
export type SheetCue = CueWords & {
  /** Never given twice in a sheet, whatever becomes of it. */
  readonly key: number
  readonly id?: string
  /** What stands before it in the file, and is no cue: empty lines, comments. */
  readonly lead: string
  /** As it was read. */
  readonly origin?: CueWords & { readonly raw: string; readonly timing: string; readonly after: number | undefined }
  /** Times that were typed and cannot be read. */
  readonly unread?: { readonly start?: string; readonly end?: string } | undefined
}

/** A WebVTT file to be edited: what nobody touches is written as it was read, byte for byte. */
export type CueSheet = {
  /** All before the first cue: the header, styles, regions, comments. */
  readonly head: string
  readonly cues: readonly SheetCue[]
  readonly tail: string
  /** What ends the file's lines. */
  readonly eol: string
  readonly nextKey: number
  /** The last cue of the file as it was read. */
  readonly lastKey?: number
}

const ARROW = '-->'
/** A line with its end; the last one may have none. */
const LINES = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g
const bodyOf = (line: string): string => line.replace(/[\r\n]+$/, '')

/** Where reading stands; it goes as the server's reader goes (WebVTT §6.1). */
class Reading {
  readonly lines: readonly string[]
  readonly bodies: readonly string[]
  at = 0

  constructor(text: string) {
    this.lines = text.match(LINES) ?? []
    this.bodies = this.lines.map(bodyOf)
  }

  get isOver(): boolean {
    return this.at >= this.lines.length
  }

  body(at = this.at): string {
    return this.bodies[at] ?? ''
  }

  raw(from: number, to: number): string {
    return this.lines.slice(from, to).join('')
  }

  skipTo(isEnd: (body: string) => boolean): void {
    while (!this.isOver && !isEnd(this.body())) this.at++
  }
}

const isBlank = (body: string): boolean => body === ''
const isBlockEnd = (body: string): boolean => body === '' || body.includes(ARROW)
const isComment = (body: string): boolean => /^NOTE(?:[ \t]|$)/.test(body)
const isBlock = (body: string): boolean => /^(?:STYLE|REGION)[ \t]*$/.test(body)

/** The cue at which reading stands, which goes on behind it; undefined for lines that are none, which are passed over. */
function takeCue(
  reading: Reading,
): (Omit<SheetCue, 'key' | 'lead' | 'origin'> & { readonly raw: string; readonly timing: string }) | undefined {
  const first = reading.at
  const hasId = !reading.body().includes(ARROW)
  if (hasId) reading.at++
  const timing = reading.body()
  if (!timing.includes(ARROW)) {
    reading.skipTo(isBlank)
    return undefined
  }
  const times = readTimingLine(timing)
  const from = ++reading.at
  reading.skipTo(isBlockEnd)
  if (times === undefined) return undefined
  const { startMs, endMs, rest } = times
  const text = typedTextOf(reading.bodies.slice(from, reading.at).join('\n'))
  const id = hasId ? { id: reading.body(first) } : {}
  return { ...id, startMs, endMs, settings: rest, text, timing, raw: reading.raw(first, reading.at) }
}

/** Reads WebVTT; what is no cue is kept where it stands. */
export function parseSheet(text: string): CueSheet {
  const reading = new Reading(text)
  const cues: SheetCue[] = []
  let head = ''
  let kept = 0
  reading.skipTo((body) => !isBlank(body))
  reading.at++
  reading.skipTo(isBlockEnd)
  while (!reading.isOver) {
    const from = reading.at
    if (isBlank(reading.body())) reading.at++
    else if (isComment(reading.body())) reading.skipTo(isBlank)
    else if (isBlock(reading.body())) reading.skipTo(isBlockEnd)
    else {
      const found = takeCue(reading)
      if (found === undefined) continue
      const { raw, timing, ...cue } = found
      const lead = reading.raw(kept, from)
      const { startMs, endMs, settings } = cue
      const origin = { startMs, endMs, settings, text: cue.text, raw, timing, after: cues.at(-1)?.key }
      if (cues.length === 0) head = lead
      cues.push({ ...cue, key: cues.length, lead: cues.length === 0 ? '' : lead, origin })
      kept = reading.at
    }
  }
  const rest = reading.raw(kept, reading.lines.length)
  const last = cues.at(-1)
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  if (last === undefined) return { head: rest, cues, tail: '', eol, nextKey: 0 }
  return { head, cues, tail: rest, eol, nextKey: cues.length, lastKey: last.key }
}

function writeCue({ id, startMs, endMs, settings, text, origin }: SheetCue, eol: string): string {
  const isSameTiming = origin?.startMs === startMs && origin.endMs === endMs && origin.settings === settings
  if (isSameTiming && origin.text === text) return origin.raw
  const written = `${writeClock(startMs)} ${ARROW} ${writeClock(endMs)}${settings === '' ? '' : ` ${settings}`}`
  const lines = [...(id === undefined ? [] : [id]), isSameTiming ? origin.timing : written, ...cueTextOf(text).split('\n')]
  return lines.map((line) => `${line}${eol}`).join('')
}

/** What makes the next thing begin after an empty line. */
function gapAfter(written: string, eol: string): string {
  const ends = /(?:\r\n|\r|\n)*$/.exec(written)?.[0].match(/\r\n|\r|\n/g)?.length ?? 0
  return eol.repeat(Math.max(0, 2 - ends))
}

const withoutBlankStart = (lead: string): string => lead.replace(/^[\r\n]+/, '')

type Piece = { readonly text: string; readonly key?: number }

function piecesOf({ head, cues, tail, eol, lastKey }: CueSheet): readonly Piece[] {
  const pieces: Piece[] = [{ text: head }]
  let written = head
  const add = (text: string, key?: number): void => {
    pieces.push(key === undefined ? { text } : { text, key })
    // No more of it is ever looked at than its last two ends of lines.
    written = `${written}${text}`.slice(-4)
  }
  let before: number | undefined
  for (const cue of cues) {
    const isInPlace = cue.origin !== undefined && cue.origin.after === before
    add(isInPlace ? cue.lead : `${gapAfter(written, eol)}${withoutBlankStart(cue.lead)}`)
    add(writeCue(cue, eol), cue.key)
    before = cue.key
  }
  if (before === lastKey) add(tail)
  else add(/^[\r\n]*$/.test(tail) ? '' : `${gapAfter(written, eol)}${withoutBlankStart(tail)}`)
  return pieces
}

/** The file as it is to be kept. */
export const writeSheet = (sheet: CueSheet): string =>
  piecesOf(sheet)
    .map(({ text }) => text)
    .join('')

/** The cue in which a line of the written file lies, which counts from 1. */
export function cueAtLine(sheet: CueSheet, line: number): number | undefined {
  let lines = 0
  for (const { text, key } of piecesOf(sheet)) {
    lines += text.match(LINES)?.length ?? 0
    if (lines >= line) return key
  }
  return undefined
}
