/** Tags that WebVTT knows (§3.4); of anything else between angle brackets players show nothing, so it is text. */
const TAG = /<(?:\/?(?:b|i|u|c|ruby|rt|v|lang)(?=[\s.>])[^<>]*|\/?(?:b|i|u|c|ruby|rt|v|lang)|\d[\d:.]*)>/g
/** What WebVTT's authors write for a sign that would mean something. */
const REFERENCE = /&(amp|lt|gt);/g
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' }

/** The text with its tags as they are, and what stands between them changed. */
function betweenTags(text: string, change: (piece: string) => string): string {
  let changed = ''
  let at = 0
  for (const { 0: tag, index } of text.matchAll(TAG)) {
    changed += change(text.slice(at, index)) + tag
    at = index + tag.length
  }
  return changed + change(text.slice(at))
}

const escaped = (piece: string): string =>
  piece
    .replace(/&(?!(?:amp|lt|gt|nbsp|lrm|rlm);)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')

/** What somebody typed as WebVTT cue text: signs that mean nothing are text, and an empty line, which would end the cue, goes. */
export const cueTextOf = (typed: string): string =>
  betweenTags(typed, escaped)
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .join('\n')

/** WebVTT cue text to be read and typed; as it is where it would be taken for something else. */
export function typedTextOf(text: string): string {
  const plain = betweenTags(text, (piece) => piece.replace(REFERENCE, (_, name: string) => SIGNS[name] ?? ''))
  return cueTextOf(plain) === cueTextOf(text) ? plain : text
}

/** Without tags and blanks: is there anything to show? */
export const isEmptyText = (typed: string): boolean => typed.replace(TAG, '').trim() === ''

const VERTICAL = /(?:^|[ \t]+)vertical:(?:rl|lr)(?=[ \t]|$)/

/** Whether settings put a cue in columns. */
export const isVerticalSetting = (settings: string): boolean => VERTICAL.test(settings)

/** The settings with columns or without; the others stay byte for byte. */
export function withDirection(settings: string, isVertical: boolean): string {
  if (isVertical === isVerticalSetting(settings)) return settings
  if (isVertical) return settings === '' ? 'vertical:lr' : `vertical:lr ${settings}`
  return settings.replace(VERTICAL, '').replace(/^[ \t]+/, '')
}
