import type { Translation } from '@ulan/contract'

/** Someone's unsaved translation: the revision and the Chinese that it was typed for, what stood there, and what is typed. */
export type TranslationEdit = { readonly rev: number; readonly chinese: string; readonly base: string; readonly mine: string }

/** What there is of a translation: what staff propose, else what the release has. */
export const presentText = ({ proposal, shipped }: Translation): string => proposal?.text ?? shipped

export const startEdit = (translation: Translation): TranslationEdit => {
  const text = presentText(translation)
  return { rev: translation.rev, chinese: translation.chinese, base: text, mine: text }
}

export const isDirty = (edit: TranslationEdit): boolean => edit.mine !== edit.base

const isOfToday = (edit: TranslationEdit, { rev, chinese }: Translation): boolean => edit.rev === rev && edit.chinese === chinese

/** Follows the server as long as nothing typed can be lost. */
export const followServer = (edit: TranslationEdit, latest: Translation): TranslationEdit =>
  isDirty(edit) || isOfToday(edit, latest) ? edit : startEdit(latest)

/** Whether somebody changed the translation, or the Chinese, under what is being typed. */
export const isOvertaken = (edit: TranslationEdit, latest: Translation): boolean => isDirty(edit) && !isOfToday(edit, latest)

/** What is typed, laid on top of the newest. */
export const keepMine = (edit: TranslationEdit, latest: Translation): TranslationEdit => ({ ...startEdit(latest), mine: edit.mine })

/** Words for the Chinese of before may still be right: saving them as they are says so. */
export const maySave = (edit: TranslationEdit, latest: Translation): boolean =>
  edit.mine.trim() !== '' && !isOvertaken(edit, latest) && (isDirty(edit) || latest.state === 'stale')

/** Why a translation cannot be passed now; undefined when it can. */
export type ReviewHindrance = 'nothing' | 'unsaved' | 'stale' | 'reviewed' | 'own'

/** `own`: only an administrator passes what they wrote themselves. */
export function reviewHindrance(
  edit: TranslationEdit,
  latest: Translation,
  member: { readonly email: string; readonly isAdministrator: boolean },
): ReviewHindrance | undefined {
  if (isDirty(edit)) return 'unsaved'
  if (latest.state === 'missing') return 'nothing'
  if (latest.state === 'stale' || latest.state === 'reviewed') return latest.state
  return latest.proposal?.proposedBy === member.email && !member.isAdministrator ? 'own' : undefined
}
