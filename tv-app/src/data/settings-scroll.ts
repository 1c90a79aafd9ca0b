/**
 * The first of `count` rows in view, where `inView` of them have room at once: no further from the one before than it takes to
 * have all of row `index` in view, and never so far that room is left empty.
 */
export function firstInView(before: number, index: number, count: number, inView: number): number {
  const least = Math.max(0, index - inView + 1)
  const most = Math.max(0, Math.min(index, count - inView))
  return Math.max(least, Math.min(before, most))
}
