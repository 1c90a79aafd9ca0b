import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import type { SendProblem } from '../http/edge.ts'
import { type MediaStore, StoreTrouble } from '../store/media-store.ts'
import { IMMUTABLE, mediaType, PRIVATE, versionFolder, versionKey } from '../store/store-keys.ts'
import type { MediaPath } from './media-path.ts'
import { namesTag, type PlaylistCache } from './playlist-cache.ts'
import type { RecentlyUsed } from './recently-used.ts'

export type FileAnswerNeeds = {
  readonly store: MediaStore
  readonly playlists: PlaylistCache
  /** Of a store that is not on this machine: every home screen asks for dozens of them. */
  readonly posters: RecentlyUsed<Buffer>
  readonly accel: 'none' | 'nginx'
  readonly sendProblem: SendProblem
}

/** Internal location that nginx maps to the published files (`alias` of `assets/` in the media store). */
const ACCEL_PREFIX = '/_media'

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )

async function sendPlaylist(needs: FileAnswerNeeds, request: Request, response: Response, key: string): Promise<void> {
  const playlist = await needs.playlists.read(key)
  if (playlist === undefined) return needs.sendProblem(request, response, 'not-found')
  const isPacked = request.acceptsEncodings('gzip') === 'gzip'
  const { bytes, etag } = isPacked ? playlist.gzip : playlist.plain
  response.set({ ETag: etag, Vary: 'Accept-Encoding' })
  // Not Express's own test: that one sends the body again to whoever says `no-cache`, which asks for exactly this check.
  if (namesTag(request.get('if-none-match'), etag)) return void response.status(304).end()
  if (isPacked) response.set('Content-Encoding', 'gzip')
  response.set('Content-Length', String(bytes.length)).end(request.method === 'HEAD' ? undefined : bytes)
}

/** Pictures are textures on a television, which may come from no other origin; they are small and cached for ever. */
async function sendPoster(needs: FileAnswerNeeds, request: Request, response: Response, key: string): Promise<void> {
  const { store, posters, sendProblem } = needs
  const bytes = posters.peek(key) ?? (await store.read(key))
  if (bytes === undefined) return sendProblem(request, response, 'not-found')
  posters.keep(key, bytes, bytes.length)
  response.set('Content-Length', String(bytes.length)).end(request.method === 'HEAD' ? undefined : bytes)
}

/** Sends a player to the store itself, by an address that ends; what it asks for there and is not there, is not there. */
async function sendAway(
  { store, sendProblem }: FileAnswerNeeds,
  request: Request,
  response: Response,
  key: string,
  isPublic: boolean,
): Promise<void> {
  const signed = await store.signUrl(key, request.method === 'HEAD' ? 'HEAD' : 'GET')
  if (signed === undefined) return sendProblem(request, response, 'not-found')
  response.set('Cache-Control', isPublic ? `public, max-age=${signed.reuseSeconds}` : PRIVATE)
  response.removeHeader('Content-Type')
  response.status(307).set('Location', signed.url).end()
}

/** From the folder that the store is, by us or by nginx. */
async function sendLocal(
  needs: FileAnswerNeeds,
  request: Request,
  response: Response,
  directory: string,
  { assetId, version, file }: MediaPath,
): Promise<void> {
  if (needs.accel === 'none') return await sendFrom(needs, request, response, directory, file)
  // nginx would send its 404 with the headers of ours, and a cache would keep it as long as a segment.
  if (!(await isFile(join(directory, file)))) return needs.sendProblem(request, response, 'not-found')
  response.set('X-Accel-Redirect', `${ACCEL_PREFIX}/${assetId}/${version}/${file}`).end()
}

/** Answers one file of a version or poster: playlists from memory, the rest by the disk, by nginx, or by the store itself. */
export async function sendMediaFile(
  needs: FileAnswerNeeds,
  request: Request,
  response: Response,
  wanted: MediaPath,
  isPublic: boolean,
): Promise<void> {
  const { assetId, version, file } = wanted
  const key = versionKey(assetId, version, file)
  response.set({ 'Content-Type': mediaType(file), 'Cache-Control': isPublic ? IMMUTABLE : PRIVATE })
  const directory = needs.store.localPath(versionFolder(assetId, version))
  try {
    if (file.endsWith('.m3u8')) await sendPlaylist(needs, request, response, key)
    else if (directory !== undefined) await sendLocal(needs, request, response, directory, wanted)
    else if (file.endsWith('.jpg')) await sendPoster(needs, request, response, key)
    else await sendAway(needs, request, response, key, isPublic)
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error
    needs.sendProblem(request, response, 'store-unavailable')
  }
}

const rangeHeaders = (error: Error): Record<string, string> => {
  const headers: unknown = 'headers' in error ? error.headers : undefined
  const range = typeof headers === 'object' && headers !== null && 'Content-Range' in headers ? headers['Content-Range'] : undefined
  return { 'Cache-Control': 'no-store', ...(typeof range === 'string' && { 'Content-Range': range }) }
}

/** Streams a file with Range support; the headers that are set already stay. */
function sendFrom(
  { sendProblem }: Pick<FileAnswerNeeds, 'sendProblem'>,
  request: Request,
  response: Response,
  root: string,
  file: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    response.sendFile(file, { root, cacheControl: false, dotfiles: 'deny', lastModified: false }, (error?: Error) => {
      const isGone = error !== undefined && 'code' in error && error.code === 'ECONNABORTED'
      if (error === undefined || response.headersSent || isGone) return resolve()
      const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
      if (status >= 500) return reject(error)
      // `send` refuses a range past the end with the header that says how long the file is.
      if (status === 416) response.status(416).set(rangeHeaders(error)).end()
      else sendProblem(request, response, 'not-found')
      resolve()
    })
  })
}
