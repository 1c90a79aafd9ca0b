import { foldText } from '@ulan/contract'
import { unicodeOf } from '@ulan/contract/menksoft'
import { pinyin } from 'pinyin-pro'

/** A text as it is compared with what somebody typed. */
export type SearchableText = {
  /** Folded and without spaces: a word of the question may stand anywhere in it. */
  readonly joined: string
  /** Sound of each hanzi in pinyin without tones (`lv` for lü), and what stands between hanzi folded; empty without hanzi. */
  readonly syllables: readonly string[]
  /** First letters of the syllables. */
  readonly initials: string
  /** The same as the number keys of a remote control have them: 草原法 is 293. */
  readonly keypad: string
}

const HANZI = /\p{Script=Han}/u
/** What pinyin is typed with. */
const PINYIN = /^[a-z0-9]+$/
/** Keys that letters stand on (ITU-T E.161); 0 and 1 have none. */
const KEYPAD = /^[2-9]+$/
const LETTERS_OF_KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'] as const
const withoutSpaces = (text: string): string => text.replaceAll(' ', '')

/** A question as it is compared: folded, its words one space apart. */
export const foldQuery = (query: string): string => foldText(unicodeOf(query))

/** Without sounds, for long texts: nobody finds a synopsis by its initials. */
export const searchableWords = (text: string): SearchableText => ({
  joined: withoutSpaces(foldQuery(text)),
  syllables: [],
  initials: '',
  keypad: '',
})

/** Texts as lists of staff look through them: folded, without spaces, a line each; what is empty is none. */
export const joinedWords = (texts: readonly (string | undefined)[]): string =>
  texts.flatMap((text) => (text === undefined || text === '' ? [] : searchableWords(text).joined)).join('\n')

/** The words of a question, each of which has to stand somewhere. */
export const wordsOfQuery = (query: string): readonly string[] =>
  foldQuery(query)
    .split(' ')
    .filter((word) => word !== '')

export function searchableText(text: string): SearchableText {
  const words = searchableWords(text)
  if (!HANZI.test(text)) return words
  const sounds = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
  const syllables = sounds.map((sound) => withoutSpaces(foldText(sound))).filter((sound) => sound !== '')
  const initials = syllables.map(([first]) => first).join('')
  return { ...words, syllables, initials, keypad: [...initials].map(keyOf).join('') }
}

/** The number key that a letter stands on; what is no letter stays. */
function keyOf(letter: string): string {
  const at = LETTERS_OF_KEYS.findIndex((letters) => letters.includes(letter))
  return at === -1 ? letter : String(at + 2)
}

/** Whether a word is spelled by syllables from one on: each written out, as its first letter, or the last one cut off. */
function isSpelledFrom(syllables: readonly string[], first: number, word: string): boolean {
  // By how much of the word is used up: one word can be cut into syllables in very many ways.
  let reached: readonly number[] = [0]
  for (let index = first; index < syllables.length && reached.length > 0; index += 1) {
    const sound = syllables[index] ?? ''
    const next: number[] = []
    for (const at of reached) {
      if (sound.startsWith(word.slice(at))) return true
      if (word[at] === sound[0] && !next.includes(at + 1)) next.push(at + 1)
      if (word.startsWith(sound, at) && !next.includes(at + sound.length)) next.push(at + sound.length)
    }
    reached = next
  }
  return false
}

/** First syllable from which a word is spelled; −1 when there is none. One letter spells only what begins with it: it stands somewhere in nearly all. */
function findSpelling({ syllables, initials }: SearchableText, word: string): number {
  const [first = '', second = ''] = word
  if (second === '') return initials.startsWith(first) ? 0 : -1
  for (let at = initials.indexOf(first); at !== -1; at = initials.indexOf(first, at + 1)) {
    // Most places are out of the question by their second letter.
    const goesOn = syllables[at]?.[1] === second || initials[at + 1] === second
    if (goesOn && isSpelledFrom(syllables, at, word)) return at
  }
  return -1
}

/** A word of a question; `isLetter`: as much as can be known of one by its first letter or key. */
export type Word = { readonly text: string; readonly canBePinyin: boolean; readonly canBeKeypad: boolean; readonly isLetter: boolean }
export function wordOf(text: string): Word {
  const canBePinyin = PINYIN.test(text)
  return { text, canBePinyin, canBeKeypad: KEYPAD.test(text), isLetter: canBePinyin && text.length === 1 }
}

/** How well a word of a question fits a text, 0 to 1; letters first, then sounds, then number keys; better at the beginning. */
export function fitOf(searched: SearchableText, { text, canBePinyin, canBeKeypad, isLetter }: Word): number {
  const { joined, initials, keypad } = searched
  const at = joined.indexOf(text)
  if (at === 0) return joined.length === text.length ? 1 : 0.9
  if (at !== -1) return 0.75
  if (!canBePinyin || initials === '') return 0
  const first = findSpelling(searched, text)
  if (first !== -1) return first === 0 ? 0.7 : 0.6
  const keyed = canBeKeypad ? keypad.indexOf(text) : -1
  if (keyed === -1 || (isLetter && keyed > 0)) return 0
  return keyed === 0 ? 0.5 : 0.4
}
