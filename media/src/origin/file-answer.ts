import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Request, Response } from 'express'
import type { SendProblem } from '../http/edge.ts'
import type { FileLayout } from '../store/file-layout.ts'
import { type MediaPath, mediaType } from './media-path.ts'
import { namesTag, type PlaylistCache } from './playlist-cache.ts'

export type FileAnswerNeeds = {
  readonly layout: FileLayout
  readonly playlists: PlaylistCache
  readonly accel: 'none' | 'nginx'
  readonly sendProblem: SendProblem
}

/** Internal location that nginx maps to the published files (`alias` of `assets/` in the media store). */
const ACCEL_PREFIX = '/_media'
export const PRIVATE = 'private, no-store'

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )

async function sendPlaylist(needs: FileAnswerNeeds, request: Request, response: Response, path: string): Promise<void> {
  const playlist = await needs.playlists.read(path)
  if (playlist === undefined) return needs.sendProblem(request, response, 'not-found')
  const isPacked = request.acceptsEncodings('gzip') === 'gzip'
  const { bytes, etag } = isPacked ? playlist.gzip : playlist.plain
  response.set({ ETag: etag, Vary: 'Accept-Encoding' })
  // Not Express's own test: that one sends the body again to whoever says `no-cache`, which asks for exactly this check.
  if (namesTag(request.get('if-none-match'), etag)) return void response.status(304).end()
  if (isPacked) response.set('Content-Encoding', 'gzip')
  response.set('Content-Length', String(bytes.length)).end(request.method === 'HEAD' ? undefined : bytes)
}

/** Answers one file of a version or poster: playlists from memory, the rest by the disk or by nginx. */
export async function sendMediaFile(
  needs: FileAnswerNeeds,
  request: Request,
  response: Response,
  wanted: MediaPath,
  cacheControl: string,
): Promise<void> {
  const { assetId, version, file } = wanted
  response.set({ 'Content-Type': mediaType(file), 'Cache-Control': cacheControl })
  if (file.endsWith('.m3u8'))
    return await sendPlaylist(needs, request, response, join(needs.layout.publishedDirectory(assetId, version), file))
  const directory = needs.layout.publishedDirectory(assetId, version)
  if (needs.accel === 'none') return await sendFrom(needs, request, response, directory, file)
  // nginx would send its 404 with the headers of ours, and a cache would keep it as long as a segment.
  if (!(await isFile(join(directory, file)))) return needs.sendProblem(request, response, 'not-found')
  response.set('X-Accel-Redirect', `${ACCEL_PREFIX}/${assetId}/${version}/${file}`).end()
}

const rangeHeaders = (error: Error): Record<string, string> => {
  const headers: unknown = 'headers' in error ? error.headers : undefined
  const range = typeof headers === 'object' && headers !== null && 'Content-Range' in headers ? headers['Content-Range'] : undefined
  return { 'Cache-Control': 'no-store', ...(typeof range === 'string' && { 'Content-Range': range }) }
}

/** Streams a file with Range support; the headers that are set already stay. */
export function sendFrom(
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
