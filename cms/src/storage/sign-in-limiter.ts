import type { Connection } from 'mongoose'
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import type { SignInLimiter } from '../service/staff-ports.ts'

type Rule = { readonly keyPrefix: string; readonly points: number; readonly duration: number; readonly blockDuration: number }
/** Tries, seconds in which they count, seconds of lock-out. One person's slips, one address's guesses, a distributed guess. */
const RULES = {
  pair: { keyPrefix: 'pair', points: 8, duration: 15 * 60, blockDuration: 15 * 60 },
  address: { keyPrefix: 'address', points: 100, duration: 15 * 60, blockDuration: 15 * 60 },
  email: { keyPrefix: 'email', points: 60, duration: 3600, blockDuration: 3600 },
} satisfies { [name: string]: Rule }

const TABLE = 'signInTries'

/** Failed sign-ins counted in the store. Resolves once their index is there, which all three rules share. */
export async function createSignInLimiter(connection: Connection): Promise<SignInLimiter> {
  const storeClient = connection.getClient()
  // By itself the library makes indexes behind its caller's back, and a short command closes the pool under it.
  const limiter = (rule: Rule): RateLimiterMongo =>
    new RateLimiterMongo({ storeClient, dbName: connection.name, tableName: TABLE, disableIndexesCreation: true, ...rule })
  const tries = connection.collection<{ key: string }>(TABLE)
  const pair = limiter(RULES.pair)
  const address = limiter(RULES.address)
  const email = limiter(RULES.email)
  await pair.createIndexes()
  const takeOf = async (one: RateLimiterMongo, key: string): ReturnType<SignInLimiter['take']> => {
    try {
      await one.consume(key)
      return undefined
    } catch (error) {
      // The library rejects with its own value when tries are used up, and with an error when the store failed.
      if (error instanceof RateLimiterRes) return { waitSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) }
      throw error
    }
  }
  const pairKey = (mail: string, from: string): string => `${mail.trim().toLowerCase()}|${from}`
  return {
    async take(mail, from) {
      // Narrowest first: a peer that is locked out must not use up the tries of the address it guesses at.
      const locked = (await takeOf(pair, pairKey(mail, from))) ?? (await takeOf(address, from))
      return locked ?? (await takeOf(email, mail.trim().toLowerCase()))
    },
    async forgive(mail, from) {
      await Promise.all([pair.delete(pairKey(mail, from)), address.reward(from), email.reward(mail.trim().toLowerCase())])
    },
    async unlock(mail) {
      await email.delete(mail.trim().toLowerCase())
      // All keys that begin with the account's: `}` is the sign after `|`.
      const first = `${RULES.pair.keyPrefix}:${pairKey(mail, '')}`
      await tries.deleteMany({ key: { $gte: first, $lt: first.replace(/\|$/, '}') } })
    },
  }
}
