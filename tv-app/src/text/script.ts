/** Traditional Mongolian: its block, its supplement, and the controls that shape it (NNBSP, MVS and selectors are inside). */
const MONGOLIAN = /[\u1800-\u18af]/
/** Scripts that stand upright in columns and may break between any two characters. */
const IDEOGRAPHIC =
  /[\u2e80-\u303f\u3040-\u30ff\u31c0-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud8bf][\udc00-\udfff]/
/** Never at the start of a line (避头). */
const CLOSING = '，。、：；！？）》〉」』】〕〗”’…—％℃·,.:;!?)]}%'
/** Never at the end of a line (避尾). */
const OPENING = '（《〈「『【〔〖“‘([{'

export const hasMongolian = (text: string): boolean => MONGOLIAN.test(text)
export const isIdeographic = (character: string): boolean => IDEOGRAPHIC.test(character)
export const isClosing = (character: string): boolean => CLOSING.includes(character)
export const isOpening = (character: string): boolean => OPENING.includes(character)
