import type { MediaUses, PictureId } from '@ulan/contract'
import type { PictureRecord } from '../storage/picture-store.ts'
import { PICTURES, versionFolder } from '../store/store-keys.ts'
import { SETTLED_MS } from './delete-asset.ts'
import type { MediaNeeds } from './media-needs.ts'
import { GRACE_MS } from './sweep-versions.ts'

/** Asked of the database at a time. */
const BATCH = 200

type Needs = Pick<MediaNeeds, 'pictures' | 'store' | 'clock' | 'logger'>
type Uses = Pick<MediaUses, 'namedPictures'>

/**
 * Takes away pictures that no programme has named for long enough, and says how many. First such a picture is unknown to
 * whoever asks for it; a programme that was being given it just then is stored by the next look, and the picture comes back.
 * What a kill left of one that was being made is named by nobody, and goes the same way.
 */
export async function sweepPictures(needs: Needs, uses: Uses): Promise<number> {
  const failures: unknown[] = []
  let removed = 0
  for (let after: PictureId | undefined, isMore = true; isMore; ) {
    const batch = await needs.pictures.listAfter(after, BATCH)
    const named = await uses.namedPictures(batch.map(({ _id }) => _id))
    for (const picture of batch) {
      try {
        if (named.has(picture._id)) await keep(needs, picture)
        else if (await letGo(needs, picture)) removed += 1
      } catch (error) {
        failures.push(new Error(`picture ${picture._id} cannot be swept`, { cause: error }))
      }
    }
    after = batch.at(-1)?._id
    isMore = batch.length === BATCH
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '))
  return removed
}

async function keep({ pictures, logger }: Needs, { _id, unusedSince, leftAt }: PictureRecord): Promise<void> {
  if (unusedSince === undefined && leftAt === undefined) return
  await pictures.keep(_id)
  if (leftAt !== undefined) logger.warn({ pictureId: _id }, 'a picture that was about to go is in use again')
}

/** One step further on its way out; whether that was the last. */
async function letGo({ pictures, store, clock, logger }: Needs, { _id, unusedSince, leftAt }: PictureRecord): Promise<boolean> {
  const now = clock()
  const isOlder = (since: Date, ms: number): boolean => now.getTime() - since.getTime() >= ms
  if (leftAt === undefined) {
    if (unusedSince === undefined) await pictures.markUnused(_id, now)
    else if (isOlder(unusedSince, GRACE_MS)) await pictures.leave(_id, unusedSince, now)
  } else if (isOlder(leftAt, SETTLED_MS)) {
    await store.remove(versionFolder(PICTURES, _id))
    // Last: until then the sweep after a kill finds it again.
    await pictures.remove(_id)
    logger.info({ pictureId: _id, unusedSince }, 'unused picture removed')
    return true
  }
  return false
}
