import { type FieldProblem, hasPrivateUse, type Role, type Translation, type TranslationProposal } from '@ulan/contract'
import { unicodeOf } from '@ulan/contract/menksoft'
import { findHoleProblems } from '@ulan/contract/texts'

type Signed = { readonly by: string; readonly at: string }

/** What forbids a text as the translation of a Chinese one, by its field. */
export function findTextProblems(chinese: string, text: string): FieldProblem[] {
  if (text === '') return [{ path: 'text', code: 'required' }]
  return [...(hasPrivateUse(text) ? [{ path: 'text', code: 'private-use' }] : []), ...findHoleProblems(chinese, text, 'text')]
}

/** A translation as it is kept: Mongolian pasted in Menksoft's code, as older documents have it, turned into Unicode. */
export const inStandardCode = ({ locale }: Translation, text: string): string => (locale === 'mn-Mong' ? unicodeOf(text) : text)

/** The next proposal for a text, or undefined when that stands there already, for the Chinese of today. */
export function proposed({ proposal, shipped, chinese }: Translation, text: string, { by, at }: Signed): TranslationProposal | undefined {
  const isThere = proposal === undefined ? text === shipped : text === proposal.text && proposal.chinese === chinese
  return isThere ? undefined : { text, chinese, state: 'proposed', proposedBy: by, proposedAt: at }
}

/** The text that somebody passes: the proposal, or the release's own where there is none. */
export const textToReview = ({ proposal, shipped }: Translation): string => proposal?.text ?? shipped

/**
 * Whether somebody may pass a text: whoever wrote it may not, as a second pair of eyes is the point of it. An administrator
 * may: an office of one person would never have a reviewed text.
 */
export const mayReview = ({ proposal }: Translation, member: { readonly email: string; readonly role: Role }): boolean =>
  proposal?.proposedBy !== member.email || member.role === 'administrator'

/** The same with the name of who passed it; undefined when somebody has passed it already. */
export function reviewed(translation: Translation, { by, at }: Signed): TranslationProposal | undefined {
  const { proposal, chinese, state } = translation
  if (state === 'reviewed') return undefined
  const text = textToReview(translation)
  return { ...proposal, text, chinese, state: 'reviewed', reviewedBy: by, reviewedAt: at }
}
