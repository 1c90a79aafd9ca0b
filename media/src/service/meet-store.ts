import type { Logger } from 'pino'
import { readEncoderVersion, releaseOf } from '../run/encoder-version.ts'
import { isDatabaseTrouble } from '../storage/database-trouble.ts'
import type { StoreIdentity } from '../storage/store-identity.ts'
import { IDENTITY_KEY, type MediaStore, StoreTrouble } from '../store/media-store.ts'

const NAME_BYTES = 16

type Needs = { readonly identity: StoreIdentity; readonly store: MediaStore; readonly ffmpegPath: string }

/** Whether a worker, the database and the media store belong together, as far as can be told now. */
export type Meeting =
  | { readonly kind: 'same' | 'other-store' | 'no-server' | 'no-store' }
  /** Versions of ffmpeg. */
  | { readonly kind: 'other-encoder'; readonly server: string; readonly own: string }

/** The server's part: whatever store it uses is that of its database, and says so to workers of other machines. */
export async function nameStore(needs: Needs & { random(bytes: number): Buffer; logger: Logger }): Promise<void> {
  const { identity, store, random, logger } = needs
  const name = await identity.keep(random(NAME_BYTES).toString('hex'), await readEncoderVersion(needs.ffmpegPath))
  try {
    if ((await store.read(IDENTITY_KEY))?.toString() !== name) await store.put(IDENTITY_KEY, Buffer.from(name))
  } catch (error) {
    // A full disk: reads go on, and workers wait.
    logger.warn({ err: error }, 'the media store could not be named')
  }
}

/**
 * The worker's part: in a folder or bucket that the server does not use it would find no master, and every title that it
 * touched would fail; so would one whose pieces do not fit together.
 */
export async function meetStore({ identity, store, ffmpegPath }: Needs): Promise<Meeting> {
  try {
    const shared = await identity.read()
    if (shared === undefined) return { kind: 'no-server' }
    if ((await store.read(IDENTITY_KEY))?.toString() !== shared.id) return { kind: 'other-store' }
    const own = await readEncoderVersion(ffmpegPath)
    if (own === undefined || shared.encoder === undefined || releaseOf(own) === releaseOf(shared.encoder)) return { kind: 'same' }
    return { kind: 'other-encoder', server: shared.encoder, own }
  } catch (error) {
    if (isDatabaseTrouble(error)) return { kind: 'no-server' }
    if (error instanceof StoreTrouble) return { kind: 'no-store' }
    throw error
  }
}
