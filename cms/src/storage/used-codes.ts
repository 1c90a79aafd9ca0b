import { type Connection, mongo } from 'mongoose'

/** Codes of authenticators that have served, so that each serves once. */
export type UsedCodes = {
  /** False when this account's code was claimed within the last minutes, by whichever process. */
  claim(accountId: string, code: string): Promise<boolean>
}

type Row = { readonly _id: string; readonly usedAt: Date }

/** Longer than a code is good for, with the step before and after it (RFC 6238, 5.2). */
const KEPT_MS = 5 * 60_000
const DUPLICATE_KEY = 11000

export function createUsedCodes(connection: Connection, clock: () => Date): UsedCodes {
  const used = connection.collection<Row>('staffUsedCodes')
  return {
    async claim(accountId, code) {
      const usedAt = clock()
      await used.deleteMany({ usedAt: { $lt: new Date(usedAt.getTime() - KEPT_MS) } })
      try {
        await used.insertOne({ _id: `${accountId}:${code}`, usedAt })
        return true
      } catch (error) {
        if (error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY) return false
        throw error
      }
    },
  }
}
