import { hasPrivateUse } from '@ulan/contract'
import type { CueSheet, SheetCue } from './cue-sheet.ts'
import { isEmptyText } from './cue-text.ts'

/** What keeps a cue from being saved; keys under `cues.wrong`. */
export type CueWrong = 'time-unread' | 'end-before-start' | 'beyond-film' | 'empty' | 'too-long' | 'private-use'
/** What is mended on saving; keys under `cues.note`. */
export type CueNote = 'out-of-order' | 'menksoft'
export type CueFindings = { readonly wrongs: readonly CueWrong[]; readonly notes: readonly CueNote[] }

/** As the server has it, UTF-16 units. */
const LONGEST_TEXT = 4000
/** Menksoft's code, which the server turns into Unicode. */
const MENKSOFT = /[\ue234-\ue34f]/g

const NOTHING: CueFindings = { wrongs: [], notes: [] }

function findingsOf(cue: SheetCue, before: SheetCue | undefined, filmMs: number | undefined): CueFindings {
  const { startMs, endMs, text, unread } = cue
  const wrongs: readonly (CueWrong | false)[] = [
    unread !== undefined && 'time-unread',
    endMs <= startMs && 'end-before-start',
    filmMs !== undefined && startMs >= filmMs && 'beyond-film',
    isEmptyText(text) && 'empty',
    text.length > LONGEST_TEXT && 'too-long',
    hasPrivateUse(text.replace(MENKSOFT, '')) && 'private-use',
  ]
  const notes: readonly (CueNote | false)[] = [
    before !== undefined && startMs < before.startMs && 'out-of-order',
    text.search(MENKSOFT) >= 0 && 'menksoft',
  ]
  const found = { wrongs: wrongs.filter((one) => one !== false), notes: notes.filter((one) => one !== false) }
  return found.wrongs.length + found.notes.length === 0 ? NOTHING : found
}

/** What is to be said of cues, by key; of most there is nothing. `filmMs`: the film's length on the clock of the file. */
export function checkCues({ cues }: CueSheet, filmMs: number | undefined): ReadonlyMap<number, CueFindings> {
  const found = new Map<number, CueFindings>()
  cues.forEach((cue, at) => {
    const findings = findingsOf(cue, cues[at - 1], filmMs)
    if (findings !== NOTHING) found.set(cue.key, findings)
  })
  return found
}
