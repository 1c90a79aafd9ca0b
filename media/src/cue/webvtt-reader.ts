import { readTimingLine } from '@ulan/contract/cue-times'
import type { CueBlock, FoundCue, FoundFile } from './cue-file.ts'
import type { CueReport } from './cue-report.ts'
import { unknownSettings } from './cue-settings.ts'
import { standardText } from './standard-text.ts'

const ARROW = '-->'
const isComment = (line: string): boolean => /^NOTE(?:[ \t]|$)/.test(line)
const blockKind = (line: string): CueBlock['kind'] | undefined => {
  const word = /^(STYLE|REGION)[ \t]*$/.exec(line)?.[1]
  return word === undefined ? undefined : word === 'STYLE' ? 'style' : 'region'
}

/** Where reading stands, and what it has found so far. */
type Reading = {
  readonly lines: readonly string[]
  readonly report: CueReport
  readonly blocks: CueBlock[]
  readonly cues: FoundCue[]
  at: number
}

/** Lines up to the next empty one, or to one that a cue's times could stand in (WebVTT §6.1, "collect a block"). */
function takeLines(reading: Reading): string[] {
  const taken: string[] = []
  for (; reading.at < reading.lines.length; reading.at++) {
    const line = reading.lines[reading.at] ?? ''
    if (line === '' || line.includes(ARROW)) break
    taken.push(line)
  }
  return taken
}

function skipBlock(reading: Reading): void {
  while (reading.at < reading.lines.length && reading.lines[reading.at] !== '') reading.at++
}

/** The header ends with the first empty line. Its own map of times is for a segment that this file does not belong to. */
function readHeader(reading: Reading): void {
  reading.at++
  const first = reading.at
  takeLines(reading).forEach((line, index) => {
    if (line.startsWith('X-TIMESTAMP-MAP=')) reading.report.note(first + index + 1, 'cue-map-replaced')
  })
}

function readBlock(reading: Reading, kind: CueBlock['kind']): void {
  const line = reading.at + 1
  const text = takeLines(reading).join('\n')
  // Players read styles and regions before the first cue only (§6.1): what they would not see is not sent to them.
  if (reading.cues.length > 0) reading.report.note(line, 'cue-block-late')
  else reading.blocks.push({ kind, text })
}

/** Notes about settings; the settings themselves stay as they are, whatever they say. */
function noteSettings({ report }: Reading, line: number, settings: string): void {
  for (const setting of unknownSettings(settings)) report.note(line, 'cue-setting-unknown', { setting: setting.slice(0, 40) })
}

function readCue(reading: Reading): void {
  const { lines, report } = reading
  const first = lines[reading.at] ?? ''
  const hasId = !first.includes(ARROW)
  if (hasId) reading.at++
  const timing = lines[reading.at] ?? ''
  const line = reading.at + 1
  if (!timing.includes(ARROW)) {
    report.problem(line - 1, 'cue-time-missing')
    skipBlock(reading)
    return
  }
  const times = readTimingLine(timing)
  if (times === undefined) report.problem(line, 'cue-time-malformed')
  reading.at++
  const text = takeLines(reading).join('\n')
  if (reading.at < lines.length && lines[reading.at] !== '') report.note(reading.at + 1, 'cue-blank-line-missing')
  if (times === undefined) return
  noteSettings(reading, line, times.rest)
  reading.cues.push({
    ...(hasId ? { id: first } : {}),
    startMs: times.startMs,
    endMs: times.endMs,
    settings: times.rest,
    text: standardText(text, line, report),
    line,
  })
}

/** WebVTT as its specification's parser reads it, except that what that one passes over in silence is said. Comments are left out. */
export function readWebVtt(lines: readonly string[], report: CueReport): FoundFile {
  const reading: Reading = { lines, report, blocks: [], cues: [], at: 0 }
  while (lines[reading.at] === '') reading.at++
  readHeader(reading)
  while (reading.at < lines.length) {
    const line = lines[reading.at] ?? ''
    const kind = blockKind(line)
    if (line === '') reading.at++
    else if (isComment(line)) skipBlock(reading)
    else if (kind !== undefined) readBlock(reading, kind)
    else readCue(reading)
  }
  return reading
}
