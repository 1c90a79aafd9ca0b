import { type Credit, type FieldProblem, hasPrivateUse, type LocalizedText } from '@ulan/contract'
import { unicodeOf } from '@ulan/contract/menksoft'

/** What staff write about something; `null` clears. */
export type Described = {
  readonly title?: LocalizedText | undefined
  readonly synopsis?: LocalizedText | null | undefined
  readonly venue?: LocalizedText | null | undefined
  readonly credits?: readonly Credit[] | null | undefined
}

/** Each text in several languages, with its path. */
export const textsOf = ({ title, synopsis, venue, credits }: Described): readonly (readonly [path: string, text: LocalizedText])[] =>
  [
    ['title', title] as const,
    ['synopsis', synopsis] as const,
    ['venue', venue] as const,
    ...(credits ?? []).map(({ names }, index) => [`credits.${String(index)}.names`, names] as const),
  ].flatMap(([path, text]) => (text === undefined || text === null ? [] : [[path, text] as const]))

const inUnicode = (text: LocalizedText): LocalizedText => {
  const mongolian = text['mn-Mong']
  return mongolian === undefined ? text : { ...text, 'mn-Mong': unicodeOf(mongolian) }
}

/** The same with Mongolian pasted in Menksoft's code, as older documents have it, turned into Unicode. */
export function inStandardCode<T extends Described>(given: T): T {
  const { title, synopsis, venue, credits } = given
  return {
    ...given,
    ...(title && { title: inUnicode(title) }),
    ...(synopsis && { synopsis: inUnicode(synopsis) }),
    ...(venue && { venue: inUnicode(venue) }),
    ...(credits && { credits: credits.map((credit) => ({ ...credit, names: inUnicode(credit.names) })) }),
  }
}

/** Names each text that some font alone could draw. */
export const privateTexts = (given: Described): FieldProblem[] =>
  textsOf(given).flatMap(([path, text]) =>
    Object.entries(text).flatMap(([locale, one]) =>
      one !== undefined && hasPrivateUse(one) ? [{ path: `${path}.${locale}`, code: 'private-use' }] : [],
    ),
  )
