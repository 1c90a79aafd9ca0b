/** A pure function that every JavaScript engine's host has (WHATWG Encoding); this layer's library knows no host. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string }

export type CueEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: CueEncoding }
  /** `line`: of the first byte that is not UTF-8. */
  | { readonly kind: 'not-text'; readonly line: number }

const LINE_FEED = 0x0a
const MARKS: readonly (readonly [encoding: CueEncoding, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The text behind an encoding, or undefined when some byte does not belong to it or a NUL shows that it is no text. */
function decodeAs(encoding: CueEncoding, bytes: Uint8Array, keepsMark = false): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: keepsMark }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    // The decoder's only way to say "not mine" in fatal mode; the caller tries the next one.
    return undefined
  }
}

/** UTF-16 without a mark gives itself away: the digits and line ends of a cue file put a zero into every second byte. */
function zeroSide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // A fifth of the characters at least must be ASCII, and as good as no zero may stand on the other side.
  const isOneSided = Math.max(even, odd) * 10 >= bytes.length && Math.min(even, odd) * 100 <= Math.max(even, odd)
  if (!isOneSided) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/**
 * GB18030 gives some character for nearly any bytes, so decoding without an error proves nothing. In Chinese subtitles
 * nearly every pair is punctuation (A1 to A3) or of GB 2312's first plane of 3,755 daily characters (B0 to D7), which Big5,
 * Shift-JIS, Latin-1 and broken UTF-8 miss by far; Mongolian stands in sequences of four. Korean would pass.
 */
function looksLikeChinese(bytes: Uint8Array): boolean {
  let common = 0
  let others = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    if (trail >= 0x30 && trail <= 0x39) {
      at += 3
      continue
    }
    const isDaily = (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7)
    if (isDaily && trail >= 0xa1) common++
    else others++
    at += 1
  }
  return common >= 8 * others
}

/** Whichever line first fails by itself: no character of UTF-8 contains a line feed. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start <= bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed < 0 ? bytes.length : feed
    if (decodeAs('utf-8', bytes.subarray(start, end)) === undefined) return line
    start = end + 1
  }
  return 0
}

/**
 * Bytes of a cue file as text, without its byte order mark unless that is to be kept; nothing else is touched. UTF-8 comes first, then what zeros
 * give away, then the encoding of older Chinese tools; anything else is not guessed at.
 */
export function decodeCueText(bytes: Uint8Array, { keepsMark = false }: { readonly keepsMark?: boolean } = {}): DecodedText {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  const encoding = marked?.[0] ?? (bytes.includes(0) ? zeroSide(bytes) : undefined) ?? 'utf-8'
  const text = decodeAs(encoding, bytes, keepsMark)
  if (text !== undefined) return { kind: 'text', text, encoding }
  if (marked === undefined && encoding === 'utf-8' && looksLikeChinese(bytes)) {
    const chinese = decodeAs('gb18030', bytes)
    if (chinese !== undefined) return { kind: 'text', text: chinese, encoding: 'gb18030' }
  }
  return { kind: 'not-text', line: encoding === 'utf-8' ? firstBadLine(bytes) : 0 }
}
