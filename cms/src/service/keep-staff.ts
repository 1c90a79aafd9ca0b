import type { Role } from '@ulan/contract'
import type { SignInLimiter, StaffAccounts } from './staff-ports.ts'

type NewPassword =
  | { readonly ok: true; readonly password: string }
  /** There is an account of that address already, or none. */
  | { readonly ok: false; readonly kind: 'taken' | 'unknown' }

export type StaffKeeping = {
  /** Makes the first administrator when there is no account at all, with a made-up password where none is given. */
  ensureAdministrator(email: string, password?: string): Promise<{ created: boolean; password?: string }>
  /** A new account with a made-up password. */
  add(email: string, role: Role): Promise<NewPassword>
  /** A new made-up password; every session of the account ends, and so does its lock-out. */
  reset(email: string): Promise<NewPassword>
}

/** Readable and unambiguous: no 0/o, 1/l/i. 31 signs, 20 of them: 99 bits. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz'
const PASSWORD_SIGNS = 20
const GROUP = 5

/** Four groups of five signs. */
function makePassword(random: (bytes: number) => Buffer): string {
  let signs = ''
  while (signs.length < PASSWORD_SIGNS) {
    for (const byte of random(PASSWORD_SIGNS)) {
      // Bytes beyond the last whole multiple would make some signs likelier.
      if (byte < Math.floor(256 / SIGNS.length) * SIGNS.length && signs.length < PASSWORD_SIGNS) signs += SIGNS[byte % SIGNS.length]
    }
  }
  return (signs.match(new RegExp(`.{${String(GROUP)}}`, 'g')) ?? []).join('-')
}

const nameOf = (email: string): string => email.split('@')[0] ?? email

export function createStaffKeeping(
  accounts: Pick<StaffAccounts, 'hasAny' | 'add' | 'resetPassword'>,
  limiter: Pick<SignInLimiter, 'unlock'>,
  random: (bytes: number) => Buffer,
): StaffKeeping {
  return {
    async ensureAdministrator(email, given) {
      if (await accounts.hasAny()) return { created: false }
      const password = given ?? makePassword(random)
      const isNew = await accounts.add({ email, name: nameOf(email), role: 'administrator' }, password)
      return isNew ? { created: true, password } : { created: false }
    },
    async add(email, role) {
      const password = makePassword(random)
      const isNew = await accounts.add({ email, name: nameOf(email), role }, password)
      return isNew ? { ok: true, password } : { ok: false, kind: 'taken' }
    },
    async reset(email) {
      const password = makePassword(random)
      if (!(await accounts.resetPassword(email, password))) return { ok: false, kind: 'unknown' }
      // Who forgot a password has tried too often by now.
      await limiter.unlock(email)
      return { ok: true, password }
    },
  }
}
