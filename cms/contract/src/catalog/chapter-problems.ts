import { formatClock } from '../locale/format-time.ts'
import type { FieldProblem } from '../problem/problem-schema.ts'
import type { Chapter } from './chapter.ts'

/**
 * What is wrong with the chapters of a film, at most one thing a field: an end that comes before its start, a chapter
 * before or over the one above it, an end beyond the film. `filmSeconds`: how long the film is, undefined while nobody knows.
 */
export function chapterProblems(chapters: readonly Chapter[], filmSeconds: number | undefined): FieldProblem[] {
  return chapters.flatMap((chapter, index) => [
    ...startProblems(chapter, chapters[index - 1], `chapters.${index}.startSeconds`),
    ...endProblems(chapter, filmSeconds, `chapters.${index}.endSeconds`),
  ])
}

function startProblems({ startSeconds }: Chapter, before: Chapter | undefined, path: string): FieldProblem[] {
  if (before === undefined || startSeconds >= Math.max(before.startSeconds, before.endSeconds)) return []
  if (startSeconds < before.startSeconds) return [{ path, code: 'chapter-out-of-order' }]
  // Whole seconds up: what is said must fit.
  return [{ path, code: 'chapter-overlap', params: { clock: formatClock(Math.ceil(before.endSeconds)) } }]
}

function endProblems({ startSeconds, endSeconds }: Chapter, filmSeconds: number | undefined, path: string): FieldProblem[] {
  if (endSeconds <= startSeconds) return [{ path, code: 'chapter-end-before-start' }]
  if (filmSeconds === undefined || endSeconds <= filmSeconds) return []
  return [{ path, code: 'chapter-beyond-film', params: { clock: formatClock(filmSeconds) } }]
}
