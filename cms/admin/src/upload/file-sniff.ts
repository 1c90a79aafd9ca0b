/** Bytes of a file's beginning that `sniffFile` wants to see. */
export const SNIFF_BYTES = 512

const OTHER_KINDS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x50, 0x4b, 0x03, 0x04], // zip, and with it docx, xlsx, pptx
  [0xd0, 0xcf, 0x11, 0xe0], // doc, xls, ppt
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff], // jpeg
  [0x4d, 0x5a], // exe
]

/**
 * Tells files that are surely no video before a long upload; undefined = worth sending. The server's probe has the
 * last word, so this only refuses what it is certain of.
 */
export function sniffFile(sizeBytes: number, head: Uint8Array): 'empty-file' | 'not-a-video' | undefined {
  if (sizeBytes === 0) return 'empty-file'
  if (OTHER_KINDS.some((magic) => magic.every((byte, at) => head[at] === byte))) return 'not-a-video'
  return isPlainText(head) ? 'not-a-video' : undefined
}

function isPlainText(head: Uint8Array): boolean {
  const isControl = (byte: number): boolean => (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127
  return head.length > 0 && !head.some(isControl) && isUtf8(head)
}

/** A full head may end inside a character: then up to three trailing bytes do not count. */
function isUtf8(head: Uint8Array): boolean {
  const mostCut = head.length === SNIFF_BYTES ? 3 : 0
  for (let cut = 0; cut <= mostCut; cut += 1) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, head.length - cut))
      return true
    } catch {
      // Not a whole sequence; the next round drops one more trailing byte.
    }
  }
  return false
}
