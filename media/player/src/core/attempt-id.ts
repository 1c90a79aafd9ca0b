import type { AttemptId } from '@ulan/contract'

const UUID_BYTES = 16
/** Bits RFC 9562 fixes: version 4 in byte 6, variant in byte 8. */
const fixBits = (byte: number, at: number): number => {
  if (at === 6) return (byte & 0x0f) | 0x40
  return at === 8 ? (byte & 0x3f) | 0x80 : byte
}

/**
 * Makes the id of an attempt (UUID version 4) from 16 random bytes. `crypto.randomUUID` will not do: it is absent on
 * pages without TLS, such as those of an outreach box.
 */
export function makeAttemptId(randomBytes: (count: number) => Uint8Array): AttemptId {
  const hex = Array.from(randomBytes(UUID_BYTES), (byte, at) => fixBits(byte, at).toString(16).padStart(2, '0')).join('')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return parts.join('-') as AttemptId // built to the shape the brand stands for
}
