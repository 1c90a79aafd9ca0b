import { unicodeOf } from '@ulan/contract/menksoft'
import type { CueReport } from './cue-report.ts'

/** A tag, or what stands between tags; a `<` that nothing closes is looked at once. */
const PIECE = /<[^<>]*>|[^<]+/g

/** Changes what stands between the tags of cue text. */
export const inPieces = (text: string, change: (piece: string) => string): string =>
  text.replace(PIECE, (piece) => (piece.startsWith('<') ? piece : change(piece)))

/** Cue text in Unicode: Mongolian in Menksoft's code, which no font of a viewer can draw, becomes letters. Tags stay. */
export function standardText(text: string, line: number, report: CueReport): string {
  const standard = inPieces(text, unicodeOf)
  if (standard !== text) report.note(line, 'cue-menksoft-converted')
  return standard
}
