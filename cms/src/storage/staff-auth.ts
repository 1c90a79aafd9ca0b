import type { RegionCode, StaffId } from '@ulan/contract'
import { roleSchema } from '@ulan/contract/schemas'
import { mongodbAdapter } from 'better-auth/adapters/mongodb'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { StaffMember } from '../service/staff-ports.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

export type AccountSettings = { readonly publicUrl: string; readonly secretKey: string }
export type AuthNeeds = { readonly connection: Connection; readonly logger: Logger; random(bytes: number): Buffer; clock(): Date }

const APP_NAME = '法治乌兰牧骑'
const SESSION_SECONDS = 24 * 3600
const PROLONG_AFTER_SECONDS = 3600
const PASSWORD_MAX_LENGTH = 256
/** Written by us alone: the library is never given a request's own headers, but for its cookie. */
const ADDRESS_HEADER = 'x-ulan-address'
const field = (type: 'string' | 'boolean' | 'date') => ({ type, required: false, input: false }) as const

/** The library that keeps staff accounts, their sessions and second factors, on the product's own store. */
export function createAuth(settings: AccountSettings, { connection, logger, random }: AuthNeeds) {
  const client = connection.getClient()
  return betterAuth({
    appName: APP_NAME,
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
    user: {
      modelName: 'staffAccounts',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        regionCode: field('string'),
        isBlocked: field('boolean'),
        signedInAt: field('date'),
      },
    },
    account: { modelName: 'staffCredentials' },
    verification: { modelName: 'staffVerifications' },
    session: { modelName: 'staffSessions', expiresIn: SESSION_SECONDS, updateAge: PROLONG_AFTER_SECONDS },
    plugins: [twoFactor({ issuer: APP_NAME, schema: { twoFactor: { modelName: 'staffSecondFactors' } } })],
    advanced: {
      cookiePrefix: 'ulan',
      useSecureCookies: settings.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
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
export type Auth = ReturnType<typeof createAuth>
/** The library's own reach into its store. */
export type AuthStore = Awaited<Auth['$context']>

/** The library asks for a dotted domain; an address of this very machine gets one for the store and loses it for people. */
const LOCAL_SUFFIX = '.localdomain'
export const storedAddress = (email: string): string => {
  const address = email.trim().toLowerCase()
  return /@[^.@]+$/.test(address) ? address + LOCAL_SUFFIX : address
}
export const shownAddress = (email: string): string => (email.endsWith(LOCAL_SUFFIX) ? email.slice(0, -LOCAL_SUFFIX.length) : email)

/** A row of ours among the library's; its own type leaves our members out. */
export type AccountRow = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: string
  readonly regionCode?: string | null
  readonly isBlocked?: boolean | null
  readonly signedInAt?: Date | null
  readonly twoFactorEnabled?: boolean | null
  readonly createdAt: Date
}
export const accountRow = (user: object): AccountRow => user as AccountRow // written by `createAuth`'s own fields

export const memberOf = (row: AccountRow): StaffMember => ({
  id: row.id as StaffId, // an id of the store's own
  email: shownAddress(row.email),
  name: row.name,
  role: roleSchema.parse(row.role),
  ...(typeof row.regionCode === 'string' ? { regionCode: row.regionCode as RegionCode } : {}), // checked when it was stored
  hasSecondFactor: row.twoFactorEnabled === true,
})

type Peer = { readonly cookie?: string | undefined; readonly address?: string; readonly agent?: string }
export const headersOf = ({ cookie, address, agent }: Peer): Headers =>
  new Headers({
    ...(cookie === undefined ? {} : { cookie }),
    ...(address === undefined ? {} : { [ADDRESS_HEADER]: address }),
    ...(agent === undefined ? {} : { 'user-agent': agent }),
  })

/** `Set-Cookie` lines as the browser would send them back. */
export const cookieOf = (setCookies: readonly string[]): string => setCookies.map((line) => line.split(';')[0] ?? '').join('; ')

/** The library's word for an account's own password. */
const CREDENTIAL = 'credential'
export const isPassword = (account: { providerId: string }): boolean => account.providerId === CREDENTIAL

/** Puts a password on an account, over the one before where there is one. */
export async function putPassword({ internalAdapter }: AuthStore, userId: string, hash: string): Promise<void> {
  const credentials = (await internalAdapter.findAccounts(userId)).filter(isPassword)
  // An account is made before its first password.
  if (credentials.length > 0) await internalAdapter.updatePassword(userId, hash)
  else await internalAdapter.linkAccount({ userId, accountId: userId, providerId: CREDENTIAL, password: hash })
}
