import { roleSchema } from '@ulan/contract/schemas'
import { mongodbAdapter } from 'better-auth/adapters/mongodb'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { StaffAccounts, StaffMember } from '../service/ports.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

export type AccountSettings = { readonly publicUrl: string; readonly secretKey: string }
type Needs = { readonly connection: Connection; readonly logger: Logger; random(bytes: number): Buffer }

const SESSION_SECONDS = 24 * 3600
const PROLONG_AFTER_SECONDS = 3600
const PASSWORD_MAX_LENGTH = 256

function createAuth(settings: AccountSettings, { connection, logger, random }: Needs) {
  const client = connection.getClient()
  return betterAuth({
    appName: '法治乌兰牧骑',
    baseURL: settings.publicUrl,
    secret: settings.secretKey,
    // Every write here is one record; a transaction would hold the one-writer store through a password hash.
    database: mongodbAdapter(client.db(connection.name), { client, transaction: false }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
      password: {
        hash: (password) => hashPassword(password, random),
        verify: ({ hash, password }) => verifyPassword(password, hash),
      },
    },
    user: { modelName: 'staffAccounts', additionalFields: { role: { type: 'string', required: true, input: false } } },
    account: { modelName: 'staffCredentials' },
    verification: { modelName: 'staffVerifications' },
    session: { modelName: 'staffSessions', expiresIn: SESSION_SECONDS, updateAge: PROLONG_AFTER_SECONDS },
    advanced: {
      cookiePrefix: 'ulan',
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      log: (level, message) => {
        if (level === 'error') logger.error({ from: 'accounts' }, message)
        else logger.debug({ from: 'accounts' }, message)
      },
    },
  })
}

/** The library asks for a dotted domain; an address of this very machine gets one for the store and loses it for people. */
const LOCAL_SUFFIX = '.localdomain'
const storedAddress = (email: string): string => {
  const address = email.trim().toLowerCase()
  return /@[^.@]+$/.test(address) ? address + LOCAL_SUFFIX : address
}
const shownAddress = (email: string): string => (email.endsWith(LOCAL_SUFFIX) ? email.slice(0, -LOCAL_SUFFIX.length) : email)

const memberOf = (user: { email: string; name: string; role: string }): StaffMember => ({
  email: shownAddress(user.email),
  name: user.name,
  role: roleSchema.parse(user.role),
})
const headersOf = (cookie: string | undefined): Headers => new Headers(cookie === undefined ? {} : { cookie })

/** The library's word for an account's own password. */
const CREDENTIAL = 'credential'
const credentialOf = (userId: string, hash: string) => ({ userId, accountId: userId, providerId: CREDENTIAL, password: hash })

/** Staff accounts kept by better-auth in the product's own store. */
export function createStaffAccounts(settings: AccountSettings, needs: Needs): StaffAccounts {
  const auth = createAuth(settings, needs)
  return {
    async signIn(email, password) {
      try {
        const { headers, response } = await auth.api.signInEmail({
          body: { email: storedAddress(email), password },
          headers: new Headers(),
          returnHeaders: true,
        })
        const found = await auth.$context
        const user = await found.internalAdapter.findUserByEmail(response.user.email)
        if (user === null) return undefined
        return { member: memberOf(withRole(user.user)), cookies: headers.getSetCookie() }
      } catch (error) {
        if (error instanceof APIError && (error.statusCode === 401 || error.statusCode === 400)) return undefined
        throw error
      }
    },
    async readMember(cookie) {
      if (cookie === undefined) return undefined
      const found = await auth.api.getSession({ headers: headersOf(cookie), query: { disableRefresh: true } })
      return found === null ? undefined : memberOf(found.user)
    },
    async prolong(cookie) {
      if (cookie === undefined) return undefined
      const { headers, response } = await auth.api.getSession({ headers: headersOf(cookie), returnHeaders: true })
      return response === null ? undefined : { member: memberOf(response.user), cookies: headers.getSetCookie() }
    },
    async signOut(cookie) {
      const { headers } = await auth.api.signOut({ headers: headersOf(cookie), returnHeaders: true })
      return headers.getSetCookie()
    },
    async hasAny() {
      const { adapter } = await auth.$context
      return (await adapter.count({ model: 'user' })) > 0
    },
    async add(member, password) {
      const { internalAdapter } = await auth.$context
      const email = storedAddress(member.email)
      if ((await internalAdapter.findUserByEmail(email)) !== null) return false
      const user = await internalAdapter.createUser(
        { email, name: member.name, role: member.role, emailVerified: true },
        { method: 'email-password' },
      )
      const hash = await hashPassword(password, needs.random)
      await internalAdapter.linkAccount(credentialOf(user.id, hash))
      return true
    },
    async resetPassword(email, password) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findUserByEmail(storedAddress(email))
      if (found === null) return false
      const hash = await hashPassword(password, needs.random)
      const credentials = (await internalAdapter.findAccounts(found.user.id)).filter((one) => one.providerId === CREDENTIAL)
      // A kill may have come between the account and its first password.
      if (credentials.length > 0) await internalAdapter.updatePassword(found.user.id, hash)
      else await internalAdapter.linkAccount(credentialOf(found.user.id, hash))
      await internalAdapter.deleteUserSessions(found.user.id)
      return true
    },
  }
}

/** The role is a field of ours, which the library's own type does not name. */
function withRole(user: { email: string; name: string }): { email: string; name: string; role: string } {
  return { ...user, role: String(Reflect.get(user, 'role')) }
}
