import {
  done,
  type Outcome,
  type Refusal,
  refuse,
  type ShippedText,
  type Translation,
  type TranslationId,
  type TranslationPatch,
  type TranslationProposal,
  type TranslationReview,
} from '@ulan/contract'
import { findTextProblems, inStandardCode, mayReview, proposed, reviewed, textToReview } from '../domain/translation/changed-proposal.ts'
import { presentTranslation } from '../domain/translation/present-translation.ts'
import type { TranslationStore } from './ports.ts'
import type { StaffMember } from './staff-ports.ts'

/** Texts of this release by their id; they do not change while a process runs. */
export type ShippedTexts = ReadonlyMap<TranslationId, ShippedText>
export type TranslationNeeds = { readonly shipped: ShippedTexts; readonly translations: TranslationStore; clock(): Date }

type Seen = { readonly shipped: ShippedText; readonly translation: Translation }

/** A text at the revision, and with the Chinese, that its editor saw. */
async function readSeen(
  { shipped, translations }: TranslationNeeds,
  id: TranslationId,
  seen: { readonly rev: number; readonly chinese?: string },
): Promise<Seen | Refusal> {
  const text = shipped.get(id)
  if (text === undefined) return refuse('not-found')
  const translation = presentTranslation(text, await translations.readOne(id))
  if (translation.rev !== seen.rev) return refuse('stale-revision')
  return seen.chinese === undefined || seen.chinese === translation.chinese ? { shipped: text, translation } : refuse('chinese-changed')
}

/** Stores what comes next, with who did it; nothing is proposed any more where that is left out. */
async function keep(
  { translations, clock }: TranslationNeeds,
  { shipped, translation }: Seen,
  proposal: TranslationProposal | undefined,
  member: StaffMember,
): Promise<Outcome<Translation>> {
  const { id, proposal: before } = translation
  const kept = { id, rev: translation.rev + 1, ...(proposal && { proposal }) }
  const change = { id, rev: kept.rev, changedAt: clock().toISOString(), changedBy: member.email }
  const isKept = await translations.replaceRevision(kept, { ...change, ...(before && { before }), ...(proposal && { after: proposal }) })
  return isKept ? done(presentTranslation(shipped, kept)) : refuse('stale-revision')
}

/** Writes a translation for somebody else to review; one that stands there already changes nothing. */
export async function proposeTranslation(
  needs: TranslationNeeds,
  id: TranslationId,
  patch: TranslationPatch,
  member: StaffMember | undefined,
): Promise<Outcome<Translation>> {
  if (member === undefined) return refuse('not-allowed')
  const seen = await readSeen(needs, id, patch)
  if ('kind' in seen) return seen
  const { translation } = seen
  const text = inStandardCode(translation, patch.text)
  const problems = findTextProblems(translation.chinese, text)
  if (problems.length > 0) return refuse('invalid-request', problems)
  const next = proposed(translation, text, { by: member.email, at: needs.clock().toISOString() })
  return next === undefined ? done(translation) : await keep(needs, seen, next, member)
}

/** Passes exactly the text that was read, for exactly the Chinese that stood beside it. */
export async function reviewTranslation(
  needs: TranslationNeeds,
  id: TranslationId,
  review: TranslationReview,
  member: StaffMember | undefined,
): Promise<Outcome<Translation>> {
  if (member === undefined) return refuse('not-allowed')
  const seen = await readSeen(needs, id, review)
  if ('kind' in seen) return seen
  const { translation } = seen
  if (translation.state === 'stale') return refuse('chinese-changed')
  // The release's own text has no revision: another release may have come between.
  if (review.text !== textToReview(translation)) return refuse('stale-revision')
  const problems = findTextProblems(translation.chinese, review.text)
  if (problems.length > 0) return refuse('invalid-request', problems)
  if (!mayReview(translation, member)) return refuse('own-translation')
  const next = reviewed(translation, { by: member.email, at: needs.clock().toISOString() })
  return next === undefined ? done(translation) : await keep(needs, seen, next, member)
}

/** Takes a proposal back; its words stay in the list of changes. */
export async function withdrawTranslation(
  needs: TranslationNeeds,
  id: TranslationId,
  rev: number,
  member: StaffMember | undefined,
): Promise<Outcome<Translation>> {
  if (member === undefined) return refuse('not-allowed')
  const seen = await readSeen(needs, id, { rev })
  if ('kind' in seen) return seen
  return seen.translation.proposal === undefined ? done(seen.translation) : await keep(needs, seen, undefined, member)
}
