import { isVertical, type Locale } from '@ulan/contract'
import type { CueRegion } from './cue-region.ts'

/** Settings of a WebVTT cue, as browsers read them (WebVTT §3.2). */
export type CueSettings = {
  /** `lr`: columns from left to right; empty: lines. */
  readonly vertical: string
  readonly line: number | 'auto'
  readonly snapToLines: boolean
  readonly position: number | 'auto'
  readonly align: string
  /** Room along its lines, % of the picture. */
  readonly size: number
}

/**
 * Where a cue stands. Cues without a place of their own share an area: lines the foot of the picture, columns its left edge.
 * `lengthPercent` is the room along its lines, `xPercent` and `yPercent` are of the picture too; `anchor` is the part of the
 * cue that lies there, along its lines. In a region `lengthPercent` and `leftPercent` are of its width.
 */
export type CuePlace = { readonly flow: 'lines' | 'columns'; readonly lengthPercent: number } & (
  | { readonly area: 'shared' }
  | { readonly area: 'own'; readonly xPercent: number; readonly yPercent: number; readonly anchor: CueAnchor }
  | { readonly area: 'region'; readonly region: CueRegion; readonly leftPercent: number; readonly anchor: CueAnchor }
)
export type CueAnchor = 'start' | 'center' | 'end'

/** A line of text with its gap takes about so much of a picture's height. */
const LINE_PERCENT = 6.5
/** Nothing nearer to an edge than televisions cut off. */
const SAFE_PERCENT = { least: 5, most: 95 } as const

/** A narrower cue would have a word a line. */
const LEAST_LENGTH_PERCENT = 20

const safe = (percent: number): number => Math.min(SAFE_PERCENT.most, Math.max(SAFE_PERCENT.least, percent))

function anchorOf(align: string): CueAnchor {
  if (align === 'start' || align === 'left') return 'start'
  return align === 'end' || align === 'right' ? 'end' : 'center'
}

/** Along the lines: where the anchor lies when the cue does not say. */
const POSITIONS = { start: 0, center: 50, end: 100 } as const

/** Along the lines of a region: as much room as there is on both sides of the cue's anchor, so that no word is cut off. */
function placeInRegion(cue: CueSettings, region: CueRegion): CuePlace {
  const anchor = anchorOf(cue.align)
  const along = cue.position === 'auto' ? POSITIONS[anchor] : cue.position
  const room = { start: 100 - along, center: 2 * Math.min(along, 100 - along), end: along }[anchor]
  const lengthPercent = Math.max(LEAST_LENGTH_PERCENT, room)
  const left = along - { start: 0, center: lengthPercent / 2, end: lengthPercent }[anchor]
  const leftPercent = Math.max(0, Math.min(100 - lengthPercent, left))
  return { flow: 'lines', area: 'region', region, anchor, lengthPercent, leftPercent }
}

/**
 * The place that a cue asks for. Traditional Mongolian stands in columns even where its file forgot to say so; of columns
 * that run from right to left there are none in our languages, and they run from left to right. A cue in columns, or with a
 * line or a size of its own, does not stand in its region (WebVTT §3).
 */
export function placeOfCue(cue: CueSettings, locale: Locale, region?: CueRegion): CuePlace {
  const flow = cue.vertical !== '' || isVertical(locale) ? 'columns' : 'lines'
  // Columns of a file that meant lines: its places are those of lines.
  if (flow === 'columns' && cue.vertical === '') return { flow, area: 'shared', lengthPercent: 100 }
  const isFree = flow === 'lines' && cue.line === 'auto' && cue.size === 100
  if (region !== undefined && isFree) return placeInRegion(cue, region)
  const lengthPercent = Math.max(LEAST_LENGTH_PERCENT, cue.size)
  if (cue.line === 'auto') return { flow, area: 'shared', lengthPercent }
  const across = cue.snapToLines ? cue.line * LINE_PERCENT + (cue.line < 0 ? 100 : 0) : cue.line
  // The last line is where all others stand.
  if (cue.snapToLines && cue.line === -1) return { flow, area: 'shared', lengthPercent }
  const anchor = anchorOf(cue.align)
  const along = cue.position === 'auto' ? POSITIONS[anchor] : cue.position
  return flow === 'lines'
    ? { flow, area: 'own', lengthPercent, anchor, xPercent: safe(along), yPercent: safe(across) }
    : { flow, area: 'own', lengthPercent, anchor, xPercent: safe(across), yPercent: safe(along) }
}

/** Sizes that a viewer can choose, as shares of the height of the picture. */
export const CUE_SIZES = { small: 0.042, medium: 0.054, large: 0.068, huge: 0.085 } as const
export type CueSize = keyof typeof CUE_SIZES

export const isCueSize = (value: unknown): value is CueSize => Object.keys(CUE_SIZES).some((size) => size === value)
