import { isIdeographic } from './script.ts'
import type { Measure } from './wrap.ts'

/**
 * A stretch of one column. `rotated` lies on its side, as Mongolian and Latin do; `upright` stands in one cell: a hanzi,
 * or a number of one or two digits standing alone.
 */
export type Run = { readonly kind: 'rotated' | 'upright'; readonly text: string }

const NUMBER_CELL = /^\d{1,2}$/

/** Cuts the text of one column into runs, in order. */
export function splitRuns(text: string): readonly Run[] {
  const runs: { kind: Run['kind']; text: string }[] = []
  for (const piece of text.match(/\d+|[\s\S]/gu) ?? []) {
    const kind = isIdeographic(piece) ? 'upright' : 'rotated'
    const last = runs.at(-1)
    if (kind === 'rotated' && last?.kind === 'rotated') last.text += piece
    else runs.push({ kind, text: piece })
  }
  return runs.map((run) => (NUMBER_CELL.test(run.text) ? { ...run, kind: 'upright' } : run))
}

/** Length of a text standing in a column, in px; upright cells are one em each. */
export function measureColumn(text: string, fontSizePx: number, measure: Measure): number {
  return splitRuns(text).reduce((sum, run) => sum + runLength(run, fontSizePx, measure), 0)
}

export const runLength = (run: Run, fontSizePx: number, measure: Measure): number =>
  run.kind === 'upright' ? fontSizePx : measure(run.text)
