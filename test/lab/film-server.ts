import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createCms } from '@ulan/cms'
import type { Asset, AssetId } from '@ulan/contract'
import { openEmbeddedStore } from '@ulan/embedded'
import { createMedia, type LadderPolicy, type Media, type MediaStore, openMediaStore } from '@ulan/media'
import mongoose from 'mongoose'
import { pino } from 'pino'
import { AMPLE_QUOTA } from './ample-quota.ts'
import { waitUntil } from './wait-until.ts'

/** A master file, and the ladder that it is to get when not the usual one. */
export type Master = { readonly name: string; readonly path: string; readonly policy?: LadderPolicy }

/** Titles that have been through the whole pipeline, behind the product's own origin. */
export type FilmServer = {
  readonly origin: string
  /** As `Asset` tells it, by the name of its master. */
  asset(name: string): Asset
  /** Address of the multivariant playlist. */
  playlistUrl(name: string): string
  close(): Promise<void>
}

const ENCODES_AT_A_TIME = 2
const MOST_FILMS = 100
const TOOLS = { ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe' }

type House = {
  readonly connection: mongoose.Connection
  readonly store: MediaStore
  readonly mediaDir: string
  close(): Promise<void>
}

/** Encodes masters in this process, where a ladder can be asked for that no setting offers, into a folder for `serveFilms`. */
export async function encodeFilms(masters: readonly Master[], folder: string): Promise<void> {
  const house = await openHouse(folder)
  for (const group of Map.groupBy(masters, ({ policy }) => policy).values()) await encode(house, group)
  await house.close()
}

/**
 * Serves the films of a folder, to which nothing is added. Whatever lies in the folder `pages` is served below `/tablet/`,
 * under the content policy of that client.
 */
export async function serveFilms(folder: string, pages = folder): Promise<FilmServer> {
  const house = await openHouse(folder)
  const serving = await serve(house, pages)
  const asset = (name: string): Asset => {
    const found = serving.assets.find(({ id }) => id === idOf(name))
    if (found === undefined) throw new Error(`no film ${name}`)
    return found
  }
  return {
    origin: serving.origin,
    asset,
    playlistUrl: (name) => `${serving.origin}${asset(name).playlistUrl ?? ''}`,
    close: async () => {
      await serving.close()
      await house.close()
    },
  }
}

const idOf = (name: string): AssetId => `film-${name}` as AssetId // a test id

async function openHouse(folder: string): Promise<House> {
  const mediaDir = join(folder, 'media')
  await mkdir(mediaDir, { recursive: true })
  const database = await openEmbeddedStore({ dataDir: join(folder, 'data') })
  if (!database.ok) throw new Error(database.problem.kind)
  const opened = await openMediaStore({ kind: 'file', folder: mediaDir }, { clock: () => new Date() })
  if (!opened.ok) throw opened.trouble
  const connection = await mongoose.createConnection(database.store.uri).asPromise()
  return {
    connection,
    store: opened.store,
    mediaDir,
    close: async () => {
      await connection.close()
      await database.store.close()
      opened.store.close()
    },
  }
}

const openMedia = ({ connection, store, mediaDir }: House, workers: number, policy?: LadderPolicy): Promise<Media> =>
  createMedia(
    { ...TOOLS, mediaDir, secretKey: 'lab', workers, accel: 'none', maxUploadBytes: 1e9, quota: AMPLE_QUOTA, ...(policy && { policy }) },
    { connection, store, logger: pino({ level: 'silent' }), clock: () => new Date(), random: randomBytes },
  )

/** Encodes masters of one policy. */
async function encode(house: House, masters: readonly Master[]): Promise<void> {
  const media = await openMedia(house, ENCODES_AT_A_TIME, masters[0]?.policy)
  try {
    for (const { name, path } of masters) {
      await media.library.reserveAsset(idOf(name), `${name}.mp4`)
      await media.library.importMaster(idOf(name), path)
    }
    media.startWorkers()
    const ids = masters.map(({ name }) => idOf(name))
    const read = async (): Promise<readonly Asset[]> => [...(await media.library.readAssets(ids)).values()]
    const settled = await waitUntil(
      'the films',
      read,
      (all) => all.every(({ status }) => status === 'ready' || status === 'failed'),
      600_000,
    )
    const failed = settled.find(({ status }) => status === 'failed')
    if (failed !== undefined) throw new Error(`${failed.id}: ${JSON.stringify(failed.problem)}`)
  } finally {
    await media.close()
  }
}

/** The product's own origin, with all of its assets in public view. */
async function serve(
  house: House,
  pages: string,
): Promise<{ readonly origin: string; readonly assets: readonly Asset[]; close(): Promise<void> }> {
  const media = await openMedia(house, 0)
  const { connection } = house
  const cms = await createCms(
    {
      publicUrl: 'http://127.0.0.1',
      secretKey: randomBytes(32).toString('hex'),
      trustProxy: false,
      pages: { tv: pages, tablet: pages, admin: pages },
      lanUrls: () => [],
    },
    { connection, library: media.library, logger: pino({ level: 'silent' }), clock: () => new Date(), random: randomBytes },
  )
  const isPublic = { isAssetPublic: () => true, isPicturePublic: () => true }
  media.mount(cms.app, { edge: cms.edge, authoriseStaff: cms.authoriseStaff, ...isPublic, uses: cms.uses })
  cms.finish()
  const server = createServer((request, response) => {
    if (!media.answerFirst(request, response)) cms.handle(request, response)
  })
  const port = await listen(server)
  return {
    origin: `http://127.0.0.1:${port}`,
    assets: await media.library.listAssets(MOST_FILMS),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await media.close()
      await cms.close()
    },
  }
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))) // it listens on TCP
