import type { Sha256 } from './audit-chain.ts'

/** Members that open a door; the log says that they were given, and nothing more. */
const SECRETS: ReadonlySet<string> = new Set(['password', 'newPassword', 'code', 'token'])
const HIDDEN = '…'
const MOST_CHARACTERS = 8000

/** What was asked, as text: secrets left out, and of what is longer than a page its hash and its length alone. */
export function auditDetails(asked: object, sha256: Sha256): string {
  const text = JSON.stringify(asked, (key, value: unknown) => (SECRETS.has(key) ? HIDDEN : value))
  return text.length <= MOST_CHARACTERS ? text : JSON.stringify({ sha256: sha256(text), characters: text.length })
}
