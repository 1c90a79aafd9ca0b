import type { CueSheet, CueWords, SheetCue } from './cue-sheet.ts'
import { isVerticalSetting } from './cue-text.ts'

/** How long a cue stands that nobody has given a length. */
const USUAL_MS = 2_000
const LEAST_MS = 300

type Change = Partial<CueWords> & Pick<Partial<SheetCue>, 'unread'>

/** The same sheet with one cue changed. */
export const changeCue = (sheet: CueSheet, key: number, change: Change): CueSheet => ({
  ...sheet,
  cues: sheet.cues.map((cue) => (cue.key === key ? { ...cue, ...change } : cue)),
})

/** When one more cue stands after another: right behind it, and before the one that follows where there is room. */
function timesAfter(
  before: SheetCue | undefined,
  after: SheetCue | undefined,
  atMs: number | undefined,
): Pick<CueWords, 'startMs' | 'endMs'> {
  const startMs = Math.max(atMs ?? before?.endMs ?? 0, before?.startMs ?? 0)
  const room = (after?.startMs ?? Number.POSITIVE_INFINITY) - startMs
  return { startMs, endMs: startMs + (room >= LEAST_MS ? Math.min(USUAL_MS, room) : USUAL_MS) }
}

/**
 * One more cue behind another, or as the first; in columns like its neighbour. `atMs`: where the film stands, for a cue that
 * is to begin there; it then comes where that is in the order of time.
 */
export function addCue(sheet: CueSheet, afterKey: number | undefined, isVertical: boolean, atMs?: number): CueSheet {
  const { cues, nextKey } = sheet
  const index = atMs === undefined ? cues.findIndex(({ key }) => key === afterKey) : cues.findLastIndex(({ startMs }) => startMs <= atMs)
  const before = cues[index]
  const isColumn = before === undefined ? isVertical : isVerticalSetting(before.settings)
  const times = timesAfter(before, cues[index + 1], atMs)
  const added: SheetCue = { ...times, key: nextKey, lead: '', settings: isColumn ? 'vertical:lr' : '', text: '' }
  return { ...sheet, cues: [...cues.slice(0, index + 1), added, ...cues.slice(index + 1)], nextKey: nextKey + 1 }
}

/** Without a cue; a comment before it stays where it was. */
export function removeCue(sheet: CueSheet, key: number): CueSheet {
  const index = sheet.cues.findIndex((cue) => cue.key === key)
  const removed = sheet.cues[index]
  if (removed === undefined) return sheet
  const left = sheet.cues.filter((cue) => cue.key !== key)
  const isComment = removed.lead.trim() !== ''
  if (!isComment) return { ...sheet, cues: left }
  const next = left[index]
  if (next === undefined) return { ...sheet, cues: left, tail: removed.lead + sheet.tail }
  return { ...sheet, cues: left.map((cue) => (cue === next ? { ...cue, lead: removed.lead + cue.lead } : cue)) }
}

/** By how much a cue and all behind it can be earlier until one of them begins with the film. */
export function roomBefore({ cues }: CueSheet, key: number): number {
  const moved = cues.slice(cues.findIndex((cue) => cue.key === key))
  return moved.reduce((least, { startMs }) => Math.min(least, startMs), Number.POSITIVE_INFINITY)
}

/** A cue and all behind it earlier or later; none begins before the film. */
export function shiftFrom(sheet: CueSheet, key: number, byMs: number): CueSheet {
  const index = sheet.cues.findIndex((cue) => cue.key === key)
  const moved = sheet.cues.slice(index)
  const ms = Math.max(byMs, -roomBefore(sheet, key))
  const shifted = moved.map((cue) => ({ ...cue, startMs: cue.startMs + ms, endMs: Math.max(0, cue.endMs + ms) }))
  return { ...sheet, cues: [...sheet.cues.slice(0, index), ...shifted] }
}

/** In the order of time; cues of one time stay as they are, and nothing is made anew that is in order. */
export function sortCues(sheet: CueSheet): CueSheet {
  const isSorted = sheet.cues.every(({ startMs }, at) => at === 0 || startMs >= (sheet.cues[at - 1]?.startMs ?? 0))
  return isSorted ? sheet : { ...sheet, cues: sheet.cues.toSorted((one, other) => one.startMs - other.startMs) }
}

/** The next cue after one whose text has some words, from the beginning again; undefined when none has. */
export function findCue({ cues }: CueSheet, words: string, afterKey: number | undefined): SheetCue | undefined {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return undefined
  const from = cues.findIndex(({ key }) => key === afterKey) + 1
  return [...cues.slice(from), ...cues.slice(0, from)].find(({ text }) => text.toLowerCase().includes(wanted))
}

/** Later or earlier as a whole, as it lies over a film that begins before it. */
export const movedBy = (sheet: CueSheet, ms: number): CueSheet => ({
  ...sheet,
  cues: sheet.cues
    .filter(({ endMs }) => endMs + ms > 0)
    .map((cue) => ({ ...cue, startMs: Math.max(0, cue.startMs + ms), endMs: cue.endMs + ms })),
})
