import type { Logger } from 'pino'
import { isDatabaseTrouble } from '../storage/database-trouble.ts'
import type { StoreIdentity } from '../storage/store-identity.ts'
import { IDENTITY_KEY, type MediaStore, StoreTrouble } from '../store/media-store.ts'

const NAME_BYTES = 16

type Needs = { readonly identity: StoreIdentity; readonly store: MediaStore }

/** Whether the database and the media store belong together, as far as can be told now. */
export type Meeting = 'same' | 'other' | 'no-server' | 'no-store'

/** The server's part: whatever store it uses is that of its database, and says so to workers of other machines. */
export async function nameStore({
  identity,
  store,
  random,
  logger,
}: Needs & { random(bytes: number): Buffer; logger: Logger }): Promise<void> {
  const name = await identity.readOrName(random(NAME_BYTES).toString('hex'))
  try {
    if ((await store.read(IDENTITY_KEY))?.toString() !== name) await store.put(IDENTITY_KEY, Buffer.from(name))
  } catch (error) {
    // A full disk: reads go on, and workers wait.
    logger.warn({ err: error }, 'the media store could not be named')
  }
}

/**
 * The worker's part: in a folder or bucket that the server does not use it would find no master, and every title that it
 * touched would fail.
 */
export async function meetStore({ identity, store }: Needs): Promise<Meeting> {
  try {
    const wanted = await identity.read()
    if (wanted === undefined) return 'no-server'
    return (await store.read(IDENTITY_KEY))?.toString() === wanted ? 'same' : 'other'
  } catch (error) {
    if (isDatabaseTrouble(error)) return 'no-server'
    if (error instanceof StoreTrouble) return 'no-store'
    throw error
  }
}
