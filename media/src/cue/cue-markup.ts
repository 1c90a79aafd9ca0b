const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** References that authors of SRT write although the format has none; what else begins with `&` is meant as it stands. */
const REFERENCE = /&(?!(?:amp|lt|gt|nbsp|lrm|rlm);)/g

/** Plain text as WebVTT cue text (§4.2.2); `>` too, since `-->` would end the cue. */
export const escapeCueText = (text: string): string => text.replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark)

/** The same for text that may carry references of its own. */
export const escapeLooseText = (text: string): string => text.replace(REFERENCE, '&amp;').replace(/[<>]/g, (mark) => ESCAPES[mark] ?? mark)

export type TextStyle = { readonly isBold: boolean; readonly isItalic: boolean; readonly isUnderlined: boolean }
export const PLAIN: TextStyle = { isBold: false, isItalic: false, isUnderlined: false }

/** Some plain text in one style. */
export type TextRun = { readonly text: string; readonly style: TextStyle }

const sameStyle = (a: TextStyle, b: TextStyle): boolean =>
  a.isBold === b.isBold && a.isItalic === b.isItalic && a.isUnderlined === b.isUnderlined

function wrap(text: string, { isBold, isItalic, isUnderlined }: TextStyle): string {
  const underlined = isUnderlined ? `<u>${text}</u>` : text
  const italic = isItalic ? `<i>${underlined}</i>` : underlined
  return isBold ? `<b>${italic}</b>` : italic
}

/** Runs as WebVTT cue text; neighbours of one style share their tags. */
export function writeRuns(runs: readonly TextRun[]): string {
  const joined: { text: string; readonly style: TextStyle }[] = []
  for (const { text, style } of runs) {
    const last = joined.at(-1)
    if (text === '') continue
    if (last !== undefined && sameStyle(last.style, style)) last.text += text
    else joined.push({ text, style })
  }
  return joined.map(({ text, style }) => wrap(escapeCueText(text), style)).join('')
}

/** Without lines that hold nothing: an empty one would end the cue. Spaces of Mongolian words are no line's end. */
export const withoutEmptyLines = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^[ \t]*$/.test(line))
    .join('\n')

/** Without tags and blanks: is there anything to show? */
export const isEmptyText = (text: string): boolean => withoutTags(text).replace(/[ \t\n]/g, '') === ''

/** Cue text as it is read, without its tags. Linear: a `<` that nothing closes is looked at once. */
export function withoutTags(text: string): string {
  let plain = ''
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('<', at)
    const close = open < 0 ? -1 : text.indexOf('>', open)
    if (close < 0) return plain + text.slice(at)
    plain += text.slice(at, open)
    at = close + 1
  }
  return plain
}
