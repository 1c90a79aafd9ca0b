import { APIError } from 'better-auth/api'
import type { SignInEnd, SignInTry, StaffAccounts } from '../service/staff-ports.ts'
import { hashPassword } from './password-hash.ts'
import { type Auth, type AuthNeeds, accountRow, cookieOf, headersOf, memberOf, putPassword, storedAddress } from './staff-auth.ts'
import type { UsedCodes } from './used-codes.ts'

type Needs = Pick<AuthNeeds, 'random' | 'clock'> & { readonly usedCodes: UsedCodes }

/** Of a code of an authenticator; anything else is looked up among the recovery codes. */
const DIGITS = /^\d{6}$/
/** The library's lock-out after ten wrong codes. */
const CODES_LOCKED_SECONDS = 900

/** The library refuses by throwing. */
export const isRefusal = (error: unknown, ...statuses: readonly number[]): boolean =>
  error instanceof APIError && statuses.includes(error.statusCode)

/** Staff accounts kept by better-auth in the product's own store. */
export function createStaffAccounts(auth: Auth, needs: Needs): StaffAccounts {
  return {
    signIn: (attempt) => signIn(auth, needs, attempt),
    async readMember(cookie) {
      if (cookie === undefined) return undefined
      const found = await auth.api.getSession({ headers: headersOf({ cookie }), query: { disableRefresh: true } })
      // A sign-in may have been under way while the account was blocked.
      return found === null || found.user.isBlocked === true ? undefined : memberOf(accountRow(found.user))
    },
    async prolong(cookie) {
      if (cookie === undefined) return undefined
      const { headers, response } = await auth.api.getSession({ headers: headersOf({ cookie }), returnHeaders: true })
      if (response === null || response.user.isBlocked === true) return undefined
      return { member: memberOf(accountRow(response.user)), cookies: headers.getSetCookie() }
    },
    async signOut(cookie) {
      const { headers } = await auth.api.signOut({ headers: headersOf({ cookie }), returnHeaders: true })
      return headers.getSetCookie()
    },
    async hasAny() {
      const { adapter } = await auth.$context
      return (await adapter.count({ model: 'user' })) > 0
    },
    async add(person, password) {
      const store = await auth.$context
      const { internalAdapter } = store
      const email = storedAddress(person.email)
      if ((await internalAdapter.findUserByEmail(email)) !== null) return false
      const user = await internalAdapter.createUser({ ...person, email, emailVerified: true }, { method: 'email-password' })
      await putPassword(store, user.id, await hashPassword(password, needs.random))
      return true
    },
    async resetPassword(email, password) {
      const store = await auth.$context
      const found = await store.internalAdapter.findUserByEmail(storedAddress(email))
      if (found === null) return false
      await putPassword(store, found.user.id, await hashPassword(password, needs.random))
      await store.internalAdapter.deleteUserSessions(found.user.id)
      return true
    },
    async changePassword(cookie, currentPassword, newPassword) {
      try {
        const body = { currentPassword, newPassword, revokeOtherSessions: true }
        const { headers } = await auth.api.changePassword({ body, headers: headersOf({ cookie }), returnHeaders: true })
        return headers.getSetCookie()
      } catch (error) {
        if (isRefusal(error, 400)) return 'wrong-password'
        throw error
      }
    },
  }
}

async function signIn(auth: Auth, needs: Needs, attempt: SignInTry): Promise<SignInEnd> {
  const email = storedAddress(attempt.email)
  const { internalAdapter } = await auth.$context
  const begun = await tryPassword(auth, email, attempt)
  const user = begun && (await internalAdapter.findUserByEmail(email))?.user
  // It may have been removed in between.
  if (begun === undefined || user === undefined || user === null) return { kind: 'bad-credentials' }
  const row = accountRow(user)
  if (row.isBlocked === true) {
    await internalAdapter.deleteUserSessions(row.id)
    return { kind: 'account-blocked' }
  }
  const passed = begun.isCodeDue ? await tryCode(auth, needs, row.id, { ...attempt, challenge: cookieOf(begun.cookies) }) : begun
  if (!('cookies' in passed)) return passed
  await internalAdapter.updateUser(row.id, { signedInAt: needs.clock() })
  return { kind: 'signed-in', member: memberOf(row), cookies: passed.cookies }
}

type Begun = { readonly cookies: readonly string[]; readonly isCodeDue: boolean }

async function tryPassword(auth: Auth, email: string, { password, address, agent }: SignInTry): Promise<Begun | undefined> {
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email, password },
      headers: headersOf({ address, agent }),
      returnHeaders: true,
    })
    return { cookies: headers.getSetCookie(), isCodeDue: 'twoFactorRedirect' in response }
  } catch (error) {
    if (isRefusal(error, 400, 401)) return undefined
    throw error
  }
}

type CodeTry = Pick<SignInTry, 'code' | 'address' | 'agent'> & { readonly challenge: string }

/** The second step: cookies of the session, or what is in the way. */
async function tryCode(
  auth: Auth,
  { usedCodes }: Needs,
  id: string,
  attempt: CodeTry,
): Promise<{ readonly cookies: readonly string[] } | SignInEnd> {
  const code = attempt.code?.trim() ?? ''
  if (code === '') return { kind: 'second-factor-required' }
  const isOfClock = DIGITS.test(code)
  // Whoever looked over a shoulder must not follow with the same code (OWASP ASVS 5.0, 6.5.1).
  if (isOfClock && !(await usedCodes.claim(id, code))) return { kind: 'wrong-code' }
  const input = { body: { code }, headers: headersOf({ ...attempt, cookie: attempt.challenge }), returnHeaders: true } as const
  try {
    const { headers } = await (isOfClock ? auth.api.verifyTOTP(input) : auth.api.verifyBackupCode(input))
    return { cookies: headers.getSetCookie() }
  } catch (error) {
    if (isRefusal(error, 429)) return { kind: 'codes-locked', waitSeconds: CODES_LOCKED_SECONDS }
    if (isRefusal(error, 400, 401, 409)) return { kind: 'wrong-code' }
    throw error
  }
}
