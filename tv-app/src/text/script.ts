/** Traditional Mongolian: its block, its supplement, and the controls that shape it (NNBSP, MVS and selectors are inside). */
const MONGOLIAN = /[\u1800-\u18af]/
/** Scripts that stand upright in columns and may break between any two characters. */
const IDEOGRAPHIC =
  /[\u2e80-\u303f\u3040-\u30ff\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud8bf][\udc00-\udfff]/
/** Never at the start of a line (避头). */
const CLOSING = '，。、：；！？）》〉」』】〕〗”’…—％℃·,.:;!?)]}%'
/** Never at the end of a line (避尾). */
const OPENING = '（《〈「『【〔〖“‘([{'

/** Signs of the basic plane that engines draw as emoji by themselves (`Emoji_Presentation`); old ones know no `\p{…}`. */
const EMOJI_SIGN =
  /[\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]/
/** Pictures of plane 1, 1f000–1f6ff, 1f7e0–1f7ff and 1f900–1faff: what lies between are arrows and signs of alchemy. */
const PICTURE = /\ud83c[\udc00-\udfff]|\ud83d[\udc00-\udeff\udfe0-\udfff]|\ud83e[\udd00-\udeff]/
/** Signs that are emoji only with a selector, a skin tone or a joiner behind them. */
const TEXT_SIGN = /[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299]/
const SELECTED = /(?:\ufe0f|\u200d|\ud83c[\udffb-\udfff])/
const KEYCAP = /[#*0-9]\ufe0f?\u20e3/
const PICTOGRAPH = new RegExp(`^(?:${TEXT_SIGN.source}|${PICTURE.source})`)
/** Made of patterns, not of strings: a minifier may spoil half a surrogate pair in a string. U+FE0E asks for the look of text. */
const EMOJI = new RegExp(
  `^(?:${KEYCAP.source}|${TEXT_SIGN.source}${SELECTED.source}|(?:${EMOJI_SIGN.source}|${PICTURE.source})(?!\\ufe0e))`,
)

export const hasMongolian = (text: string): boolean => MONGOLIAN.test(text)
export const isIdeographic = (character: string): boolean => IDEOGRAPHIC.test(character)
/** These two look at the character itself, not at marks that belong to it. */
export const isClosing = (unit: string): boolean => unit !== '' && CLOSING.includes(unit.charAt(0))
export const isOpening = (unit: string): boolean => unit !== '' && OPENING.includes(unit.charAt(0))
/** True for a unit drawn as an emoji, of however many code points. */
export const isEmoji = (unit: string): boolean => EMOJI.test(unit)
/** True for what can be a part of an emoji, drawn as one or not. */
export const isPictograph = (unit: string): boolean => PICTOGRAPH.test(unit)
