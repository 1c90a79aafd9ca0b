import { foldText } from '@ulan/contract'
import { pinyin } from 'pinyin-pro'
import { unicodeOf } from '../text/menksoft.ts'

/** A text as it is compared with what somebody typed. */
export type SearchableText = {
  /** Folded and without spaces: a word of the question may stand anywhere in it. */
  readonly joined: string
  /** Sound of each hanzi in pinyin without tones (`lv` for lü), and what stands between hanzi folded; empty without hanzi. */
  readonly syllables: readonly string[]
}

const HANZI = /\p{Script=Han}/u
/** What pinyin is typed with. */
const PINYIN = /^[a-z0-9]+$/
/** One letter is the beginning of too much. */
const LEAST_LETTERS = 2

const withoutSpaces = (text: string): string => text.replaceAll(' ', '')

/** A question as it is compared: folded, its words one space apart. */
export const foldQuery = (query: string): string => foldText(unicodeOf(query))

/** Without sounds, for long texts: nobody finds a synopsis by its initials. */
export const searchableWords = (text: string): SearchableText => ({ joined: withoutSpaces(foldQuery(text)), syllables: [] })

export function searchableText(text: string): SearchableText {
  const { joined } = searchableWords(text)
  if (!HANZI.test(text)) return { joined, syllables: [] }
  const sounds = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
  return { joined, syllables: sounds.map((sound) => withoutSpaces(foldText(sound))).filter((sound) => sound !== '') }
}

/** Whether a word is spelled by syllables from one on: each written out, as its first letter, or the last one cut off. */
function isSpelledFrom(syllables: readonly string[], first: number, word: string): boolean {
  // By how much of the word is used up: one word can be cut into syllables in very many ways.
  let reached: ReadonlySet<number> = new Set([0])
  for (let index = first; index < syllables.length && reached.size > 0; index += 1) {
    const sound = syllables[index] ?? ''
    const next = new Set<number>()
    for (const at of reached) {
      if (sound.startsWith(word.slice(at))) return true
      if (word.startsWith(sound, at)) next.add(at + sound.length)
      if (word[at] === sound[0]) next.add(at + 1)
    }
    reached = next
  }
  return false
}

/** How well a word of a question fits a text, 0 to 1; letters first, then sounds; better at the beginning. */
export function fitOf({ joined, syllables }: SearchableText, word: string): number {
  if (joined === word) return 1
  const at = joined.indexOf(word)
  if (at !== -1) return at === 0 ? 0.9 : 0.75
  if (syllables.length === 0 || word.length < LEAST_LETTERS || !PINYIN.test(word)) return 0
  const first = syllables.findIndex((_, index) => isSpelledFrom(syllables, index, word))
  if (first === -1) return 0
  return first === 0 ? 0.7 : 0.6
}
