import type { StaffAccount, StaffAccountPatch, StaffId, StaffSession, StaffSessionId } from '@ulan/contract'
import type { Connection } from 'mongoose'
import type { StaffDirectory } from '../service/staff-ports.ts'
import { linkRows } from './access-links.ts'
import { type AccountRow, type Auth, accountRow, headersOf, isPassword, memberOf, storedAddress } from './staff-auth.ts'

/** More than any department has; the library lists a hundred by itself. */
const MOST_ACCOUNTS = 10_000

/** Accounts as administrators see and change them. */
export function createStaffDirectory(auth: Auth, connection: Connection): StaffDirectory {
  const links = linkRows(connection)
  const store = auth.$context

  const linkOf = async (id: string): Promise<Date | undefined> => (await links.findOne({ accountId: id }))?.expiresAt
  const readOne = async (id: StaffId): Promise<StaffAccount | undefined> => {
    const { internalAdapter } = await store
    const user = await internalAdapter.findUserById(id)
    if (user === null) return undefined
    const hasPassword = (await internalAdapter.findAccounts(id)).some(isPassword)
    return present(accountRow(user), hasPassword, await linkOf(id))
  }
  return {
    readOne,
    async list() {
      const { adapter } = await store
      const [users, credentials, open] = await Promise.all([
        adapter.findMany<AccountRow>({ model: 'user', limit: MOST_ACCOUNTS }),
        adapter.findMany<{ userId: string; providerId: string }>({ model: 'account', limit: MOST_ACCOUNTS }),
        links.find().toArray(),
      ])
      const withPassword = new Set(credentials.filter(isPassword).map(({ userId }) => userId))
      const expiry = new Map(open.map(({ accountId, expiresAt }) => [accountId, expiresAt]))
      const accounts = users.map((user) => present(user, withPassword.has(user.id), expiry.get(user.id)))
      return accounts.sort((a, b) => a.name.localeCompare(b.name, 'zh-Hans') || a.email.localeCompare(b.email))
    },
    async invite(person) {
      const { internalAdapter } = await store
      const email = storedAddress(person.email)
      if ((await internalAdapter.findUserByEmail(email)) !== null) return undefined
      const user = await internalAdapter.createUser({ ...person, email, emailVerified: true }, { method: 'email-password' })
      return present(accountRow(user), false, undefined)
    },
    async change(id, patch) {
      const { internalAdapter } = await store
      if ((await internalAdapter.findUserById(id)) === null) return undefined
      await internalAdapter.updateUser(id, stored(patch))
      if (patch.isBlocked === true) await internalAdapter.deleteUserSessions(id)
      return readOne(id)
    },
    async removeSecondFactor(id) {
      const { adapter, internalAdapter } = await store
      await internalAdapter.updateUser(id, { twoFactorEnabled: false })
      await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: id }] })
      await internalAdapter.deleteUserSessions(id)
    },
    listSessions: (id, current) => listSessions(auth, id, current),
    async endSessions(id, session) {
      const { internalAdapter } = await store
      if (session === undefined) {
        await internalAdapter.deleteUserSessions(id)
        return true
      }
      const found = (await internalAdapter.listSessions(id)).find((one) => one.id === session)
      if (found === undefined) return false
      await internalAdapter.deleteSession(found.token)
      return true
    },
  }
}

async function listSessions(auth: Auth, id: StaffId, cookie: string | undefined): Promise<readonly StaffSession[]> {
  const { internalAdapter } = await auth.$context
  const asking =
    cookie === undefined ? null : await auth.api.getSession({ headers: headersOf({ cookie }), query: { disableRefresh: true } })
  const sessions = await internalAdapter.listSessions(id)
  return sessions
    .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .map((one) => ({
      id: one.id as StaffSessionId, // an id of the store's own
      startedAt: one.createdAt.toISOString(),
      seenAt: one.updatedAt.toISOString(),
      expiresAt: one.expiresAt.toISOString(),
      ...(one.ipAddress ? { address: one.ipAddress } : {}),
      ...(one.userAgent ? { agent: one.userAgent } : {}),
      isThis: one.id === asking?.session.id,
    }))
}

function present(row: AccountRow, hasPassword: boolean, linkExpiresAt: Date | undefined): StaffAccount {
  return {
    ...memberOf(row),
    standing: row.isBlocked === true ? 'blocked' : hasPassword ? 'active' : 'invited',
    createdAt: row.createdAt.toISOString(),
    ...(row.signedInAt instanceof Date ? { signedInAt: row.signedInAt.toISOString() } : {}),
    ...(linkExpiresAt === undefined ? {} : { linkExpiresAt: linkExpiresAt.toISOString() }),
  }
}

/** What a patch leaves out stays as it is. */
const stored = (patch: StaffAccountPatch): Record<string, unknown> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
