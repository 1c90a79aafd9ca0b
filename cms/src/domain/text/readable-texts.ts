import { type FieldProblem, hasPrivateUse, type LocalizedText } from '@ulan/contract'
import { unicodeOf } from '@ulan/contract/menksoft'

/** What staff write about something; `null` clears. */
type Described = { readonly title?: LocalizedText | undefined; readonly synopsis?: LocalizedText | null | undefined }

const inUnicode = (text: LocalizedText): LocalizedText => {
  const mongolian = text['mn-Mong']
  return mongolian === undefined ? text : { ...text, 'mn-Mong': unicodeOf(mongolian) }
}

/** The same with Mongolian pasted in Menksoft's code, as older documents have it, turned into Unicode. */
export function inStandardCode<T extends Described>(given: T): T {
  const { title, synopsis } = given
  return { ...given, ...(title && { title: inUnicode(title) }), ...(synopsis && { synopsis: inUnicode(synopsis) }) }
}

/** Names each text that some font alone could draw. */
export function privateTexts(given: Described): FieldProblem[] {
  const { title, synopsis } = given
  return Object.entries({ title, synopsis }).flatMap(([member, text]) =>
    Object.entries(text ?? {}).flatMap(([locale, one]) =>
      one !== undefined && hasPrivateUse(one) ? [{ path: `${member}.${locale}`, code: 'private-use' }] : [],
    ),
  )
}
