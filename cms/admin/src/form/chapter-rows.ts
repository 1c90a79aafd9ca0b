import { type Chapter, type ChapterKind, chapterProblems, type FieldProblem, formatClock } from '@ulan/contract'

/** A chapter as somebody types it; times as written, right or not. */
export type ChapterRow = { readonly kind: ChapterKind; readonly start: string; readonly end: string }

export const MOST_CHAPTERS = 20
const TENTHS = 10

/** A time as it is typed: `m:ss` or `h:mm:ss`, with tenths where it has some. */
export function clockOf(seconds: number): string {
  const tenths = Math.round(seconds * TENTHS)
  const rest = tenths % TENTHS
  return `${formatClock(Math.floor(tenths / TENTHS))}${rest === 0 ? '' : `.${rest}`}`
}

/** Where the film is, in tenths of a second; never a moment ahead, or the last one would lie beyond its end. */
export const tenthsDown = (seconds: number): number => Math.floor(seconds * TENTHS + 1e-6) / TENTHS

/** Seconds of a typed time, also with the colon and the digits of a Chinese keyboard; undefined for anything else. */
export function parseClock(typed: string): number | undefined {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,2})(\.\d)?$/.exec(typed.normalize('NFKC').trim())
  if (parts === null) return undefined
  const [hours = '0', minutes = '0', seconds = '0', tenth = '.0'] = parts.slice(1)
  if (Number(seconds) > 59 || (parts[1] !== undefined && Number(minutes) > 59)) return undefined
  return Number(`${Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)}${tenth}`)
}

export const rowsOf = (chapters: readonly Chapter[] | undefined): readonly ChapterRow[] =>
  (chapters ?? []).map(({ kind, startSeconds, endSeconds }) => ({ kind, start: clockOf(startSeconds), end: clockOf(endSeconds) }))

function chapterOf({ kind, start, end }: ChapterRow): Chapter | undefined {
  const [startSeconds, endSeconds] = [parseClock(start), parseClock(end)]
  return startSeconds === undefined || endSeconds === undefined ? undefined : { kind, startSeconds, endSeconds }
}

/** The chapters of rows whose times can be read; the others are left out. */
export const chaptersOf = (rows: readonly ChapterRow[]): Chapter[] => rows.flatMap((row) => chapterOf(row) ?? [])

/** In the order of the film, times as they are kept; as they are while a time among them cannot be read. */
export function tidyRows(rows: readonly ChapterRow[]): readonly ChapterRow[] {
  const chapters = chaptersOf(rows)
  if (chapters.length < rows.length) return rows
  return rowsOf(chapters.sort((one, other) => one.startSeconds - other.startSeconds))
}

/** What is wrong with rows, at the paths that the server names; what cannot be read comes before what does not fit. */
export function checkRows(rows: readonly ChapterRow[], filmSeconds: number | undefined): readonly FieldProblem[] {
  const unread = rows.flatMap(({ start, end }, index) => [
    ...timeProblems(start, `chapters.${index}.startSeconds`),
    ...timeProblems(end, `chapters.${index}.endSeconds`),
  ])
  return unread.length > 0 ? unread : chapterProblems(chaptersOf(rows), filmSeconds)
}

function timeProblems(typed: string, path: string): FieldProblem[] {
  if (typed.trim() === '') return [{ path, code: 'required' }]
  return parseClock(typed) === undefined ? [{ path, code: 'chapter-time-malformed' }] : []
}

/** What one more chapter begins with: the place that the film is at, else where the last one ends; the opening comes first. */
export function nextRow(rows: readonly ChapterRow[], filmSeconds: number | undefined): ChapterRow {
  const last = rows.at(-1)
  const start = filmSeconds === undefined ? (last?.end ?? '0:00') : clockOf(tenthsDown(filmSeconds))
  return last === undefined ? { kind: 'opening', start: '0:00', end: '' } : { kind: 'law-explained', start, end: '' }
}
