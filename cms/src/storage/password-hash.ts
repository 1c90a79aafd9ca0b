import { type Argon2Parameters, argon2, timingSafeEqual } from 'node:crypto'

/** OWASP password storage cheat sheet, argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const TAG_BYTES = 32
const SALT_BYTES = 16

const derive = (parameters: Argon2Parameters): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error === null ? resolve(tag) : reject(error)))
  })

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** PHC text of a new argon2id hash. */
export async function hashPassword(password: string, random: (bytes: number) => Buffer): Promise<string> {
  const nonce = random(SALT_BYTES)
  const tag = await derive({ message: password, nonce, parallelism: LANES, tagLength: TAG_BYTES, memory: MEMORY_KIB, passes: PASSES })
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${unpadded(nonce)}$${unpadded(tag)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Whether a password belongs to a PHC text; the parameters are the text's own, so that they can be raised later. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, lanes, salt, expected] = PHC.exec(stored) ?? []
  if (salt === undefined || expected === undefined) return false
  const expectedTag = Buffer.from(expected, 'base64')
  const tag = await derive({
    message: password,
    nonce: Buffer.from(salt, 'base64'),
    parallelism: Number(lanes),
    tagLength: expectedTag.length,
    memory: Number(memory),
    passes: Number(passes),
  })
  return timingSafeEqual(tag, expectedTag)
}
