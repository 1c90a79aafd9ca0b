const START = 0x811c9dc5
const PRIME = 0x01000193
/** Some milliseconds on a slow box. */
const ROUNDS = 2000

/**
 * A PIN as it is kept: salted, and not to be read off. It locks a child out, not a thief: ten thousand PINs are soon
 * tried, whatever they are hashed with, and `crypto.subtle` is not there on plain http.
 */
export function makeSecret(pin: string, salt: Uint8Array): string {
  const salted = [...salt].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${salted}:${hashOf(salted, pin)}`
}

/** Whether this is the PIN that was kept; nothing fits a secret that is damaged or not there. */
export function fitsSecret(secret: string | undefined, pin: string): boolean {
  const [salted = '', hash] = secret?.split(':') ?? []
  return hash !== undefined && hash === hashOf(salted, pin)
}

/** FNV-1a, over and over. */
function hashOf(salted: string, pin: string): string {
  let hash = START
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const character of salted + pin) hash = Math.imul(hash ^ character.charCodeAt(0), PRIME)
  }
  return (hash >>> 0).toString(16)
}
