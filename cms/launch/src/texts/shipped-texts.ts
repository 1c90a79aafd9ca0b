import { type ShippedText, TEXT_STATUSES, type TextStatus } from '@ulan/contract'
import { readTexts } from '@ulan/contract/texts'
import type { TextFile } from './text-tree.ts'

/** `complaints`: one sentence for each thing in the files that is no text; it is left out. */
type Shipped = { readonly texts: readonly ShippedText[]; readonly complaints: readonly string[] }

/** Texts of the interface as this release has them, in the order of its files. */
export function shippedTexts(tree: readonly TextFile[]): Shipped {
  const complaints = new Set<string>()
  const texts = tree.flatMap(({ locale, file, ...one }) => {
    const chinese = readTexts(one.chinesePath, one.chineseJson)
    const own = readTexts(one.path, one.json)
    const statuses = readTexts(one.statusPath, one.statusJson)
    for (const complaint of [chinese, own, statuses].flatMap((each) => each.complaints)) complaints.add(complaint)
    return [...chinese.texts].map(([key, text]) => {
      const translated = own.texts.get(key) ?? ''
      return { locale, file, key, chinese: text, text: translated, status: statusOf(translated, statuses.texts.get(key)) }
    })
  })
  return { texts, complaints: [...complaints] }
}

/** A text of unknown origin is nobody's but the project's own, and needs a reader. */
function statusOf(text: string, given: string | undefined): TextStatus {
  if (text === '') return 'missing'
  return TEXT_STATUSES.find((status) => status === given && status !== 'missing') ?? 'own'
}
