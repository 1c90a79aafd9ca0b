import { type AuditActor, done, type Role, refuse, type StaffId } from '@ulan/contract'
import type { AuditLog } from './keep-audit.ts'
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

/** Whoever may start programs on the server: the machine says no more about who that is. */
const OPERATOR: AuditActor = { id: 'f'.repeat(24) as StaffId, email: 'root@localhost', name: '服务器命令', role: 'administrator' } // fits its pattern, and is no account's
/** Where the log says that something came from. */
const ADDRESS = 'command'

export type KeepingNeeds = {
  readonly accounts: Pick<StaffAccounts, 'hasAny' | 'add' | 'resetPassword'>
  readonly limiter: Pick<SignInLimiter, 'unlock'>
  readonly audit: Pick<AuditLog, 'begin'>
  random(bytes: number): Buffer
}

/** Accounts that are kept from the server itself; what is done so is in the log as well. */
export function createStaffKeeping({ accounts, limiter, audit, random }: KeepingNeeds): StaffKeeping {
  const logged = async (action: string, asked: object, run: () => Promise<NewPassword>): Promise<NewPassword> => {
    const end = await audit.begin({ by: OPERATOR, address: ADDRESS, action, asked })
    const made = await run()
    await end(made.ok ? done({}) : refuse(made.kind === 'taken' ? 'conflict' : 'not-found'))
    return made
  }
  return {
    async ensureAdministrator(email, given) {
      if (await accounts.hasAny()) return { created: false }
      const password = given ?? makePassword(random)
      const isNew = await accounts.add({ email, name: nameOf(email), role: 'administrator' }, password)
      return isNew ? { created: true, password } : { created: false }
    },
    add: (email, role) =>
      logged('addStaffByCommand', { email, role }, async () => {
        const password = makePassword(random)
        const isNew = await accounts.add({ email, name: nameOf(email), role }, password)
        return isNew ? { ok: true, password } : { ok: false, kind: 'taken' }
      }),
    reset: (email) =>
      logged('resetPasswordByCommand', { email }, async () => {
        const password = makePassword(random)
        if (!(await accounts.resetPassword(email, password))) return { ok: false, kind: 'unknown' }
        // Who forgot a password has tried too often by now.
        await limiter.unlock(email)
        return { ok: true, password }
      }),
  }
}
