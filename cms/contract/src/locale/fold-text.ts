/** Free variation selectors and joiners shape letters and mean nothing to a search. */
const SHAPING = /[\u180b-\u180d\u180f\u200c\u200d]/g
/** Stands between a stem and its suffix, as the narrow space did before GB/T 25914-2023; many type nothing there. */
const VOWEL_SEPARATOR = '\u180e'
const NARROW_SPACE = '\u202f'
/** Letters that look alike, typed one for another in most real texts, on government sites too. */
const LOOK_ALIKES = [
  [/\u1824/g, '\u1823'],
  [/\u1826/g, '\u1825'],
  [/\u1833/g, '\u1832'],
  [/\u182d/g, '\u182c'],
] as const
/** YA at the beginning of a word or suffix looks like JA. */
const INITIAL_YA = /(^|[ \u180e])\u1836/g
const MONGOLIAN_DIGIT = /[\u1810-\u1819]/g
/** What Russian keyboards give for the two letters that they lack, and those letters as the vowels next to them. */
const CYRILLIC_U = /[үұ]/g
const CYRILLIC_O = /[өє]/g
/** A Ukrainian keyboard's for ү; without its dots it would be another letter. */
const DOTTED_U = /ї/g
const COMBINING = /[\u0300-\u036f]/g
const SEPARATORS = /[\p{P}\p{S}\p{Z}\p{C}]+/gu

/** Decomposed, small, without accents: й is и, ё is е, full-width letters are plain. */
function plainLetters(text: string): string {
  const small = text.normalize('NFKC').toLowerCase().replace(DOTTED_U, 'у')
  // Only now: ӫ, say, is ө with dots.
  return small.normalize('NFKD').replace(COMBINING, '').replace(CYRILLIC_U, 'у').replace(CYRILLIC_O, 'о')
}

/**
 * A text as searches compare it: equal for what a reader would call the same word, however it was typed. Mongolian
 * look-alike letters are one, case suffixes are written together with their word, Cyrillic ү and ө are у and о, marks and
 * punctuation are gone, words are one space apart. Folding a folded text changes nothing. For comparing only: never store
 * or show it.
 */
export function foldText(text: string): string {
  // Before the normal form, which makes an ordinary space of the narrow one.
  const parts = plainLetters(text.replace(SHAPING, '').replaceAll(NARROW_SPACE, VOWEL_SEPARATOR)).split(VOWEL_SEPARATOR)
  const marked = parts
    .map((part) => part.replace(SEPARATORS, ' '))
    .join(VOWEL_SEPARATOR)
    .replace(INITIAL_YA, '$1\u1835')
  return LOOK_ALIKES.reduce((folded, [letter, other]) => folded.replace(letter, other), marked)
    .replace(MONGOLIAN_DIGIT, (digit) => String(digit.charCodeAt(0) - 0x1810))
    .replaceAll(VOWEL_SEPARATOR, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^ | $/g, '')
}
