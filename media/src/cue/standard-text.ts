import { unicodeOf } from '@ulan/contract/menksoft'
import type { CueReport } from './cue-report.ts'

/** A tag, or what stands between tags; a `<` that nothing closes is looked at once. */
const PIECE = /<[^<>]*>|[^<]+/g

/** Cue text in Unicode: Mongolian in Menksoft's code, which no font of a viewer can draw, becomes letters. Tags stay. */
export function standardText(text: string, line: number, report: CueReport): string {
  const standard = text.replace(PIECE, (piece) => (piece.startsWith('<') ? piece : unicodeOf(piece)))
  if (standard !== text) report.note(line, 'cue-menksoft-converted')
  return standard
}
