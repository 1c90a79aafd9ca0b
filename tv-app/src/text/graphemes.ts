import { hasMongolian, isPictograph } from './script.ts'

/**
 * What belongs to the character before it: combining marks, joiners, Mongolian selectors and the vowel separator (180b–180f),
 * skin tones (1f3fb–1f3ff), and in plane 14 the letters of flags and the selectors of hanzi.
 */
const EXTENDING =
  /^(?:[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\ufe20-\ufe2f]|[\u180b-\u180f]|[\u200c-\u200d]|\ud83c[\udffb-\udfff]|\udb40[\udc20-\udc7f]|\udb40[\udd00-\uddef])/
/** Texts without any of these have units of one code point each, and are most texts; d83c begins flags and skin tones. */
const COMPOSED =
  /[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\ufe20-\ufe2f]|[\u180b-\u180f]|[\u200c-\u200d]|\ud83c|\udb40/
/** One half of a flag. */
const REGIONAL = /^\ud83c[\udde6-\uddff]$/
const ZERO_WIDTH_JOINER = '\u200d'
const VOWEL_SEPARATOR = '\u180e'

/**
 * Cuts a text into what is one to the eye, which no line break may enter: an emoji of several code points, a letter with its
 * marks, a Mongolian letter with its controls. A subset of Unicode's rules, since old engines have no `Intl.Segmenter`.
 */
export function graphemes(text: string): readonly string[] {
  if (!COMPOSED.test(text)) return [...text]
  const units: string[] = []
  for (const character of text) {
    const last = units.at(-1)
    if (last !== undefined && continues(last, character)) units[units.length - 1] = last + character
    else units.push(character)
  }
  return units
}

/** True when `character` is a part of the unit that stands before it. */
function continues(unit: string, character: string): boolean {
  // Lines may break at these, whatever follows.
  if (unit === ' ' || unit === '\n') return false
  if (EXTENDING.test(character)) return true
  if (REGIONAL.test(character)) return REGIONAL.test(unit)
  const isJoined = unit.endsWith(ZERO_WIDTH_JOINER)
  if (isJoined && isPictograph(character)) return isPictograph(unit)
  // The separator gives the letter behind it its form, as a joiner does.
  return (isJoined || unit.endsWith(VOWEL_SEPARATOR)) && hasMongolian(unit) && hasMongolian(character)
}
