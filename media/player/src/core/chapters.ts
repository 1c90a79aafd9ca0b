import type { Chapter, ChapterKind } from '@ulan/contract'

/** So long the way past an opening is offered over the film alone: long enough to find the remote, then it only hides the picture. */
const OFFER_SECONDS = 8
/** A press comes a moment after its place, and a seek may land a frame before it: that near, a chapter counts as begun. */
const NEAR_SECONDS = 1

/** The chapter that a place in the film lies in, if any. Times are seconds from the film's start. */
export const chapterAt = (chapters: readonly Chapter[], seconds: number): Chapter | undefined =>
  chapters.find(({ startSeconds, endSeconds }) => seconds >= startSeconds && seconds < endSeconds)

/**
 * The opening that a viewer may skip now, to its `endSeconds`: with the controls as long as it plays, without them in its
 * first seconds alone.
 */
export function offeredOpening(chapters: readonly Chapter[], seconds: number, areControlsShown: boolean): Chapter | undefined {
  const chapter = chapterAt(chapters, seconds)
  if (chapter?.kind !== 'opening') return undefined
  return areControlsShown || seconds < chapter.startSeconds + OFFER_SECONDS ? chapter : undefined
}

/** Only the names still come: whoever has seen enough may go on. */
export const isInCredits = (chapters: readonly Chapter[], seconds: number): boolean => chapterAt(chapters, seconds)?.kind === 'credits'

/** Where to go on with a film that is left at `seconds`: from its start where only the names still came. */
export const placeToResume = (chapters: readonly Chapter[], seconds: number): number => (isInCredits(chapters, seconds) ? 0 : seconds)

/** Where the law is explained next: after this place, or from the beginning again past the last one; undefined where it never is. */
export function nextLawExplained(chapters: readonly Chapter[], seconds: number): Chapter | undefined {
  const explained = chapters.filter(({ kind }) => kind === 'law-explained')
  return explained.find(({ startSeconds }) => startSeconds > seconds + NEAR_SECONDS) ?? explained[0]
}

/** A chapter on a time line, as fractions of it from 0 to 1. */
export type ChapterSpan = { readonly kind: ChapterKind; readonly from: number; readonly to: number }

/** Where chapters lie on the time line of a film of this length; none while the length is unknown. */
export function chapterSpans(chapters: readonly Chapter[], durationSeconds: number): readonly ChapterSpan[] {
  if (!(durationSeconds > 0)) return []
  const fraction = (seconds: number): number => Math.max(0, Math.min(1, seconds / durationSeconds))
  return chapters.map(({ kind, startSeconds, endSeconds }) => ({ kind, from: fraction(startSeconds), to: fraction(endSeconds) }))
}
