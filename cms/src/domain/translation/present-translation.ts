import type { ShippedText, Translation, TranslationId, TranslationProposal, TranslationState } from '@ulan/contract'

/** What staff did about a text, as the store has it. */
type Kept = { readonly rev: number; readonly proposal?: TranslationProposal }

/** Fits the pattern of ids by the names that files and keys have. */
export const translationIdOf = ({ locale, file, key }: Pick<ShippedText, 'locale' | 'file' | 'key'>): TranslationId =>
  `${locale}.${file.replace('/', '.')}.${key}` as TranslationId

function stateOf({ chinese, text, status }: ShippedText, proposal: TranslationProposal | undefined): TranslationState {
  if (proposal !== undefined) {
    if (proposal.chinese !== chinese) return 'stale'
    return proposal.state === 'reviewed' ? 'reviewed' : 'unreviewed'
  }
  if (text === '') return 'missing'
  return status === 'reviewed' ? 'reviewed' : 'unreviewed'
}

/** One text as staff see it: the release's, and theirs beside it. */
export function presentTranslation(shipped: ShippedText, kept: Kept | undefined): Translation {
  const { locale, file, key, chinese, text, status } = shipped
  const proposal = kept?.proposal
  return {
    ...{ id: translationIdOf(shipped), locale, file, key, chinese },
    ...{ shipped: text, shippedStatus: status },
    ...(proposal && { proposal }),
    state: stateOf(shipped, proposal),
    rev: kept?.rev ?? 0,
  }
}
