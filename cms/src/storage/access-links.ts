import { createHash } from 'node:crypto'
import type { StaffId } from '@ulan/contract'
import type { Connection } from 'mongoose'
import type { AccessLinks } from '../service/staff-ports.ts'
import { hashPassword } from './password-hash.ts'
import { type Auth, type AuthNeeds, putPassword } from './staff-auth.ts'

/** By the hash of its token: whoever reads the store cannot open an account with it. */
type Row = { readonly _id: string; readonly accountId: string; readonly expiresAt: Date }

const TOKEN_BYTES = 32
const keyOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export const linkRows = (connection: Connection) => connection.collection<Row>('staffAccessLinks')

export function createAccessLinks(auth: Auth, { connection, random }: Pick<AuthNeeds, 'connection' | 'random'>): AccessLinks {
  const links = linkRows(connection)
  return {
    async make(accountId, expiresAt) {
      const token = random(TOKEN_BYTES).toString('base64url')
      await links.deleteMany({ accountId })
      await links.insertOne({ _id: keyOf(token), accountId, expiresAt })
      return token
    },
    async read(token, now) {
      const row = await links.findOne({ _id: keyOf(token), expiresAt: { $gt: now } })
      return row === null ? undefined : { id: row.accountId as StaffId, expiresAt: row.expiresAt } // as it was stored
    },
    async use(token, id, password) {
      const store = await auth.$context
      await putPassword(store, id, await hashPassword(password, random))
      await store.internalAdapter.deleteUserSessions(id)
      // Last: after a power cut before this the same person opens the same link again.
      await links.deleteOne({ _id: keyOf(token) })
    },
  }
}
