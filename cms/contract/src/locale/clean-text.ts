const LINE_ENDS = /\r\n?|\u2028|\u2029/g
const CONTROL = /\p{Cc}/gu
/** Line ends are none of them; U+0000 is not mended: whoever sends it is refused. */
const KEPT_CONTROLS = '\n\0'
/** What turns the order of letters around beyond its own word, or stands for nothing: both come along when text is pasted. */
const INVISIBLE = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g
/** Ordinary space at either end. Not `trim`, to which the narrow space of Mongolian suffixes is space as well. */
const ENDS = /^[ \n\u00a0\u3000]+|[ \n\u00a0\u3000]+$/g

/**
 * A text as it is stored: what people see stays, what cannot be seen and does harm goes. Line ends become `\n`, letters are
 * composed (Unicode NFC), controls, zero-width spaces, byte-order marks and directional overrides are dropped, and space at
 * both ends. Everything that shapes Mongolian stays wherever it stands: variation selectors (U+180B–180D, 180F), the vowel
 * separator (180E), the narrow space (202F) and joiners. Cleaning a clean text changes nothing.
 */
export const cleanText = (text: string): string =>
  text
    .replace(LINE_ENDS, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROL, (control) => (KEPT_CONTROLS.includes(control) ? control : ''))
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(ENDS, '')

/** Glyphs of a font's own, such as those of Menksoft's code: no other font can draw them, and no search finds them. */
const PRIVATE_USE = /\p{Co}/u

export const hasPrivateUse = (text: string): boolean => PRIVATE_USE.test(text)
