import type { TextSlot } from './text-layout.ts'

export type TextStyle = Pick<TextSlot, 'fontSizePx' | 'pitchPx' | 'least'>

/** Lines of letters that have grown need so much more room, as part of what the letters have. */
const LEADING = 1.2

/**
 * A text style for letters `factor` times as large, px: the lines move apart by what they need, not by as much, since the
 * room on a screen does not grow. Where a text would be cut it may go back to the style it came from. 1 changes nothing.
 */
export function grown(style: TextStyle, factor: number): TextStyle {
  if (factor === 1) return style
  const { fontSizePx, pitchPx } = style
  const more = Math.round(fontSizePx * (factor - 1))
  return { fontSizePx: fontSizePx + more, pitchPx: pitchPx + Math.ceil(more * LEADING), least: { fontSizePx, pitchPx } }
}

/** The same slot at the least size its text may have, for a row that has no room for its words as large as they are wished. */
export const ungrown = ({ least, ...slot }: TextSlot): TextSlot => (least === undefined ? slot : { ...slot, ...least })
