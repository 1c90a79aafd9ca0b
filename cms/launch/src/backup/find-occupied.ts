import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openMediaStore, type StorePlace } from '@ulan/media'
import type { Logger } from 'pino'
import type { LaunchConfig } from '../config/config.ts'
import type { LaunchProblem } from '../launch-problem.ts'
import { openStore } from '../open-store.ts'
import type { BackupProblem } from './backup-problem.ts'
import { collectionNames, databaseOf } from './store-snapshot.ts'

type Places = Pick<LaunchConfig, 'dataDir' | 'mediaDir' | 'mediaStore' | 'store'>
type Needs = { readonly logger: Logger; clock(): Date }

/** Every disk that was just formatted has it. */
const OF_THE_DISK = 'lost+found'
/** What the media store keeps below these is media; it has a mark of its own besides. */
const MEDIA_FOLDERS = ['assets', 'masters']

/** What is in the way of a restore, looked for without making anything. `bringsMedia`: media files are restored, too. */
export async function findOccupied(places: Places, bringsMedia: boolean, needs: Needs): Promise<BackupProblem | LaunchProblem | undefined> {
  const { dataDir, mediaDir, mediaStore } = places
  const isDisks = (name: string): boolean => name === OF_THE_DISK
  // Media that were saved in another way may be in their place already; they are compared with the inventory.
  const isMedia = (name: string): boolean => !bringsMedia && join(dataDir, name) === mediaDir
  const inFolder = await findInFolder(dataDir, 'data-dir-not-empty', (name) => isDisks(name) || isMedia(name))
  if (inFolder !== undefined) return inFolder
  const inMedia = bringsMedia ? await findInMedia(mediaStore, isDisks, needs) : undefined
  return inMedia ?? (await findInDatabase(places, needs))
}

type Found = Promise<BackupProblem | LaunchProblem | undefined>

async function findInFolder(folder: string, kind: BackupProblem['kind'], may: (name: string) => boolean): Found {
  try {
    return (await readdir(folder)).every(may) ? undefined : { kind, detail: folder }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    // A file in its place, no permission: nothing can be restored into it.
    return { kind: 'data-dir-unwritable', detail: folder }
  }
}

async function findInMedia(place: StorePlace, may: (name: string) => boolean, { clock }: Needs): Found {
  if (place.kind === 'file') return await findInFolder(place.folder, 'media-not-empty', may)
  const opened = await openMediaStore(place, { clock })
  if (!opened.ok) return { kind: `media-store-${opened.trouble.kind}`, detail: opened.trouble.message }
  try {
    for (const folder of MEDIA_FOLDERS) {
      const files = await opened.store.list(folder)
      if (files.length > 0) return { kind: 'media-not-empty', detail: `s3://${place.bucket}/${place.prefix}` }
    }
    return undefined
  } finally {
    opened.store.close()
  }
}

/** The embedded store is in DATA_DIR; looking for one would make it. */
async function findInDatabase({ store, dataDir }: Places, { logger }: Needs): Found {
  if (store.kind === 'embedded') return undefined
  const opened = await openStore({ store, dataDir }, logger)
  if (!opened.ok) return opened.problem
  try {
    const database = databaseOf(opened.store.connection)
    for (const name of await collectionNames(database)) {
      if ((await database.collection(name).findOne({})) !== null)
        return { kind: 'database-not-empty', detail: `${database.databaseName}.${name}` }
    }
    return undefined
  } finally {
    await opened.store.close()
  }
}
