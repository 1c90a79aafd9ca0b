import type { CueSheet as KeptSheet } from '@ulan/contract'
import { beginHistory, type CueHistory } from './cue-history.ts'
import { type CueSheet, parseSheet, writeSheet } from './cue-sheet.ts'

/** The file that somebody works from. */
export type CueBase = Pick<KeptSheet, 'trackId' | 'sha256'>

/** One person's work on a file of subtitles that the server keeps. */
export type CueWork = {
  readonly base: CueBase
  readonly history: CueHistory
  /** The sheet as it is saved; none for words of an earlier visit. */
  readonly saved: CueSheet | undefined
  /** What was last sent: it may be kept although no answer came. */
  readonly sent?: CueSheet
  /** Files in whose place newer ones are: they may still be told of for a moment. */
  readonly replaced: readonly string[]
}

const baseOf = ({ trackId, sha256 }: CueBase): CueBase => ({ trackId, sha256 })
const replacedBy = ({ base, replaced }: CueWork, trackId: string): readonly string[] =>
  base.trackId === trackId ? replaced : [...replaced, base.trackId]

/** Work from a file as it is kept, and what came before it. */
export function beginWork(kept: KeptSheet, before?: CueWork): CueWork {
  const sheet = parseSheet(kept.text)
  const replaced = before === undefined ? [] : replacedBy(before, kept.trackId)
  return { base: baseOf(kept), history: beginHistory(sheet), saved: sheet, replaced }
}

/** Work with the unsaved words of an earlier visit. */
export const resumeWork = (draft: CueBase & { readonly text: string }): CueWork => ({
  base: baseOf(draft),
  history: beginHistory(parseSheet(draft.text)),
  saved: undefined,
  replaced: [],
})

export const isUnsaved = ({ history, saved }: CueWork): boolean => history.now !== saved

/** The same words, from another file; `saved`: which of them are in it. */
export const moveOnto = (work: CueWork, kept: CueBase, saved: CueSheet | undefined): CueWork => ({
  ...work,
  base: baseOf(kept),
  saved,
  replaced: replacedBy(work, kept.trackId),
})

/** What was typed while it was being saved stays, and is not saved yet; what the server turned into Unicode is read anew. */
export function afterSave(now: CueWork, sent: CueSheet, kept: KeptSheet): CueWork {
  if (now.history.now === sent && kept.text !== writeSheet(sent)) return beginWork(kept, now)
  return moveOnto(now, kept, sent)
}

/** Whether the server has a file that is neither the one worked from nor one that this was made from. */
export const isOther = ({ base, replaced }: CueWork, { trackId }: CueBase): boolean =>
  trackId !== base.trackId && !replaced.includes(trackId)

/**
 * Goes along with the server as long as nothing typed is lost by it. A file with the words of this work is no colleague's: it
 * was saved from here and the answer was lost, or it comes to the same.
 */
export function followNewest(work: CueWork, newest: KeptSheet): CueWork {
  if (!isOther(work, newest)) return work
  if (newest.sha256 === work.base.sha256) return moveOnto(work, newest, work.saved)
  if (!isUnsaved(work)) return beginWork(newest, work)
  const kept = [work.history.now, work.sent].find((sheet) => sheet !== undefined && writeSheet(sheet) === newest.text)
  return kept === undefined ? work : moveOnto(work, newest, kept)
}
