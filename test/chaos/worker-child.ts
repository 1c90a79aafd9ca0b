// A worker as `npm run worker` is one, but with leases that are over within seconds: nobody who freezes one has half a
// minute. Run as a program with its orders as JSON; it says `working` and then works until it is killed.
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { connect } from '@ulan/launch/store'
import { createMediaWorker, type MediaStore, openMediaStore, type StorePlace } from '@ulan/media'
import { pino } from 'pino'
import { REPOSITORY, type ServerProcess, spawnServer, waitForLine } from '../lab/server-process.ts'

export type WorkerOrders = {
  readonly uri: string
  readonly mediaStore: StorePlace
  readonly mediaDir: string
}

export const SHORT_LEASE = { heartbeatMs: 400, expiryMs: 2_500 }
const AGAIN_MS = 200
/** Nobody here is far away. */
const PATIENCE = { connectMs: 2_000, idleMs: 1_000, tries: 3, openingMs: 60_000 }

/** Starts one in a process group of its own. */
export async function startWorkerChild(orders: WorkerOrders): Promise<ServerProcess> {
  const child = spawnServer({}, [process.execPath, join(REPOSITORY, 'test/chaos/worker-child.ts'), JSON.stringify(orders)])
  await waitForLine(child, 'working', 60_000)
  return child
}

/** Begins again while the bucket is away, as whatever keeps a worker running would: here it is away now and then. */
async function openPatiently(place: StorePlace): Promise<MediaStore> {
  for (;;) {
    const opened = await openMediaStore(place, { clock: () => new Date(), patience: PATIENCE, isMadeByOthers: true })
    if (opened.ok) return opened.store
    if (opened.trouble.kind !== 'unreachable') throw opened.trouble
    await delay(AGAIN_MS)
  }
}

async function work({ uri, mediaStore, mediaDir }: WorkerOrders): Promise<void> {
  const database = await connect(uri, undefined)
  if (!database.ok) throw new Error(database.problem.kind)
  const { connection } = database.store
  const store = await openPatiently(mediaStore)
  await mkdir(mediaDir, { recursive: true })
  const worker = await createMediaWorker(
    { mediaDir, ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe', workers: 1, lease: SHORT_LEASE },
    {
      connection,
      store,
      logger: pino({ level: 'debug' }, pino.destination(2)),
      clock: () => new Date(),
      random: randomBytes,
    },
  )
  for (;;) {
    const { kind } = await worker.meet()
    if (kind === 'same') break
    if (kind !== 'no-store' && kind !== 'no-server') throw new Error(kind)
    await delay(AGAIN_MS)
  }
  worker.start()
  process.stdout.write(`working ${process.pid}\n`)
}

if (import.meta.main) await work(JSON.parse(process.argv[2] ?? '') as WorkerOrders) // our own words, by startWorkerChild
