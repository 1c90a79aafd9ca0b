import type { CueRegion } from './cue-region.ts'

/** Where a region lies: along its lines in shares of the room, down it in px. */
export type RegionPlace = {
  readonly leftPercent: number
  readonly widthPercent: number
  readonly topPx: number
  readonly heightPx: number
}

/** A narrower region would have a word a line, and one without lines nothing at all. */
const LEAST = { widthPercent: 20, lines: 1 } as const

const within = (value: number, most: number): number => Math.max(0, Math.min(value, most))

/**
 * Pins a region to the picture like a note to a board (WebVTT §7.1), in lines of the size that the viewer has chosen. What
 * would lie outside of the room is moved into it.
 */
export function placeOfRegion(region: CueRegion, room: { readonly heightPx: number; readonly linePx: number }): RegionPlace {
  const { anchor, viewportAnchor } = region
  const widthPercent = Math.max(LEAST.widthPercent, region.widthPercent)
  const heightPx = Math.min(room.heightPx, Math.max(LEAST.lines, region.lines) * room.linePx)
  const leftPercent = viewportAnchor.xPercent - (anchor.xPercent * widthPercent) / 100
  const topPx = (viewportAnchor.yPercent * room.heightPx - anchor.yPercent * heightPx) / 100
  return {
    widthPercent,
    heightPx,
    leftPercent: within(leftPercent, 100 - widthPercent),
    topPx: within(topPx, room.heightPx - heightPx),
  }
}

/** A place in a region whose cues do not scroll; it is kept free when its cue goes before one above it. */
export type Slot<T> = { readonly cue: T; readonly isFree: boolean }

/**
 * Who stands where, from the bottom up, after `due` are to be seen: whoever stood there stays, and who comes takes the lowest
 * free place, so that nothing moves that is being read.
 */
export function slotsAfter<T>(before: readonly Slot<T>[], due: readonly T[]): readonly Slot<T>[] {
  const kept = before.map(({ cue }) => ({ cue, isFree: !due.includes(cue) }))
  const coming = due.filter((cue) => !before.some((slot) => slot.cue === cue))
  const slots: Slot<T>[] = []
  for (const slot of kept) {
    const next = slot.isFree ? coming.shift() : undefined
    slots.push(next === undefined ? slot : { cue: next, isFree: false })
  }
  slots.push(...coming.map((cue) => ({ cue, isFree: false })))
  while (slots[slots.length - 1]?.isFree === true) slots.pop()
  return slots
}

/** A box on the screen, px. */
export type Rect = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/**
 * How far lines at the foot have to rise so that they lie over none of the regions; 0 when there is no room above those
 * either, since cues that nobody sees help nobody.
 */
export function riseOverRegions(foot: Rect, regions: readonly Rect[], roomTop: number): number {
  let rise = 0
  // From the lowest up: what it has risen over is behind it.
  for (const region of [...regions].sort((a, b) => b.bottom - a.bottom)) {
    const isBeside = region.right <= foot.left || region.left >= foot.right
    const isApart = region.bottom <= foot.top - rise || region.top >= foot.bottom - rise
    if (!isBeside && !isApart) rise = foot.bottom - region.top
  }
  return foot.top - rise < roomTop ? 0 : rise
}
